// What the tokeniser does with words that are not just letters from a to z: endings after an apostrophe, accents, marks.
import { endings } from './english.ts';
import { isDigit } from './figures.ts';
import type { Vocabulary } from './vocabulary.ts';
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

/** No ending; and the "t" of "n't", which makes another word of what stands before it. */
export const nothing = -1;
export const notEnding = -2;

/** Endings behind an apostrophe by the words they stand for: "'ll" is "will". */
export class Endings {
  readonly is: number;
  readonly lets: number;
  readonly us: number;
  // By the one or two small letters of an ending, 256 times the first and the second.
  private readonly words = new Map<number, number>();

  constructor(vocabulary: Vocabulary) {
    this.is = vocabulary.find('is');
    this.lets = vocabulary.find('let');
    this.us = vocabulary.find('us');
    for (const [ending, spoken] of Object.entries(endings))
      this.words.set(ending.charCodeAt(0) * 256 + (ending.charCodeAt(1) || 0), vocabulary.find(spoken));
  }

  /** The id of what the letters between the apostrophe at `mark` and `end` stand for; `notEnding` for "n't", else `nothing`. */
  of(units: Uint16Array, mark: number, end: number): number {
    const length = end - mark - 1;
    if (length > 2) return nothing;
    const first = units[mark + 1]! | 0x20;
    const second = length === 2 ? units[mark + 2]! | 0x20 : 0;
    if (length === 1 && first === 116 && (units[mark - 1]! | 0x20) === 110) return notEnding;
    return this.words.get(first * 256 + second) ?? nothing;
  }
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
