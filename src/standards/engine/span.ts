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
  // Positions waiting at each of the next few words, by turns; a stamp tells whether one waits already.
  private readonly waiting: Int32Array[];
  private readonly counts = new Int32Array(furthest);
  private readonly stamps: Int32Array[];
  private stamp = 0;
  private pending = 0;

  constructor(phrases: readonly PhrasePositions[], vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.asides = asides.map(([first, second]) => [vocabulary.add(first), vocabulary.add(second)]);
    const most = phrases.reduce((size, phrase) => Math.max(size, phrase.positions.length), 1);
    this.waiting = Array.from({ length: furthest }, () => new Int32Array(most));
    this.stamps = Array.from({ length: furthest }, () => new Int32Array(most));
  }

  /** Does the turn hold an aside at all? Without one, a phrase of fixed length needs no search. */
  hasAside(words: Words): boolean {
    for (let at = 1; at < words.count; at++) if (this.isAside(words, at)) return true;
    return false;
  }

  /** The index of the first word of the longest match of `phrase` that ends at word `last` (`words.count` stands for the end of the turn, -1 for its start). */
  startOf(phrase: PhrasePositions, words: Words, last: number): number {
    this.counts.fill(0);
    this.pending = 0;
    this.stamp++;
    for (const position of phrase.last) this.wait(phrase, words, position, last);
    let best = last;
    for (let at = last; at >= -1; at--) {
      const lane = (at + furthest) % furthest;
      const here = this.counts[lane]!;
      if (this.pending === 0) break;
      this.pending -= here;
      const jump = this.isAside(words, at - 1);
      // Its lane is free again for the word four further back.
      this.counts[lane] = 0;
      const positions = this.waiting[lane]!;
      for (let index = 0; index < here; index++) {
        const position = positions[index]!;
        this.stamps[lane]![position] = 0;
        this.steps++;
        if (phrase.isFirst[position] === 1) best = at;
        for (const previous of phrase.positions[position]!.previous) {
          this.wait(phrase, words, previous, at - 1);
          if (jump) this.wait(phrase, words, previous, at - 3);
        }
      }
    }
    return best;
  }

  private wait(phrase: PhrasePositions, words: Words, position: number, at: number): void {
    if (at < -1) return;
    const { special, classes } = this.vocabulary;
    const id = at < 0 ? special.start : at >= words.count ? special.end : words.ids[at]!;
    const { word, classes: read } = phrase.positions[position]!;
    if (word >= 0 ? word !== id : (classes[id]! & read) === 0) return;
    const lane = (at + furthest) % furthest;
    if (this.stamps[lane]![position] === this.stamp) return;
    this.stamps[lane]![position] = this.stamp;
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
