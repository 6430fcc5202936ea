// All phrases of some packs as flat arrays: what is kept of them once they are compiled, and how one is read again by itself. Few are:
// what looks for phrases reads tables that are made of all of them at once.
import type { CompiledPhrase } from './compiled.core.ts';
import { type FlatLists, listOf, ListWriter, Numbers } from './flat-lists.ts';
import type { Position } from './positions.ts';
import type { WordSets } from './word-sets.ts';

/** What is said of a phrase, as bits. */
const said = { notNegated: 1, evenReported: 2, openingOnly: 4, loose: 8 } as const;

export interface PhraseData {
  /** By phrase: its text, its cue, what is said of it, its first position; behind the last phrase how many positions there are. */
  readonly texts: readonly string[];
  readonly cues: Int32Array;
  readonly said: Int32Array;
  readonly base: Int32Array;
  /** By phrase, counted within it. */
  readonly first: FlatLists;
  readonly last: FlatLists;
  readonly anchors: FlatLists;
  /** By position, the set of words that it reads; what may come next and before, counted within its phrase. */
  readonly setOf: Int32Array;
  readonly next: FlatLists;
  readonly previous: FlatLists;
  /** By set, its words and the kinds of words in it. */
  readonly words: FlatLists;
  readonly classes: Int32Array;
}

/** A phrase as it is written down: positions that were built, and what is said of them. */
export type WrittenPhrase = Omit<CompiledPhrase, 'names'>;

/** Takes in phrases one by one. */
export class PhraseWriter {
  private readonly texts: string[] = [];
  private readonly cues = new Numbers();
  private readonly said = new Numbers();
  private readonly base = new Numbers();
  private readonly first = new ListWriter();
  private readonly last = new ListWriter();
  private readonly anchors = new ListWriter();
  private readonly setOf = new Numbers();
  private readonly next = new ListWriter();
  private readonly previous = new ListWriter();

  add(phrase: WrittenPhrase): void {
    this.texts.push(phrase.text);
    this.cues.push(phrase.cue);
    this.said.push(
      (phrase.notNegated ? said.notNegated : 0) |
        (phrase.evenReported ? said.evenReported : 0) |
        (phrase.openingOnly ? said.openingOnly : 0) |
        (phrase.loose ? said.loose : 0),
    );
    this.base.push(this.setOf.count);
    this.first.add(phrase.first);
    this.last.add(phrase.last);
    this.anchors.add(phrase.anchors);
    for (const { set, next, previous } of phrase.positions) {
      this.setOf.push(set);
      this.next.add(next);
      this.previous.add(previous);
    }
  }

  done({ all }: WordSets): PhraseData {
    this.base.push(this.setOf.count);
    const words = new ListWriter();
    for (const set of all) words.add(set.words);
    return {
      texts: this.texts,
      cues: this.cues.done(),
      said: this.said.done(),
      base: this.base.done(),
      first: this.first.done(),
      last: this.last.done(),
      anchors: this.anchors.done(),
      setOf: this.setOf.done(),
      next: this.next.done(),
      previous: this.previous.done(),
      words: words.done(),
      classes: Int32Array.from(all, ({ classes }) => classes),
    };
  }
}

/** Every phrase of some data, in order. */
export function phrasesOf(data: PhraseData): CompiledPhrase[] {
  return data.texts.map((_, phrase) => new StoredPhrase(data, phrase));
}

/** A phrase whose positions are read where somebody asks for them: most are never asked for. */
class StoredPhrase implements CompiledPhrase {
  readonly text: string;
  readonly cue: number;
  readonly notNegated: boolean;
  readonly evenReported: boolean;
  readonly openingOnly: boolean;
  readonly loose: boolean;
  private readonly data: PhraseData;
  private readonly phrase: number;

  constructor(data: PhraseData, phrase: number) {
    const bits = data.said[phrase]!;
    this.text = data.texts[phrase]!;
    this.cue = data.cues[phrase]!;
    this.notNegated = (bits & said.notNegated) !== 0;
    this.evenReported = (bits & said.evenReported) !== 0;
    this.openingOnly = (bits & said.openingOnly) !== 0;
    this.loose = (bits & said.loose) !== 0;
    this.data = data;
    this.phrase = phrase;
  }

  get positions(): readonly Position[] {
    const { base, setOf, next, previous, words, classes } = this.data;
    const positions: Position[] = [];
    for (let at = base[this.phrase]!; at < base[this.phrase + 1]!; at++) {
      const set = setOf[at]!;
      positions.push({
        words: listOf(words, set),
        classes: classes[set]!,
        set,
        next: listOf(next, at),
        previous: listOf(previous, at),
      });
    }
    return positions;
  }

  names(word: number): boolean {
    const { base, setOf, words } = this.data;
    for (let at = base[this.phrase]!; at < base[this.phrase + 1]!; at++)
      for (let one = words.from[setOf[at]!]!; one < words.from[setOf[at]! + 1]!; one++)
        if (words.to[one] === word) return true;
    return false;
  }

  get first(): readonly number[] {
    return listOf(this.data.first, this.phrase);
  }

  get last(): readonly number[] {
    return listOf(this.data.last, this.phrase);
  }

  get anchors(): readonly number[] {
    return listOf(this.data.anchors, this.phrase);
  }
}
