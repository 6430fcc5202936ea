// Literal phrases are found where a regular expression for each finds them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LiteralSet } from './literal-set.ts';

const plainly = (phrase: string, text: string): number =>
  text.match(new RegExp(`\\b(?=${phrase}\\b)`, 'gi'))?.length ?? 0;

const word = fc.constantFrom('a', 'no', 'the', 'hold', 'please', 'hold2', 'receptionist', 'x_y', '24');
const phrase = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const between = fc.constantFrom(' ', ' ', ' ', '  ', ', ', '-', '\n', '', 'é', '\u2019', '\u{1f600}', '\0', '\u000d');
const cased = fc.tuple(word, fc.boolean()).map(([text, high]) => (high ? text.toUpperCase() : text));
const text = fc.array(fc.oneof(cased, between), { maxLength: 120 }).map((parts) => parts.join(''));
const spacedText = fc.array(cased, { maxLength: 60 }).map((words) => words.join(' '));

describe('a set of literal phrases', () => {
  it('counts each phrase wherever it stands between the edges of words', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(phrase, { minLength: 1, maxLength: 12 }),
        fc.oneof(text, spacedText),
        (phrases, said) => {
          const counts = phrases.map((one) => plainly(one, said));
          const set = new LiteralSet(phrases);
          expect(set.count(said)).toBe(counts.reduce((sum, count) => sum + count, 0));
          expect([...set.phrasesIn(said)].toSorted((a, b) => a - b)).toEqual(
            counts.flatMap((count, at) => (count > 0 ? [at] : [])),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is not misled by what it read before', () => {
    const set = new LiteralSet(['hold please']);
    expect(set.count('hold please and hold please')).toBe(2);
    expect(set.count('hold')).toBe(0);
  });

  it('takes bytes that differ by the bit of capitals for what they are', () => {
    const set = new LiteralSet(["it's 7 a_b"]);
    expect(set.count("IT'S 7 A_B")).toBe(1);
    expect(set.count("it's \u0017 a_b")).toBe(0);
    expect(set.count('it\u0007s 7 a_b')).toBe(0);
    expect(set.count("it's 7 a\u007fb")).toBe(0);
  });

  it('reads a text longer than its memory, and more finds than it takes in at once', () => {
    const set = new LiteralSet(['no', 'no no', 'no no no']);
    const times = 100_000;
    expect(set.count('no '.repeat(times))).toBe(3 * times - 3);
    expect(set.phrasesIn('no '.repeat(times))).toEqual(new Set([0, 1, 2]));
  });

  it('refuses what has no edge of a word at its end', () => {
    expect(() => new LiteralSet(['hold please', ' please'])).toThrow(RangeError);
    expect(() => new LiteralSet(['caf\u00e9'])).toThrow(RangeError);
    expect(() => new LiteralSet([])).toThrow(RangeError);
  });
});
