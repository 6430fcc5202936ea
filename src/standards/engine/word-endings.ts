// What the tokeniser does with words that are not just letters from a to z: endings after an apostrophe, accents, marks.
import { endings } from './english.ts';
import { isDigit } from './figures.ts';
import { fold } from './words.ts';

const longestWord = 63;

/** A word read letter by letter: where it ends, its folded letters, and whether they are all X, as in XXXX. */
export interface Spelling {
  end: number;
  letters: string;
  crossed: boolean;
}

const isApostrophe = (unit: number): boolean => unit === 39 || unit === 0x2019 || unit === 0x2018 || unit === 0x60;
const isLetter = (unit: number): boolean => !isDigit(unit) && fold(unit) > 1;

// Endings by their one or two small letters.
const byLetters = new Map(
  Object.entries(endings).map(([ending, spoken]) => [
    ending.length === 1 ? ending.charCodeAt(0) : ending.charCodeAt(0) * 256 + ending.charCodeAt(1),
    spoken,
  ]),
);

/** What the letters between the apostrophe at `mark` and `end` stand for; `not` for "n't"; null where they are no ending. */
export function endingOf(bytes: Uint8Array, mark: number, end: number): string | null {
  const length = end - mark - 1;
  const first = bytes[mark + 1]! | 0x20;
  if (length === 1) return first === 116 && (bytes[mark - 1]! | 0x20) === 110 ? 'not' : (byLetters.get(first) ?? null);
  return length === 2 ? (byLetters.get(first * 256 + (bytes[mark + 2]! | 0x20)) ?? null) : null;
}

/** Reads the word at `start`: accents go, apostrophes inside it too ("o'clock" is "oclock"). */
export function spelledOut(text: string, start: number, into: Spelling): void {
  let letters = '';
  let crossed = true;
  let at = start;
  for (; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const letter = isDigit(unit) ? 0 : fold(unit);
    if (letter > 1) {
      if (letters.length < longestWord) letters += String.fromCharCode(letter);
      if (unit !== 88) crossed = false;
    } else if (letter === 0 && !(isApostrophe(unit) && at + 1 < text.length && isLetter(text.charCodeAt(at + 1))))
      break;
  }
  into.end = at;
  into.letters = letters;
  into.crossed = crossed && letters.length >= 2;
}
