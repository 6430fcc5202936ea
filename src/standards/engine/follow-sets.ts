// What may come after each position of a phrase, or before it, found by the word that stands there: many positions share one set,
// such as all those of a gap, and a set of forty alternatives costs one look-up. A set lies in one piece, so that reading it
// touches little memory.

/** What stands at the beginning of a set in `data`. */
export const header = {
  /** One bit of 32 for each word that a member reads. */
  bits: 0,
  /** How many members read kinds of words: as many pairs of kinds and position follow. */
  kinds: 1,
  /** Slots for members that read one word, less 1: behind the kinds, pairs of word (-1: free) and position. */
  mask: 2,
  /** How many words of a gap may be passed over while the same members are waited for. */
  run: 3,
  /** The first of these words' positions; the others follow it one by one, on the way back downwards. */
  gap: 4,
  /** A position behind them that passes over a word too and waits for other members; -1 where there is none. */
  after: 5,
  size: 6,
} as const;

/** A position as far as sets need it: the word it reads, or where that is negative a word of one of `classes`. */
export interface Reader {
  readonly word: number;
  readonly classes: number;
  /** Is it a word of a gap, where the phrase neither begins nor ends? */
  readonly passes: boolean;
}

/** The slot in which a word's members begin. */
export const slotOf = (word: number, mask: number): number => (Math.imul(word, 0x9e3779b1) >>> 12) & mask;

export class FollowSets {
  /** By position, where its set begins in `data`. */
  readonly of: Int32Array;
  readonly data: Int32Array;

  /** @param following by position, the positions of its set */
  constructor(following: readonly (readonly number[])[], readers: readonly Reader[]) {
    const known = new Map<string, number>();
    const data: number[] = [];
    this.of = Int32Array.from(following, (set) => {
      const key = set.join(',');
      let at = known.get(key);
      if (at === undefined) {
        at = data.length;
        known.set(key, at);
        for (const one of written(set, following, readers)) data.push(one);
      }
      return at;
    });
    this.data = Int32Array.from(data);
  }

  /** Does nothing stand beside this position? */
  isEmpty(position: number): boolean {
    const set = this.of[position]!;
    return (
      this.data[set + header.bits] === 0 &&
      this.data[set + header.kinds] === 0 &&
      this.data[set + header.run] === 0 &&
      this.data[set + header.after]! < 0
    );
  }
}

function written(
  set: readonly number[],
  following: readonly (readonly number[])[],
  readers: readonly Reader[],
): number[] {
  const gapOf = (members: readonly number[]): number => members.find((one) => readers[one]!.passes) ?? -1;
  const gap = gapOf(set);
  const others = set.filter((position) => position !== gap);
  const words = others.filter((position) => readers[position]!.word >= 0);
  const kinds = others.filter((position) => readers[position]!.word < 0);
  // Words of the gap that wait for the same as this set does.
  const same = others.toSorted((a, b) => a - b).join(',');
  let run = 0;
  let after = gap;
  while (after >= 0) {
    const next = gapOf(following[after]!);
    const rest = following[after]!.filter((position) => position !== next);
    if (rest.toSorted((a, b) => a - b).join(',') !== same) break;
    run++;
    after = next;
  }
  const mask = 2 ** Math.ceil(Math.log2(Math.max(words.length * 1.4, words.length + 1))) - 1;
  const slots: number[] = Array.from({ length: 2 * (mask + 1) }, (_, at) => (at % 2 === 0 ? -1 : 0));
  let bits = 0;
  for (const position of words) {
    const { word } = readers[position]!;
    bits |= 1 << (word & 31);
    let slot = slotOf(word, mask);
    while (slots[2 * slot]! >= 0) slot = (slot + 1) & mask;
    slots[2 * slot] = word;
    slots[2 * slot + 1] = position;
  }
  const pairs = kinds.flatMap((position) => [readers[position]!.classes, position]);
  return [bits, kinds.length, mask, run, gap, after, ...pairs, ...slots];
}
