// The positions of all phrases in flat arrays, forwards and backwards: reading them is what looking for phrases spends its time on.
import { FollowSets } from './follow-sets.ts';
import type { PhraseData } from './phrase-data.ts';
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
  readonly anchors: Int32Array;

  constructor(phrases: PhraseData, sets: SetTable) {
    const { base, setOf, words, classes } = phrases;
    const size = setOf.length;
    this.setOf = setOf;
    this.phraseOf = new Int32Array(size);
    this.isFirst = new Uint8Array(size);
    this.isLast = new Uint8Array(size);
    this.anchors = new Int32Array(phrases.anchors.to.length);
    let anchor = 0;
    for (let phrase = 0; phrase + 1 < base.length; phrase++) {
      const start = base[phrase]!;
      this.phraseOf.fill(phrase, start, base[phrase + 1]);
      const { first, last, anchors } = phrases;
      for (let at = first.from[phrase]!; at < first.from[phrase + 1]!; at++) this.isFirst[start + first.to[at]!] = 1;
      for (let at = last.from[phrase]!; at < last.from[phrase + 1]!; at++) this.isLast[start + last.to[at]!] = 1;
      for (let at = anchors.from[phrase]!; at < anchors.from[phrase + 1]!; at++)
        this.anchors[anchor++] = start + anchors.to[at]!;
    }
    // A word of a gap, where the phrase neither begins nor ends.
    const passes = new Uint8Array(size);
    for (let at = 0; at < size; at++) {
      const set = setOf[at]!;
      const any = classes[set] === is.any && words.from[set] === words.from[set + 1];
      passes[at] = any && this.isFirst[at] === 0 && this.isLast[at] === 0 ? 1 : 0;
    }
    const readers = { base, setOf, passes };
    this.next = new FollowSets(phrases.next, readers, sets);
    this.previous = new FollowSets(phrases.previous, readers, sets);
    this.spots = new Int32Array(size * spot.size);
    for (let at = 0; at < size; at++) {
      const row = at * spot.size;
      this.spots[row + spot.code] = sets.codeOf(setOf[at]!);
      this.spots[row + spot.next] = this.next.of[at]!;
      this.spots[row + spot.previous] = this.previous.of[at]!;
      this.spots[row + spot.flags] = this.isFirst[at]! * flag.first + this.isLast[at]! * flag.last;
    }
  }
}
