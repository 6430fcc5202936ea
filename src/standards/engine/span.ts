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
  private readonly stamps: Float64Array;
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
    this.stamps = new Float64Array(count * furthest);
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
    this.waiting = Array.from({ length: furthest }, () => new Int32Array(most));
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
    // One stamp for each word of this search, so that a position waits at a word at most once.
    this.stamp += last + furthest;
    const ends = this.last[phrase]!;
    for (let index = 0; index < ends.length; index++) this.wait(ends[index]!, words, last);
    let best = last;
    for (let at = last; at >= -1 && this.pending > 0; at--) {
      const lane = (at + furthest) % furthest;
      const here = counts[lane]!;
      this.pending -= here;
      // Its lane is free again for the word four further back.
      counts[lane] = 0;
      const positions = waiting[lane]!;
      const jump = aside && this.isAside(words, at - 1);
      this.steps += here;
      for (let index = 0; index < here; index++) {
        const position = positions[index]!;
        if (isFirst[position] === 1) best = at;
        const to = previousFrom[position + 1]!;
        for (let edge = previousFrom[position]!; edge < to; edge++) {
          this.wait(previous[edge]!, words, at - 1);
          if (jump) this.wait(previous[edge]!, words, at - 3);
        }
      }
    }
    return best;
  }

  private wait(position: number, words: Words, at: number): void {
    if (at < -1) return;
    const lane = (at + furthest) % furthest;
    if (this.stamps[position * furthest + lane] === this.stamp - at) return;
    const { special, classes } = this.vocabulary;
    const id = at < 0 ? special.start : at >= words.count ? special.end : words.ids[at]!;
    const word = this.word[position]!;
    if (word >= 0 ? word !== id : (classes[id]! & this.classes[position]!) === 0) return;
    this.stamps[position * furthest + lane] = this.stamp - at;
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
