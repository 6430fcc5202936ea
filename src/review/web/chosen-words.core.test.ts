import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Chosen,
  placesOf,
  snapped,
  type Step,
  stepped,
  wholeTurn,
  withQuotes,
  wordsOf,
} from './chosen-words.core.ts';

const texts = ['Harbor Storage, hold please.', '', 'How much is a ten by ten?'];
const words = wordsOf(texts);
const quoted = (chosen: Chosen | null): string[] =>
  chosen === null ? [] : placesOf(words, chosen).map(({ turn, from, to }) => texts[turn]!.slice(from, to));
const at = (...steps: (Step | `+${Step}`)[]): string[] => {
  let chosen: Chosen | null = null;
  for (const step of steps)
    chosen = step.startsWith('+')
      ? stepped(words, chosen, step.slice(1) as Step, true)
      : stepped(words, chosen, step as Step, false);
  return quoted(chosen);
};

describe('by keyboard', () => {
  it('begins at the first word, and goes on word by word over turns that are empty', () => {
    expect(at('word-on')).toEqual(['Harbor']);
    expect(at('word-on', 'word-on', 'word-on')).toEqual(['hold']);
    expect(at('word-on', 'turn-on')).toEqual(['How']);
    expect(at('word-on', 'turn-on', 'word-back')).toEqual(['please.']);
    expect(at('word-back')).toEqual(['ten?']);
  });
  it('stretches word by word, and by turns to the end of one before the next', () => {
    expect(at('word-on', 'word-on', 'word-on', '+word-on')).toEqual(['hold please.']);
    expect(at('word-on', '+turn-on')).toEqual([texts[0]]);
    expect(at('word-on', '+turn-on', '+turn-on')).toEqual([texts[0], texts[2]]);
    expect(at('word-on', 'turn-on', 'word-on', '+word-back')).toEqual(['How much']);
  });
  it('stays where there is nothing further', () => {
    expect(at('word-on', 'word-back')).toEqual(['Harbor']);
    expect(at('word-on', 'turn-on', 'turn-on')).toEqual(['How']);
    expect(stepped(wordsOf(['', ' ']), null, 'word-on', false)).toBeNull();
  });
});

describe('by pointer', () => {
  const point = (turn: number, offset: number) => ({ turn, offset });
  it('takes every word that was touched, whichever way it was drawn', () => {
    expect(quoted(snapped(words, point(0, 18), point(0, 22)))).toEqual(['hold please.']);
    expect(quoted(snapped(words, point(0, 22), point(0, 18)))).toEqual(['hold please.']);
    expect(quoted(snapped(words, point(0, 21), point(2, 5)))).toEqual(['please.', 'How much']);
  });
  it('takes the word it was set down on, and nothing of empty ground', () => {
    expect(quoted(snapped(words, point(0, 17), point(0, 17)))).toEqual(['hold']);
    expect(snapped(words, point(1, 0), point(1, 0))).toBeNull();
    expect(quoted(wholeTurn(words, 2))).toEqual([texts[2]]);
    expect(wholeTurn(words, 1)).toBeNull();
  });
});

it('quotes that overlap or touch become one, in the order of what was said', () => {
  const held = withQuotes([{ turn: 2, from: 0, to: 3 }], [{ turn: 0, from: 16, to: 20 }]);
  expect(held).toEqual([
    { turn: 0, from: 16, to: 20 },
    { turn: 2, from: 0, to: 3 },
  ]);
  expect(withQuotes(held, [{ turn: 0, from: 21, to: 28 }])[0]).toEqual({ turn: 0, from: 16, to: 28 });
});

it('whatever was said and whatever keys are pressed, what is chosen are whole words of it', () => {
  const steps = fc.array(
    fc.record({ step: fc.constantFrom<Step>('word-on', 'word-back', 'turn-on', 'turn-back'), extend: fc.boolean() }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), steps, (said, pressed) => {
      const all = wordsOf(said);
      let chosen: Chosen | null = null;
      for (const { step, extend } of pressed) chosen = stepped(all, chosen, step, extend);
      for (const { turn, from, to } of chosen ? placesOf(all, chosen) : []) {
        const text = said[turn]!.slice(from, to);
        expect(text).toBe(text.trim());
        expect(text).not.toBe('');
        expect(said[turn]!.slice(0, from)).toMatch(/(^|\s)$/u);
        expect(said[turn]!.slice(to)).toMatch(/^(\s|$)/u);
      }
    }),
  );
});
