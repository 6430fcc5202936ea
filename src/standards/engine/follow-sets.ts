// What may come after each position of a phrase, or before it: as a list of the sets of words that are waited for. Positions that
// wait for the same share one list, such as all those of a gap. A list lies in one piece, so that reading it touches little memory.
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

/** A position as far as lists need it. */
export interface Reader {
  readonly set: number;
  /** Is it a word of a gap, where the phrase neither begins nor ends? */
  readonly passes: boolean;
}

export class FollowSets {
  /** By position, where its list begins in `data`; below 0 what it waits for, as `~position`, where that is one alone; or `none`. */
  readonly of: Int32Array;
  readonly data: Int32Array;

  /** @param following by position, those that it waits for */
  constructor(following: readonly (readonly number[])[], readers: readonly Reader[], sets: SetTable) {
    const known = new Map<string, number>();
    const data: number[] = [];
    this.of = Int32Array.from(following, (list) => {
      if (list.length === 0) return none;
      if (list.length === 1 && !readers[list[0]!]!.passes) return ~list[0]!;
      const key = list.join(',');
      let at = known.get(key);
      if (at === undefined) {
        at = data.length;
        known.set(key, at);
        for (const one of written(list, following, readers, sets)) data.push(one);
      }
      return at;
    });
    this.data = Int32Array.from(data);
  }
}

function written(
  list: readonly number[],
  following: readonly (readonly number[])[],
  readers: readonly Reader[],
  sets: SetTable,
): number[] {
  const gapOf = (members: readonly number[]): number => members.find((one) => readers[one]!.passes) ?? -1;
  const gap = gapOf(list);
  const others = list.filter((position) => position !== gap);
  // Words of the gap that wait for the same as this list does.
  const same = gap < 0 ? '' : others.toSorted((a, b) => a - b).join(',');
  let run = 0;
  let after = gap;
  while (after >= 0) {
    const next = gapOf(following[after]!);
    const rest = following[after]!.filter((position) => position !== next);
    if (rest.toSorted((a, b) => a - b).join(',') !== same) break;
    run++;
    after = next;
  }
  const each = others.flatMap((position) => {
    const { set } = readers[position]!;
    return [sets.codeOf(set), sets.bits[set]!, position];
  });
  const held = heldBits(others.map((position) => sets.wordsOf(readers[position]!.set)));
  return [others.length, run, gap, after, held.length - 1, ...held, ...each];
}

// Bits of all words of some sets; where they are too many to be worth it, every bit.
function heldBits(sets: readonly (readonly number[])[]): Int32Array {
  const count = sets.reduce((sum, { length }) => sum + length, 0);
  if (count > mostHeld) return Int32Array.of(-1);
  const held = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(1, count / wordsEach))));
  for (const words of sets)
    for (const word of words) held[hashOf(word) & (held.length - 1)]! |= 1 << (hashOf(word) >>> 27);
  return held;
}
