import { describe, expect, it } from 'vitest';
import { readAs, wordsAt } from './marker-words.core.ts';

const hashes = (text: string): number[] => wordsAt(text).map((one) => one.hash);

describe('wordsAt', () => {
  it('reads alike whoever speaks and whoever is meant', () => {
    const pairs = [
      ['He said she would call me', 'They said he would call me'],
      ["I don't know, sir", 'I dinnae ken, ma’am'],
      ['Yes, the color of the apartment', 'Aye, the colour of the flat'],
      ['looking for something', "lookin' for somethin'"],
      ['you guys have a center?', "y'all have a centre?"],
      ['[NAME 1] will apologize', '[NAME 12] will apologise'],
      ['It costs 40', 'It costs 1,200'.replace(',', '')],
    ] as const;
    for (const [one, other] of pairs) expect([one, hashes(one)]).toEqual([one, hashes(other)]);
  });
  it('keeps what is said apart', () => {
    const pairs = [
      ["I can't help", 'I can help'],
      ['not today', 'today'],
      ['Would you like to rent it?', 'Would you like to rent it.'],
      ['[NAME 1] asked', '[PHONE 1] asked'],
    ] as const;
    for (const [one, other] of pairs) expect(hashes(one)).not.toEqual(hashes(other));
  });
  it('says where each word stands', () => {
    const text = 'Safe travels, Mr. [NAME 2]!';
    expect(wordsAt(text).map(({ from, to }) => text.slice(from, to))).toEqual(['Safe', 'travels', '[NAME 2]']);
  });
});

it('numbers are one number, and a possessive is its word', () => {
  expect([readAs('1982'), readAs('10x10'), readAs("tenant's")]).toEqual(['0', '0', 'tenant']);
});
