// Whether a phrase stands around a word that one of its positions reads: backwards to where it began, forwards to where it ends.
// Each position is looked at once for each word, so the work is bounded by the phrase alone, whatever the text says.
import type { FollowSets } from './follow-sets.ts';
import type { Hits } from './hits.ts';
import { type Line, mostSkips } from './line.ts';
import type { PhraseTable } from './phrase-table.ts';
import { Seen } from './seen.ts';

export class Verifier {
  /** Positions looked at so far. */
  steps = 0;
  private readonly table: PhraseTable;
  private readonly seen = new Seen();
  // Positions and words still to be gone on from.
  private places = new Int32Array(256);
  private indexes = new Int32Array(256);
  private pending = 0;

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
    this.begin(position, from);
    let best = -1;
    while (this.pending > 0) {
      const place = this.places[--this.pending]!;
      const at = this.indexes[this.pending]!;
      if (isFirst[place] === 1 && (best < 0 || at < best)) best = at;
      if (at === 0) continue;
      const set = previous.of[place]!;
      this.step(previous, set, at - 1, line);
      if (!line.hasSkips) continue;
      let behind = line.back[at]!;
      for (let skips = 0; behind > 0 && skips < mostSkips; skips++) {
        this.step(previous, set, behind - 1, line);
        behind = line.back[behind]!;
      }
    }
    return best;
  }

  private addEnds(position: number, from: number, start: number, line: Line, hits: Hits): void {
    const { isLast, next, phraseOf } = this.table;
    const phrase = phraseOf[position]!;
    this.begin(position, from);
    while (this.pending > 0) {
      const place = this.places[--this.pending]!;
      const at = this.indexes[this.pending]!;
      if (isLast[place] === 1) hits.add(phrase, start, at);
      const set = next.of[place]!;
      this.step(next, set, at + 1, line);
      if (!line.hasSkips) continue;
      let behind = line.ahead[at + 1]!;
      for (let skips = 0; behind > 0 && skips < mostSkips; skips++) {
        this.step(next, set, behind, line);
        behind = line.ahead[behind]!;
      }
    }
  }

  private begin(position: number, at: number): void {
    this.seen.clear();
    this.places[0] = position;
    this.indexes[0] = at;
    this.pending = 1;
  }

  // The positions of a set that read the word at `at` are gone on from.
  private step(sets: FollowSets, set: number, at: number, line: Line): void {
    const word = line.ids[at]!;
    const { members, byKind, kindsFrom } = sets;
    this.steps++;
    for (let member = sets.reading(set, word); members[member]! >= 0; member++) this.wait(members[member]!, at);
    const stop = kindsFrom[set + 1]!;
    let one = kindsFrom[set]!;
    if (one === stop) return;
    const { classes } = this.table;
    const kinds = this.table.kinds[word]!;
    for (; one < stop; one++) if ((kinds & classes[byKind[one]!]!) !== 0) this.wait(byKind[one]!, at);
  }

  private wait(position: number, at: number): void {
    this.steps++;
    if (!this.seen.add(position, at)) return;
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
