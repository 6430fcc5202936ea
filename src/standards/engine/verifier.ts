// Whether a phrase stands around a word that one of its positions reads: backwards to where it began, forwards to where it ends.
// Each position is looked at once for each word, so the work is bounded by the phrase alone, whatever the text says.
import { type FollowSets, header, slotOf } from './follow-sets.ts';
import type { Hits } from './hits.ts';
import { type Line, mostSkips } from './line.ts';
import type { PhraseTable } from './phrase-table.ts';
import { Seen } from './seen.ts';
import { is } from './word-classes.ts';

// Names of this module's own: those of another are looked up anew at every use.
const { bits: bitsAt, kinds: kindsAt, mask: maskAt, run: runAt, gap: gapAt, after: afterAt, size: headerSize } = header;
const ownSlotOf = slotOf;
const anyWord = is.any;

/** So many steps of a search are not remembered. */
const mostForgotten = 24;

export class Verifier {
  /** Positions looked at so far. */
  steps = 0;
  private readonly table: PhraseTable;
  private readonly seen = new Seen();
  // Positions and words still to be gone on from.
  private places = new Int32Array(256);
  private indexes = new Int32Array(256);
  private pending = 0;
  private visits = 0;

  constructor(table: PhraseTable) {
    this.table = table;
  }

  /** Adds to `hits` every end of the phrase of `position` that can be reached through it at word `at`, with the earliest start. */
  verify(position: number, at: number, line: Line, hits: Hits): void {
    const start = this.earliestStart(position, at, line);
    if (start >= 0) this.addEnds(position, at, start, line, hits);
  }

  private earliestStart(position: number, from: number, line: Line): number {
    const { isFirst, previous } = this.table;
    if (isFirst[position] === 1 && previous.isEmpty(position)) return from;
    this.begin(position, from);
    let best = -1;
    while (this.pending > 0) {
      const place = this.places[--this.pending]!;
      const at = this.indexes[this.pending]!;
      if (isFirst[place] === 1 && (best < 0 || at < best)) best = at;
      this.step(previous, place, at - 1, -1, line);
      if (!line.hasSkips) continue;
      let behind = line.back[at]!;
      for (let skips = 0; behind > 0 && skips < mostSkips; skips++) {
        this.step(previous, place, behind - 1, -1, line);
        behind = line.back[behind]!;
      }
    }
    return best;
  }

  private addEnds(position: number, from: number, start: number, line: Line, hits: Hits): void {
    const { isLast, next, phraseOf } = this.table;
    const phrase = phraseOf[position]!;
    if (isLast[position] === 1 && next.isEmpty(position)) return hits.add(phrase, start, from);
    this.begin(position, from);
    while (this.pending > 0) {
      const place = this.places[--this.pending]!;
      const at = this.indexes[this.pending]!;
      if (isLast[place] === 1) hits.add(phrase, start, at);
      this.step(next, place, at + 1, 1, line);
      if (!line.hasSkips) continue;
      let behind = line.ahead[at + 1]!;
      for (let skips = 0; behind > 0 && skips < mostSkips; skips++) {
        this.step(next, place, behind, 1, line);
        behind = line.ahead[behind]!;
      }
    }
  }

  private begin(position: number, at: number): void {
    this.visits = 0;
    this.places[0] = position;
    this.indexes[0] = at;
    this.pending = 1;
  }

  // What may stand beside `position` and reads the word at `at` is gone on from; where it may be a gap, the words behind it too.
  private step({ of, data }: FollowSets, position: number, at: number, direction: 1 | -1, line: Line): void {
    const { ids, hasSkips } = line;
    const { kinds } = this.table;
    const set = of[position]!;
    const bits = data[set + bitsAt]!;
    const run = data[set + runAt]!;
    const first = set + headerSize;
    const words = first + 2 * data[set + kindsAt]!;
    for (let passed = 0, here = at; here >= 0; passed++, here += direction) {
      const word = ids[here]!;
      const kind = kinds[word]!;
      this.steps++;
      for (let place = first; place < words; place += 2)
        if ((kind & data[place]!) !== 0) this.wait(data[place + 1]!, here);
      if ((bits & (1 << (word & 31))) !== 0) this.members(data, words, data[set + maskAt]!, word, here);
      if ((kind & anyWord) === 0) return;
      if (passed === run) {
        if (data[set + afterAt]! >= 0) this.wait(data[set + afterAt]!, here);
        return;
      }
      // Inside a gap too something may be passed over: then its word is gone on from by itself.
      if (hasSkips && (direction > 0 ? line.ahead[here + 1] : line.back[here]) !== 0)
        return this.wait(data[set + gapAt]! + direction * passed, here);
    }
  }

  private members(data: Int32Array, words: number, mask: number, word: number, at: number): void {
    for (let slot = ownSlotOf(word, mask); ; slot = (slot + 1) & mask) {
      const found = data[words + 2 * slot]!;
      if (found === word) this.wait(data[words + 2 * slot + 1]!, at);
      else if (found < 0) return;
    }
  }

  private wait(position: number, at: number): void {
    this.steps++;
    // Most searches are over soon; only longer ones need to be kept from going the same way twice.
    if (++this.visits > mostForgotten) {
      if (this.visits === mostForgotten + 1) this.seen.clear();
      if (!this.seen.add(position, at)) return;
    }
    if (this.pending === this.places.length) this.grow();
    this.places[this.pending] = position;
    this.indexes[this.pending++] = at;
  }

  private grow(): void {
    const places = new Int32Array(this.places.length * 2);
    const indexes = new Int32Array(this.places.length * 2);
    places.set(this.places);
    indexes.set(this.indexes);
    this.places = places;
    this.indexes = indexes;
  }
}
