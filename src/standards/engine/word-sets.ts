// Sets of words that phrases read: "(a|the)", "help~", any number. Each different set is kept once over all packs, and whether a
// word is in it is told by a short list.
import { Numbers } from './flat-lists.ts';
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

/** What stands of a set in `SetTable.members`: the kinds of words in it, how many words follow, and they themselves. */
const member = { kinds: 0, count: 1, words: 2 } as const;
/** Longer lists of words are halved before they are looked through. */
const fewWords = 8;

/** Is a word in the set of this code, see `SetTable.codeOf`? @param classes by word, the kinds of word it is */
export function isMember(word: number, code: number, members: Int32Array, classes: Int32Array): boolean {
  if (code < 0) return ~code === word;
  if ((classes[word]! & members[code + member.kinds]!) !== 0) return true;
  let low = code + member.words;
  let high = low + members[code + member.count]!;
  while (high - low > fewWords) {
    const middle = (low + high) >> 1;
    if (members[middle]! > word) high = middle;
    else low = middle;
  }
  for (; low < high; low++) if (members[low] === word) return true;
  return false;
}

/** The same as numbers side by side, once the vocabulary is closed: what is asked of a set lies in one piece of memory. */
export class SetTable {
  /** By code, a set that is more than one word, as in `member`. */
  readonly members: Int32Array;
  /** By set, the bits of all its words. */
  readonly bits: Int32Array;
  /** By set, their wide bits. */
  private readonly wide: Int32Array;
  private readonly sets: readonly WordSet[];
  private readonly codes: Int32Array;
  private readonly ofKind = new Map<number, readonly number[]>();
  /** By set, all its words, where kinds of words are in it. */
  private readonly withKinds: (readonly number[] | undefined)[] = [];
  private readonly classes: readonly number[];

  constructor({ all }: WordSets, vocabulary: Vocabulary) {
    this.sets = all;
    this.classes = vocabulary.classes;
    this.codes = new Int32Array(all.length);
    this.bits = new Int32Array(all.length);
    this.wide = new Int32Array(all.length * wideSize);
    const members = new Numbers();
    for (const [set, one] of all.entries()) {
      this.codes[set] = isSingle(one) ? ~one.words[0]! : members.count;
      if (!isSingle(one)) for (const number of [one.classes, one.words.length, ...one.words]) members.push(number);
      for (const word of this.wordsOf(set)) {
        this.bits[set]! |= bitOf(word);
        addWideBit(this.wide, set * wideSize, word);
      }
    }
    this.members = members.done();
  }

  /** Which words are in a set: below 0, `~word` alone; else where it stands in `members`. */
  codeOf(set: number): number {
    return this.codes[set]!;
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
