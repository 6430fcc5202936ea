// Sets of words that phrases read: "(a|the)", "help~", any number. Each different set is kept once over all packs, and whether a
// word is in it is one bit.
import type { Vocabulary } from './vocabulary.ts';

/** Words by their ids, smallest first, and every word of some kinds. */
export interface WordSet {
  readonly words: readonly number[];
  readonly classes: number;
}

/** The sets met while phrases are compiled, by number. */
export class WordSets {
  readonly all: WordSet[] = [];
  private readonly known = new Map<string, number>();
  /** By word, the set of it alone. */
  private readonly singles: (number | undefined)[] = [];

  /** The number of a set. */
  of(words: readonly number[], classes: number): number {
    if (words.length === 1 && classes === 0) return (this.singles[words[0]!] ??= this.all.push({ words, classes }) - 1);
    const sorted = words.length > 1 ? [...new Set(words)].sort((a, b) => a - b) : words;
    if (sorted.length === 1 && classes === 0) return this.of(sorted, 0);
    const key = `${classes} ${sorted.join(' ')}`;
    let set = this.known.get(key);
    if (set === undefined) {
      set = this.all.push({ words: sorted, classes }) - 1;
      this.known.set(key, set);
    }
    return set;
  }
}

/** One bit of 32 for a word: most words that aren't in a set are known by it. */
export const bitOf = (word: number): number => 1 << (Math.imul(word, 0x9e3779b1) >>> 27);

/** Numbers of 32 bits that wide bits take. */
export const wideSize = 4;

/** Sets one bit of 128 for a word in the four numbers at `at`. */
export function addWideBit(bits: Int32Array, at: number, word: number): void {
  const bit = Math.imul(word, 0x9e3779b1) >>> 25;
  bits[at + (bit >>> 5)]! |= 1 << (bit & 31);
}

/** The same as bits, once the vocabulary is closed. */
export class SetTable {
  /** By word, `stride` numbers of 32 columns each. Behind the last word stands one that is in no set. */
  readonly rows: Int32Array;
  readonly stride: number;
  /** By set, the bits of all its words. */
  readonly bits: Int32Array;
  /** By set, their wide bits. */
  private readonly wide: Int32Array;
  private readonly sets: readonly WordSet[];
  private readonly columns: Int32Array;
  private readonly ofKind = new Map<number, readonly number[]>();
  /** By set, all its words, where kinds of words are in it. */
  private readonly withKinds: (readonly number[] | undefined)[] = [];
  private readonly classes: readonly number[];

  constructor({ all }: WordSets, vocabulary: Vocabulary) {
    this.sets = all;
    this.classes = vocabulary.classes;
    this.columns = new Int32Array(all.length).fill(-1);
    let count = 0;
    for (const [set, one] of all.entries()) if (!isSingle(one)) this.columns[set] = count++;
    this.stride = Math.max(1, Math.ceil(count / 32));
    this.rows = new Int32Array((vocabulary.size + 1) * this.stride);
    this.bits = new Int32Array(all.length);
    this.wide = new Int32Array(all.length * wideSize);
    for (const [set, column] of this.columns.entries()) {
      for (const word of this.wordsOf(set)) {
        this.bits[set]! |= bitOf(word);
        addWideBit(this.wide, set * wideSize, word);
        if (column >= 0) this.rows[word * this.stride + (column >> 5)]! |= 1 << (column & 31);
      }
    }
  }

  /** Which words are in a set: below 0, `~word` alone; else those with a bit in this column. */
  codeOf(set: number): number {
    const one = this.sets[set]!;
    return isSingle(one) ? ~one.words[0]! : this.columns[set]!;
  }

  /** Adds the wide bits of a set to others. */
  addWide(set: number, bits: Int32Array): void {
    for (let at = 0; at < wideSize; at++) bits[at]! |= this.wide[set * wideSize + at]!;
  }

  /** Every word of a set. */
  wordsOf(set: number): readonly number[] {
    const { words, classes } = this.sets[set]!;
    if (classes === 0) return words;
    if (words.length === 0) return this.wordsOfKind(classes);
    return (this.withKinds[set] ??= [...new Set([...words, ...this.wordsOfKind(classes)])]);
  }

  /** How many words a set has. */
  sizeOf(set: number): number {
    return this.wordsOf(set).length;
  }

  private wordsOfKind(classes: number): readonly number[] {
    let words = this.ofKind.get(classes);
    if (words === undefined) {
      words = [...this.classes.keys()].filter((word) => (this.classes[word]! & classes) !== 0);
      this.ofKind.set(classes, words);
    }
    return words;
  }
}

const isSingle = ({ words, classes }: WordSet): boolean => words.length === 1 && classes === 0;
