// The positions of all phrases in flat arrays, forwards and backwards: reading them is what looking for phrases spends its time on.
import { FollowSets } from './follow-sets.ts';
import type { PhrasePositions } from './positions.ts';
import { is } from './word-classes.ts';
import type { SetTable } from './word-sets.ts';

/** What stands of a position in `spots`: which words it reads (see `SetTable.codeOf`), what it waits for both ways, and flags. */
export const spot = { code: 0, next: 1, previous: 2, flags: 3, size: 4 } as const;
export const flag = { first: 1, last: 2 } as const;

export class PhraseTable {
  readonly phraseOf: Int32Array;
  /** By position, the set of words that it reads. */
  readonly setOf: Int32Array;
  readonly isFirst: Uint8Array;
  readonly isLast: Uint8Array;
  readonly next: FollowSets;
  readonly previous: FollowSets;
  /** By position, `spot.size` numbers: all that is read of most of them, side by side. */
  readonly spots: Int32Array;
  /** Every anchor of every phrase. */
  readonly anchors: readonly number[];

  constructor(phrases: readonly PhrasePositions[], sets: SetTable) {
    const all = phrases.flatMap((phrase) => phrase.positions);
    this.setOf = Int32Array.from(all, ({ set }) => set);
    this.phraseOf = new Int32Array(all.length);
    this.isFirst = new Uint8Array(all.length);
    this.isLast = new Uint8Array(all.length);
    const next: number[][] = [];
    const previous: number[][] = [];
    const anchors: number[] = [];
    let base = 0;
    for (const [index, phrase] of phrases.entries()) {
      const moved = (positions: readonly number[]): number[] => {
        const own: number[] = [];
        for (const position of positions) own.push(base + position);
        return own;
      };
      for (const position of phrase.positions) {
        this.phraseOf[next.length] = index;
        next.push(moved(position.next));
        previous.push(moved(position.previous));
      }
      for (const at of phrase.first) this.isFirst[base + at] = 1;
      for (const at of phrase.last) this.isLast[base + at] = 1;
      for (const at of phrase.anchors) anchors.push(base + at);
      base += phrase.positions.length;
    }
    this.anchors = anchors;
    const readers = all.map(({ set, words, classes }, at) => ({
      set,
      passes: words.length === 0 && classes === is.any && this.isFirst[at] === 0 && this.isLast[at] === 0,
    }));
    this.next = new FollowSets(next, readers, sets);
    this.previous = new FollowSets(previous, readers, sets);
    this.spots = new Int32Array(all.length * spot.size);
    for (let at = 0; at < all.length; at++) {
      const row = at * spot.size;
      this.spots[row + spot.code] = sets.codeOf(this.setOf[at]!);
      this.spots[row + spot.next] = this.next.of[at]!;
      this.spots[row + spot.previous] = this.previous.of[at]!;
      this.spots[row + spot.flags] = this.isFirst[at]! * flag.first + this.isLast[at]! * flag.last;
    }
  }
}
