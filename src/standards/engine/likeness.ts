// How one word may stand for another in what a recogniser wrote down, worked out once for each pair of words.
import type { Sounds } from './sound.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { TurnWords } from './turn-words.ts';

/**
 * What went wrong on a way through a phrase: nothing; a word that sounds alike; one close to it; a little word left out or added;
 * any other.
 */
export const slip = { none: 0, sound: 1, close: 2, passing: 3, any: 4 } as const;
export const kinds = 5;

const comparedRows = 2 ** 14;
const mostUnknown = 8192;

export class Likeness {
  private readonly vocabulary: Vocabulary;
  private readonly sounds: Sounds;
  // Words compared before, by a row for each pair of them.
  private readonly meantOf = new Int32Array(comparedRows).fill(-1);
  private readonly writtenOf = new Int32Array(comparedRows);
  private readonly results = new Uint8Array(comparedRows);
  /** By number of a word, those that sound the same. */
  private readonly alikeOf: (readonly number[] | undefined)[] = [];
  // Words that no phrase uses, numbered behind those of the vocabulary as they are met; and by index of the line.
  private readonly numbers = new Map<string, number>();
  private texts: string[] = [];
  private numberAt = new Int32Array(512);
  private text = '';
  private words: TurnWords | undefined;

  constructor(vocabulary: Vocabulary, sounds: Sounds) {
    this.vocabulary = vocabulary;
    this.sounds = sounds;
  }

  /** Words of this turn are compared from now on. */
  begin(text: string, words: TurnWords): void {
    this.text = text;
    this.words = words;
    if (this.numberAt.length < words.count + 2) this.numberAt = new Int32Array(words.count * 2);
    else this.numberAt.fill(0, 0, words.count + 2);
    if (this.texts.length < mostUnknown) return;
    this.numbers.clear();
    this.texts = [];
    this.alikeOf.length = this.vocabulary.size;
    this.meantOf.fill(-1);
  }

  /** Words of phrases, of `meant`, that the word at `at` of the line, `id`, may have been by its sound. */
  soundsAs(meant: readonly number[], at: number, id: number): readonly number[] {
    const written = this.numberOf(at, id);
    let alike = this.alikeOf[written];
    if (!alike) {
      const known = written < this.vocabulary.size;
      alike = this.sounds.alike(meant, this.textOf(written), known);
      this.alikeOf[written] = alike;
    }
    return alike;
  }

  /** The slip that the word at `at` of the line, `id`, would be for the word `meant`. */
  compare(meant: number, at: number, id: number): number {
    const written = this.numberOf(at, id);
    const row = ((Math.imul(meant, 0x9e3779b1) ^ Math.imul(written, 0x85ebca6b)) >>> 18) & (comparedRows - 1);
    if (this.meantOf[row] === meant && this.writtenOf[row] === written) return this.results[row]!;
    const result = this.sounds.close(meant, this.textOf(written)) ? slip.close : slip.any;
    this.meantOf[row] = meant;
    this.writtenOf[row] = written;
    this.results[row] = result;
    return result;
  }

  private numberOf(at: number, id: number): number {
    const { other, otherIng } = this.vocabulary.special;
    return id === other || id === otherIng ? this.unknown(at) : id;
  }

  private textOf(number: number): string {
    const { size, texts } = this.vocabulary;
    return number < size ? texts[number]! : this.texts[number - size]!;
  }

  private unknown(at: number): number {
    const known = this.numberAt[at]!;
    if (known > 0) return known;
    const words = this.words!;
    const written = this.text.slice(words.from[at - 1], words.to[at - 1]).toLowerCase();
    let number = this.numbers.get(written);
    if (number === undefined) {
      number = this.vocabulary.size + this.texts.push(written) - 1;
      this.numbers.set(written, number);
    }
    this.numberAt[at] = number;
    return number;
  }
}
