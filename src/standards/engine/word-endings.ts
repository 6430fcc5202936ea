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

/** No ending. */
export const nothing = -1;

/** Endings behind an apostrophe by the words they stand for: "'ll" is "will". */
export class Endings {
  readonly is: number;
  readonly lets: number;
  readonly us: number;
  private readonly words: ReadonlyMap<string, number>;

  constructor(vocabulary: Vocabulary) {
    this.is = vocabulary.find('is');
    this.lets = vocabulary.find('let');
    this.us = vocabulary.find('us');
    this.words = new Map(Object.entries(endings).map(([ending, spoken]) => [ending, vocabulary.find(spoken)]));
  }

  /** The id of what the letters behind an apostrophe stand for, or `nothing`. */
  of(letters: string): number {
    return this.words.get(letters) ?? nothing;
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
