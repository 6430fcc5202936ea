// Where a phrase that ends at a word began: its positions walked backwards. Bounded by the phrase's own length.
import { asides } from './english.ts';
import type { PhrasePositions } from './positions.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Words } from './words.ts';

/** An aside of two words may be jumped over, so positions wait for up to this many words further back. */
const furthest = 4;

export class SpanFinder {
  /** Positions looked at so far. */
  steps = 0;
  private readonly vocabulary: Vocabulary;
  private readonly asides: readonly (readonly [number, number])[];
  // All positions of all phrases in flat arrays: this runs for most of what is heard.
  private readonly word: Int32Array;
  private readonly classes: Int32Array;
  private readonly isFirst: Uint8Array;
  private readonly previousFrom: Int32Array;
  private readonly previous: Int32Array;
  private readonly last: readonly Int32Array[];
  // Positions waiting at each of the next few words, by turns; a stamp tells whether one waits already.
  private readonly waiting: readonly Int32Array[];
  private readonly counts = new Int32Array(furthest);
  private readonly stamps: Int32Array;
  private stamp = 0;
  private pending = 0;

  constructor(phrases: readonly PhrasePositions[], vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.asides = asides.map(([first, second]) => [vocabulary.add(first), vocabulary.add(second)]);
    const bases: number[] = [];
    let count = 0;
    let edges = 0;
    for (const { positions } of phrases) {
      bases.push(count);
      count += positions.length;
      for (const position of positions) edges += position.previous.length;
    }
    this.word = new Int32Array(count);
    this.classes = new Int32Array(count);
    this.isFirst = new Uint8Array(count);
    this.previousFrom = new Int32Array(count + 1);
    this.previous = new Int32Array(edges);
    this.stamps = new Int32Array(count);
    let edge = 0;
    for (const [index, { positions, first }] of phrases.entries()) {
      const base = bases[index]!;
      for (const [at, position] of positions.entries()) {
        this.word[base + at] = position.word;
        this.classes[base + at] = position.classes;
        for (const one of position.previous) this.previous[edge++] = base + one;
        this.previousFrom[base + at + 1] = edge;
      }
      for (const at of first) this.isFirst[base + at] = 1;
    }
    this.last = phrases.map(({ last }, index) => Int32Array.from(last, (at) => bases[index]! + at));
    const most = phrases.reduce((size, phrase) => Math.max(size, phrase.positions.length), 1);
    this.waiting = Array.from({ length: furthest }, () => new Int32Array(most * furthest));
  }

  /** Does the turn hold an aside at all? Without one, a phrase of fixed length needs no search. */
  hasAside(words: Words): boolean {
    for (let at = 1; at < words.count; at++) if (this.isAside(words, at)) return true;
    return false;
  }

  /** The index of the first word of the longest match of phrase number `phrase` that ends at word `last` (`words.count` stands for the end of the turn, -1 for its start). */
  startOf(phrase: number, words: Words, last: number, aside: boolean): number {
    const { counts, waiting, isFirst, previous, previousFrom } = this;
    counts.fill(0);
    this.pending = 0;
    const ends = this.last[phrase]!;
    let stamp = ++this.stamp;
    for (let index = 0; index < ends.length; index++) this.wait(ends[index]!, words, last, stamp);
    let best = last;
    for (let at = last; at >= -1 && this.pending > 0; at--) {
      const lane = (at + furthest) % furthest;
      const here = counts[lane]!;
      this.pending -= here;
      // Its lane is free again for the word four further back.
      counts[lane] = 0;
      const positions = waiting[lane]!;
      stamp = ++this.stamp;
      this.steps += here;
      for (let index = 0; index < here; index++) {
        const position = positions[index]!;
        if (isFirst[position] === 1) best = at;
        const to = previousFrom[position + 1]!;
        for (let edge = previousFrom[position]!; edge < to; edge++) this.wait(previous[edge]!, words, at - 1, stamp);
      }
      if (aside && this.isAside(words, at - 1)) {
        stamp = ++this.stamp;
        for (let index = 0; index < here; index++) {
          const to = previousFrom[positions[index]! + 1]!;
          for (let edge = previousFrom[positions[index]!]!; edge < to; edge++)
            this.wait(previous[edge]!, words, at - 3, stamp);
        }
      }
    }
    return best;
  }

  // A position may come to wait at a word once from the next word and once over an aside; its lane has room for both.
  private wait(position: number, words: Words, at: number, stamp: number): void {
    if (at < -1 || this.stamps[position] === stamp) return;
    const { special, classes } = this.vocabulary;
    const id = at < 0 ? special.start : at >= words.count ? special.end : words.ids[at]!;
    const word = this.word[position]!;
    if (word >= 0 ? word !== id : (classes[id]! & this.classes[position]!) === 0) return;
    this.stamps[position] = stamp;
    const lane = (at + furthest) % furthest;
    this.waiting[lane]![this.counts[lane]!++] = position;
    this.pending++;
  }

  private isAside(words: Words, at: number): boolean {
    if (at < 1 || at >= words.count) return false;
    const id = words.ids[at];
    const before = words.ids[at - 1];
    return this.asides.some(([first, second]) => id === second && before === first);
  }
}
