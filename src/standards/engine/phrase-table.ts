// The positions of all phrases in flat arrays, forwards and backwards: reading them is what verification spends its time on.
import { FollowSets } from './follow-sets.ts';
import type { CountedPhrase } from './positions.ts';
import { is } from './word-classes.ts';
import type { Vocabulary } from './vocabulary.ts';

export class PhraseTable {
  /** By position: the word it reads, or where that is negative any word of `classes`. */
  readonly word: Int32Array;
  readonly classes: Int32Array;
  /** The phrase's own number. */
  readonly phraseOf: Int32Array;
  readonly isFirst: Uint8Array;
  readonly isLast: Uint8Array;
  readonly next: FollowSets;
  readonly previous: FollowSets;
  /** Every anchor of every phrase. */
  readonly anchors: readonly number[];
  /** By word, the kinds of word it is; the id behind the last stands for no word. */
  readonly kinds: Int32Array;

  /** The vocabulary must be closed. */
  constructor(phrases: readonly CountedPhrase[], vocabulary: Vocabulary) {
    const all = phrases.flatMap(({ phrase }) => phrase.positions);
    this.word = Int32Array.from(all, (position) => position.word);
    this.classes = Int32Array.from(all, (position) => position.classes);
    this.phraseOf = new Int32Array(all.length);
    this.isFirst = new Uint8Array(all.length);
    this.isLast = new Uint8Array(all.length);
    this.kinds = Int32Array.from({ length: vocabulary.size + 1 }, (_, id) => vocabulary.classes[id] ?? 0);
    const next: number[][] = [];
    const previous: number[][] = [];
    const anchors: number[] = [];
    let base = 0;
    for (const { index, phrase } of phrases) {
      const moved = (positions: readonly number[]): number[] => positions.map((position) => base + position);
      for (const position of phrase.positions) {
        this.phraseOf[next.length] = index;
        next.push(moved(position.next));
        previous.push(moved(position.previous));
      }
      for (const at of moved(phrase.first)) this.isFirst[at] = 1;
      for (const at of moved(phrase.last)) this.isLast[at] = 1;
      anchors.push(...moved(phrase.anchors));
      base += phrase.positions.length;
    }
    this.anchors = anchors;
    const readers = all.map(({ word, classes }, at) => ({
      word,
      classes,
      passes: word < 0 && classes === is.any && this.isFirst[at] === 0 && this.isLast[at] === 0,
    }));
    this.next = new FollowSets(next, readers);
    this.previous = new FollowSets(previous, readers);
  }
}
