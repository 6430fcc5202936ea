// Phrases with gaps or kinds of words, found by their rarest part: every way through a phrase passes one of its anchors, so only
// where an anchor's word stands, between words that may stand beside it, is the phrase looked at.
import type { Hits } from './hits.ts';
import type { Line } from './line.ts';
import type { FollowSets } from './follow-sets.ts';
import type { PhraseTable } from './phrase-table.ts';
import { Verifier } from './verifier.ts';

const anything = -1;

export class Anchors {
  /** Anchors looked at so far. */
  private looked = 0;
  private readonly verifier: Verifier;
  /** The anchors of word `w` are those from `from[w]` up to `from[w + 1]`. */
  private readonly from: Int32Array;
  private readonly position: Int32Array;
  /** By anchor, one bit of 32 for each word that may stand before it, and after it. */
  private readonly before: Int32Array;
  private readonly after: Int32Array;

  constructor(table: PhraseTable) {
    this.verifier = new Verifier(table);
    const byWord: number[][] = Array.from(table.kinds, () => []);
    for (const position of table.anchors) {
      const word = table.word[position]!;
      const classes = table.classes[position]!;
      if (word >= 0) byWord[word]!.push(position);
      else for (const [id, kinds] of table.kinds.entries()) if ((kinds & classes) !== 0) byWord[id]!.push(position);
    }
    this.from = new Int32Array(byWord.length + 1);
    this.position = Int32Array.from(byWord.flat());
    for (const [word, positions] of byWord.entries()) this.from[word + 1] = this.from[word]! + positions.length;
    const neighbours = new Neighbours(table);
    this.before = this.position.map((position) => neighbours.before(position));
    this.after = this.position.map((position) => neighbours.after(position));
  }

  /** Anchors and positions looked at so far. */
  get steps(): number {
    return this.looked + this.verifier.steps;
  }

  /** Adds to `hits` every phrase in the line. */
  read(line: Line, hits: Hits): void {
    const { from, position, before, after, verifier } = this;
    const { ids, hasSkips, ahead, back } = line;
    const last = line.count + 1;
    let looked = 0;
    for (let at = 0; at <= last; at++) {
      const word = ids[at]!;
      let anchor = from[word]!;
      const stop = from[word + 1]!;
      if (anchor === stop) continue;
      looked += stop - anchor;
      const earlier = at === 0 ? 0 : hasSkips && back[at] !== 0 ? anything : 1 << (ids[at - 1]! & 31);
      const later = hasSkips && ahead[at + 1] !== 0 ? anything : 1 << (ids[at + 1]! & 31);
      for (; anchor < stop; anchor++)
        if (
          (before[anchor] === anything || (before[anchor]! & earlier) !== 0) &&
          (after[anchor] === anything || (after[anchor]! & later) !== 0)
        )
          verifier.verify(position[anchor]!, at, line, hits);
    }
    this.looked += looked;
  }
}

// What may stand beside a position, as bits of words.
class Neighbours {
  private readonly table: PhraseTable;
  private readonly byClass = new Map<number, number>();

  constructor(table: PhraseTable) {
    this.table = table;
  }

  before(position: number): number {
    return this.table.isFirst[position] === 1 ? anything : this.bits(this.table.previous, position);
  }

  after(position: number): number {
    return this.table.isLast[position] === 1 ? anything : this.bits(this.table.next, position);
  }

  private bits(sets: FollowSets, position: number): number {
    const set = sets.of[position]!;
    let bits = sets.bits[set]!;
    for (let at = sets.kindsFrom[set]!; at < sets.kindsFrom[set + 1]!; at++)
      bits |= this.ofClass(this.table.classes[sets.byKind[at]!]!);
    return bits;
  }

  private ofClass(classes: number): number {
    let bits = this.byClass.get(classes);
    if (bits === undefined) {
      bits = 0;
      for (const [id, kinds] of this.table.kinds.entries()) if ((kinds & classes) !== 0) bits |= 1 << (id & 31);
      this.byClass.set(classes, bits);
    }
    return bits;
  }
}
