// Where a search lights words, and where it doesn't.
import { describe, expect, it } from 'vitest';
import { placeFinder, wordsAsked } from './contact-query.core.ts';

const found = (words: string, ...texts: string[]) => placeFinder(wordsAsked(words))?.(texts);

describe('the first place of searched words', () => {
  it('is a whole word, in the first turn that has one, whatever its letter case', () => {
    expect(found('unit', 'We are united.', 'Which Unit is it?', 'A unit.')).toEqual({ turn: 1, from: 6, to: 10 });
  });

  it('is looked for on behind a word that only ends like it', () => {
    expect(found('age', 'cage storage age')).toEqual({ turn: 0, from: 13, to: 16 });
  });

  it('goes over letters that take two places', () => {
    expect(found('𝒶', '𝒷𝒶 𝒶')).toEqual({ turn: 0, from: 5, to: 7 });
    expect(found('rent', '𝒷rent rent')).toEqual({ turn: 0, from: 7, to: 11 });
  });

  it('is that of words next to each other, and of whatever begins so', () => {
    expect(found('"climate control"', 'A climate, control?')).toEqual({ turn: 0, from: 2, to: 18 });
    expect(found('stor*', 'my storage')).toEqual({ turn: 0, from: 3, to: 10 });
  });

  it('is none where nothing is searched for but what must not be there, nor where no turn has it', () => {
    expect(found('-unit', 'unit')).toBeUndefined();
    expect(found('unit', 'nothing')).toBeNull();
  });
});
