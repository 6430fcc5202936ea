import { describe, expect, it } from 'vitest';
import { HashedWords, mixed } from './hashed-words.core.ts';

const words = new HashedWords();
const hashes = (text: string): number[] => {
  words.read(text);
  return [...words.hashes.subarray(0, words.count)];
};

describe('hashed words', () => {
  it.each([
    ['Nothing works', 'nothing WORKS'],
    ["I don't know", 'i dont know'],
    ['I don’t know', "I don't know"],
    ['call 555 0101', 'call 9 12345'],
    ['well - no', 'well, no.'],
    ['“no”', 'no'],
  ])('%j reads as %j', (one, other) => {
    expect(hashes(one)).toEqual(hashes(other));
  });
  it('marks of question and exclamation are words, other signs are not', () => {
    expect(hashes('really?')).toHaveLength(2);
    expect(hashes('really!')).not.toEqual(hashes('really?'));
    expect(hashes('really.')).toHaveLength(1);
    expect(hashes('café naïve')).toHaveLength(2);
    expect(hashes('  ')).toEqual([]);
  });
  it('counts letters and capitals', () => {
    words.read('NO way');
    expect([words.letters, words.capitals]).toEqual([5, 2]);
  });
  it('takes more words than it began with room for', () => {
    expect(hashes('one two '.repeat(1000))).toHaveLength(2000);
  });
});

it('mixing spreads neighbours over every low bit and keeps blocks apart', () => {
  const columns = new Set(Array.from({ length: 10_000 }, (_, at) => mixed(at, 11) & 0x3ffff));
  expect(columns.size).toBeGreaterThan(9700);
  expect(mixed(7, 11)).not.toBe(mixed(7, 21));
  expect(mixed(mixed(1, 2), 3)).not.toBe(mixed(mixed(2, 1), 3));
});
