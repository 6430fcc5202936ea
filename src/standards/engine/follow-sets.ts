// What may come after each position of a phrase, or before it: as a list of the sets of words that are waited for. Positions that
// wait for the same share one list, such as all those of a gap. A list lies in one piece, so that reading it touches little memory.
import { type FlatLists, Numbers } from './flat-lists.ts';
import type { SetTable } from './word-sets.ts';

/** What stands at the beginning of a list in `data`; behind it, bits, then what is waited for, `each` numbers each. */
export const header = {
  /** How many follow. */
  count: 0,
  /** How many words of a gap may be passed over while the same is waited for. */
  run: 1,
  /** The first of these words' positions; the others follow it one by one, on the way back downwards. */
  gap: 2,
  /** A position behind them that passes over a word too and waits for something else; -1 where there is none. */
  after: 3,
  /** How many numbers of 32 bits tell which words one of the sets holds, less 1: see `hashOf`. They follow, then what is waited for. */
  mask: 4,
  size: 5,
} as const;

/** What stands of each that is waited for: which words it reads (see `SetTable.codeOf`), bits of them, its position. */
export const waited = { code: 0, bits: 1, position: 2, each: 3 } as const;

/** Words for each number of bits, and the most words that are told apart. */
const wordsEach = 6;
const mostHeld = 1500;

/** Where a word's bit is kept among those of a list: its lowest bits say in which number, its highest five which bit. */
export const hashOf = (word: number): number => Math.imul(word, 0x9e3779b1) ^ (Math.imul(word, 0x85ebca6b) >>> 15);

/** Nothing stands beside a position. */
export const none = -(2 ** 31);

/** Positions as far as lists need them. */
export interface Readers {
  /** By phrase, its first position; behind the last phrase, how many there are. */
  readonly base: Int32Array;
  /** By position, the set of words that it reads, and 1 for a word of a gap where the phrase neither begins nor ends. */
  readonly setOf: Int32Array;
  readonly passes: Uint8Array;
}

export class FollowSets {
  /** By position, where its list begins in `data`; below 0 what it waits for, as `~position`, where that is one alone; or `none`. */
  readonly of: Int32Array;
  readonly data: Int32Array;

  /** @param following by position, those that it waits for, counted within its phrase */
  constructor(following: FlatLists, readers: Readers, sets: SetTable) {
    const { base, setOf, passes } = readers;
    const { from, to } = following;
    const writer = new Writer(following, readers, sets);
    this.of = new Int32Array(setOf.length);
    for (let phrase = 0; phrase + 1 < base.length; phrase++) {
      writer.begin(base[phrase]!);
      for (let at = base[phrase]!; at < base[phrase + 1]!; at++) {
        const count = from[at + 1]! - from[at]!;
        const first = base[phrase]! + to[from[at]!]!;
        this.of[at] = count === 0 ? none : count === 1 && passes[first] === 0 ? ~first : writer.listOf(at);
      }
    }
    this.data = writer.data.done();
  }
}

class Writer {
  readonly data = new Numbers();
  private readonly following: FlatLists;
  private readonly readers: Readers;
  private readonly sets: SetTable;
  /** Of this phrase: its first position, and by a digest of their lists the positions whose lists were written, each with where. */
  private base = 0;
  private readonly written = new Map<number, { readonly position: number; readonly at: number }[]>();

  constructor(following: FlatLists, readers: Readers, sets: SetTable) {
    this.following = following;
    this.readers = readers;
    this.sets = sets;
  }

  begin(base: number): void {
    this.base = base;
    this.written.clear();
  }

  /** Where the list of a position stands, which is written where none of this phrase is the same. */
  listOf(position: number): number {
    const { from, to } = this.following;
    let digest = 0;
    for (let at = from[position]!; at < from[position + 1]!; at++) digest = (Math.imul(digest, 31) + to[at]!) | 0;
    const alike = this.written.get(digest);
    const known = alike?.find((one) => this.isSame(one.position, position));
    if (known) return known.at;
    const own = { position, at: this.data.count };
    if (alike) alike.push(own);
    else this.written.set(digest, [own]);
    this.write(position);
    return own.at;
  }

  private isSame(one: number, other: number): boolean {
    const { from, to } = this.following;
    const [start, second] = [from[one]!, from[other]!];
    const count = from[one + 1]! - start;
    if (from[other + 1]! - second !== count) return false;
    for (let at = 0; at < count; at++) if (to[start + at] !== to[second + at]) return false;
    return true;
  }

  private write(position: number): void {
    const { data, base, sets } = this;
    const { setOf } = this.readers;
    const { from, to } = this.following;
    const gap = this.gapOf(position);
    const { run, after } = gap < 0 ? { run: 0, after: -1 } : this.runOf(position, gap);
    let count = 0;
    let words = 0;
    for (let at = from[position]!; at < from[position + 1]!; at++) {
      const one = base + to[at]!;
      if (one === gap) continue;
      count++;
      words += sets.sizeOf(setOf[one]!);
    }
    const size = words > mostHeld ? 1 : 2 ** Math.ceil(Math.log2(Math.max(1, words / wordsEach)));
    for (const one of [count, run, gap, after, size - 1]) data.push(one);
    const held = data.count;
    // Where there are too many words for bits to be worth it, every bit.
    for (let at = 0; at < size; at++) data.push(words > mostHeld ? -1 : 0);
    for (let at = from[position]!; at < from[position + 1]!; at++) {
      const one = base + to[at]!;
      if (one === gap) continue;
      const set = setOf[one]!;
      if (words <= mostHeld)
        for (const word of sets.wordsOf(set)) data.mark(held + (hashOf(word) & (size - 1)), 1 << (hashOf(word) >>> 27));
      data.push(sets.codeOf(set));
      data.push(sets.bits[set]!);
      data.push(one);
    }
  }

  /** The first word of a gap that a position waits for; -1 where it waits for none. */
  private gapOf(position: number): number {
    const { from, to } = this.following;
    for (let at = from[position]!; at < from[position + 1]!; at++)
      if (this.readers.passes[this.base + to[at]!] === 1) return this.base + to[at]!;
    return -1;
  }

  // How many words of a gap wait for the same as the list of a position does, and which one behind them waits for something else.
  private runOf(position: number, gap: number): { run: number; after: number } {
    const same = this.besides(position, gap);
    let run = 0;
    let after = gap;
    while (after >= 0) {
      const next = this.gapOf(after);
      if (this.besides(after, next) !== same) break;
      run++;
      after = next;
    }
    return { run, after };
  }

  // What a position waits for besides a gap, in order.
  private besides(position: number, gap: number): string {
    const { from, to } = this.following;
    return to
      .slice(from[position], from[position + 1])
      .filter((one) => this.base + one !== gap)
      .sort()
      .join(',');
  }
}
