// What each character of a text is to the words in it: part of one, a pause between two, or a sign that may itself be a word.

/** What a character is, as bits. All below `letter` only stand between words. */
export const mark = {
  comma: 1,
  sentence: 2,
  hyphen: 4,
  apostrophe: 8,
  /** From a to z, in either case. */
  letter: 16,
  /** A figure or a sign that may be a word. */
  asked: 32,
  /** It may be a letter, and none from a to z. */
  beyond: 64,
} as const;

/** By UTF-16 unit, what it is. */
export const marks = new Uint8Array(65536).fill(mark.asked | mark.beyond, 0x80);
const give = (bits: number, characters: string): void => {
  for (let at = 0; at < characters.length; at++) marks[characters.charCodeAt(at)] = bits;
};
give(mark.comma, ',\u2013\u2014');
give(mark.sentence, '.!?;:\n');
give(mark.hyphen, '-');
give(mark.apostrophe, "'`\u2018\u2019");
give(mark.letter, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ');
give(mark.asked, '0123456789[$#%&@');

/** A byte for a UTF-16 unit that is the same to words; all that may be letters beyond a to z are one. */
export function byteFor(unit: number): number {
  if (unit < 0x80) return unit;
  const bits = marks[unit]!;
  return bits === mark.comma ? 44 : bits === mark.apostrophe ? 39 : 255;
}
