// Whether a phrase stands around a word that one of its positions reads: backwards to where it began, forwards to where it ends.
// Each position is looked at once for each word, so the work is bounded by the phrase alone, whatever the text says.
import type { ContactWords } from './contact-words.ts';
import type { EarTables } from './ear-tables.ts';
import { hashOf, header, none, waited } from './follow-sets.ts';
import type { Hits } from './hits.ts';
import { mostSkips } from './line.ts';
import { flag, spot } from './phrase-table.ts';
import { Seen } from './seen.ts';
import { is } from './word-classes.ts';
import { bitOf, isMember } from './word-sets.ts';

// Names of this module's own: those of another are looked up anew at every use.
const { count: countAt, mask: maskAt, run: runAt, gap: gapAt, after: afterAt, size: headerSize } = header;
const { code: codeAt, bits: ownBitsAt, position: positionAt, each } = waited;
const { code: spotCodeAt, next: nextAt, previous: previousAt, flags: flagsAt, size: spotSize } = spot;
const { first, last } = flag;
const empty = none;
const mostPassed = mostSkips;

/** So many steps of a search are not remembered. */
const mostForgotten = 24;

export class Verifier {
  /** Positions looked at so far. */
  steps = 0;
  private readonly spots: Int32Array;
  private readonly phraseOf: Int32Array;
  private readonly after: Int32Array;
  private readonly before: Int32Array;
  private readonly members: Int32Array;
  private readonly classes: Int32Array;
  private readonly bits: Int32Array;
  private readonly hashes: Int32Array;
  /** By word, 1 for one that a gap may pass over. */
  private readonly passable: Uint8Array;
  private readonly seen = new Seen();
  // Positions and places still to be gone on from.
  private positions = new Int32Array(256);
  private places = new Int32Array(256);
  private pending = 0;
  private visits = 0;

  /** @param classes by word, the kinds of word it is */
  constructor(tables: EarTables, classes: readonly number[]) {
    this.spots = tables.spots;
    this.phraseOf = tables.phraseOf;
    this.after = tables.after;
    this.before = tables.before;
    this.members = tables.members;
    this.classes = Int32Array.from([...classes, 0]);
    this.bits = Int32Array.from({ length: classes.length + 1 }, (_, word) => bitOf(word));
    this.hashes = Int32Array.from({ length: classes.length + 1 }, (_, word) => hashOf(word));
    // Behind the last stands the word that closes a turn.
    this.passable = Uint8Array.from([...classes, 0], (kinds) => ((kinds & is.any) === 0 ? 0 : 1));
  }

  /** Adds to `hits` every end of the phrase of `position` that can be reached through it at `place`, with the earliest start. */
  verify(position: number, place: number, words: ContactWords, hits: Hits): void {
    const start = this.earliestStart(position, place, words);
    if (start >= 0) this.addEnds(position, place, start, words, hits);
  }

  private earliestStart(position: number, from: number, words: ContactWords): number {
    const { spots } = this;
    if ((spots[position * spotSize + flagsAt]! & first) !== 0 && spots[position * spotSize + previousAt] === empty)
      return from;
    this.begin(position, from);
    let best = -1;
    while (this.pending > 0) {
      const one = this.positions[--this.pending]! * spotSize;
      const at = this.places[this.pending]!;
      if ((spots[one + flagsAt]! & first) !== 0 && (best < 0 || at < best)) best = at;
      const list = spots[one + previousAt]!;
      if (list === empty) continue;
      this.step(this.before, list, at - 1, -1, words);
      if (words.skipping[at] === 0) continue;
      let behind = words.back[at]!;
      for (let skips = 0; behind > 0 && skips < mostPassed; skips++) {
        this.step(this.before, list, behind - 1, -1, words);
        behind = words.back[behind]!;
      }
    }
    return best;
  }

  private addEnds(position: number, from: number, start: number, words: ContactWords, hits: Hits): void {
    const { spots } = this;
    this.begin(position, from);
    while (this.pending > 0) {
      const one = this.positions[--this.pending]! * spotSize;
      const at = this.places[this.pending]!;
      if ((spots[one + flagsAt]! & last) !== 0) hits.add(this.phraseOf[position]!, start, at);
      const list = spots[one + nextAt]!;
      if (list === empty) continue;
      this.step(this.after, list, at + 1, 1, words);
      if (words.skipping[at] === 0) continue;
      let behind = words.ahead[at + 1]!;
      for (let skips = 0; behind > 0 && skips < mostPassed; skips++) {
        this.step(this.after, list, behind, 1, words);
        behind = words.ahead[behind]!;
      }
    }
  }

  private begin(position: number, place: number): void {
    this.visits = 0;
    this.positions[0] = position;
    this.places[0] = place;
    this.pending = 1;
  }

  // What is waited for and reads the word at `at` is gone on from; where it may be a gap, the words behind it too.
  private step(data: Int32Array, list: number, at: number, direction: 1 | -1, words: ContactWords): void {
    const { ids } = words;
    const { hashes, members, classes } = this;
    if (list < 0) {
      this.steps++;
      const word = ids[at]!;
      if (isMember(word, this.spots[~list * spotSize + spotCodeAt]!, members, classes)) this.wait(~list, at);
      return;
    }
    const hasSkips = words.skipping[at] === 1;
    const mask = data[list + maskAt]!;
    const held = list + headerSize;
    const run = data[list + runAt]!;
    const start = held + mask + 1;
    const behind = start + each * data[list + countAt]!;
    for (let passed = 0, here = at; ; passed++, here += direction) {
      const word = ids[here]!;
      this.steps++;
      const hash = hashes[word]!;
      if ((data[held + (hash & mask)]! & (1 << (hash >>> 27))) !== 0) {
        const bit = this.bits[word]!;
        for (let one = start; one < behind; one += each) {
          if ((data[one + ownBitsAt]! & bit) === 0) continue;
          if (!isMember(word, data[one + codeAt]!, members, classes)) continue;
          this.wait(data[one + positionAt]!, here);
        }
      }
      if (this.passable[word] === 0) return;
      if (passed === run) {
        if (data[list + afterAt]! >= 0) this.wait(data[list + afterAt]!, here);
        return;
      }
      // Inside a gap too something may be passed over: then its word is gone on from by itself.
      if (hasSkips && (direction > 0 ? words.ahead[here + 1] : words.back[here]) !== 0)
        return this.wait(data[list + gapAt]! + direction * passed, here);
    }
  }

  private wait(position: number, place: number): void {
    this.steps++;
    // Most searches are over soon; only longer ones need to be kept from going the same way twice.
    if (++this.visits > mostForgotten) {
      if (this.visits === mostForgotten + 1) this.seen.clear();
      if (!this.seen.add(position, place)) return;
    }
    if (this.pending === this.positions.length) this.grow();
    this.positions[this.pending] = position;
    this.places[this.pending++] = place;
  }

  private grow(): void {
    const positions = new Int32Array(this.positions.length * 2);
    const places = new Int32Array(this.places.length * 2);
    positions.set(this.positions);
    places.set(this.places);
    this.positions = positions;
    this.places = places;
  }
}
