// One part of the automaton: some phrases as a machine whose states are made as text needs them and kept up to a limit (a lazy
// subset construction, as in R. Cox, "Regular Expression Matching in the Wild", 2010). A word costs one look-up where the state
// is known, and never more than the part's positions.
import { asides } from './english.ts';
import type { PhrasePositions } from './positions.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A phrase and its number among all phrases. */
export interface NumberedPhrase {
  readonly index: number;
  readonly phrase: PhrasePositions;
}

// How a position was reached: as it is, inside an aside ("you", "i"), or after one, where the phrase can't end again.
const plain = 0;
const resumed = 3;
const mostStates = 4000;
/** An entry that was not worked out yet. */
export const unknown = 0xffff;

export class Part {
  /** Moves worked out so far: with the words read, what time is proportional to. */
  moves = 0;
  /** By state times `width` plus class of word: twice the next state, and one more where phrases end there. Small numbers, so that much of it stays in the processor's cache. */
  table: Uint16Array;
  readonly width: number;
  private readonly words: Int32Array;
  private readonly classes: Int32Array;
  private readonly phraseOf: Int32Array;
  private readonly isLast: Uint8Array;
  private readonly next: Int32Array[] = [];
  private readonly first: number[] = [];
  private readonly seen: Uint8Array;
  /** One word of each class, to work out moves with. */
  private readonly examples: number[] = [];
  private readonly asideStarts = new Map<number, number>();
  private readonly asideEnds = new Map<number, number>();
  private readonly vocabulary: Vocabulary;
  private items: Int32Array[] = [];
  private ends: (readonly number[])[] = [];
  private byItems = new Map<string, number>();

  /** @param classOf filled with the class of every word of the vocabulary for this part, `stride` apart from `offset` */
  constructor(
    phrases: readonly NumberedPhrase[],
    vocabulary: Vocabulary,
    classOf: Uint16Array,
    offset: number,
    stride: number,
  ) {
    this.vocabulary = vocabulary;
    const count = phrases.reduce((sum, { phrase }) => sum + phrase.positions.length, 0);
    this.words = new Int32Array(count);
    this.classes = new Int32Array(count);
    this.phraseOf = new Int32Array(count);
    this.isLast = new Uint8Array(count);
    this.seen = new Uint8Array(count * 4);
    let base = 0;
    for (const { index, phrase } of phrases) {
      for (const [at, position] of phrase.positions.entries()) {
        this.words[base + at] = position.word;
        this.classes[base + at] = position.classes;
        this.phraseOf[base + at] = index;
        this.next.push(Int32Array.from(position.next, (one) => one + base));
      }
      for (const at of phrase.last) this.isLast[base + at] = 1;
      for (const at of phrase.first) this.first.push(base + at);
      base += phrase.positions.length;
    }
    for (const [index, [start, end]] of asides.entries()) {
      this.asideStarts.set(vocabulary.add(start), index + 1);
      this.asideEnds.set(vocabulary.add(end), index + 1);
    }
    this.classify(classOf, offset, stride);
    this.width = this.examples.length;
    this.table = new Uint16Array(this.width * 16).fill(unknown);
    this.intern([]);
  }

  /** The entry for a state and a class of word that was not in the table yet. */
  move(from: number, wordClass: number): number {
    const items = this.after(this.items[from]!, this.examples[wordClass]!);
    if (this.items.length >= mostStates && !this.byItems.has(items.join(','))) {
      // Everything made so far is forgotten; what was read and the state just entered stay, so no result depends on it.
      this.forget();
      return this.entry(this.intern(items));
    }
    const entry = this.entry(this.intern(items));
    this.table[from * this.width + wordClass] = entry;
    return entry;
  }

  /** The phrases that end in a state. */
  endsAt(state: number): readonly number[] {
    return this.ends[state]!;
  }

  private entry(state: number): number {
    return (state << 1) | (this.ends[state]!.length > 0 ? 1 : 0);
  }

  private after(from: Int32Array, word: number): number[] {
    const { seen, words, classes } = this;
    const found: number[] = [];
    const add = (item: number): void => {
      if (seen[item] === 1) return;
      seen[item] = 1;
      found.push(item);
    };
    const wordClasses = this.vocabulary.classes[word]!;
    const asideStart = this.asideStarts.get(word);
    const asideEnd = this.asideEnds.get(word);
    for (const item of from) {
      const position = item >> 2;
      const mode = item & 3;
      if (mode !== plain && mode !== resumed) {
        if (mode === asideEnd) add((position << 2) | resumed);
        continue;
      }
      const next = this.next[position]!;
      this.moves += next.length + 1;
      for (const to of next) if (words[to] === word || (wordClasses & classes[to]!) !== 0) add(to << 2);
      if (asideStart !== undefined && next.length > 0) add((position << 2) | asideStart);
    }
    this.moves += this.first.length;
    for (const first of this.first) if (words[first] === word || (wordClasses & classes[first]!) !== 0) add(first << 2);
    for (const item of found) seen[item] = 0;
    return found.sort((a, b) => a - b);
  }

  private intern(items: readonly number[]): number {
    const key = items.join(',');
    const known = this.byItems.get(key);
    if (known !== undefined) return known;
    const ends = new Set<number>();
    for (const item of items)
      if ((item & 3) === plain && this.isLast[item >> 2] === 1) ends.add(this.phraseOf[item >> 2]!);
    const state = this.items.push(Int32Array.from(items)) - 1;
    this.ends.push([...ends].toSorted((a, b) => a - b));
    this.byItems.set(key, state);
    if ((state + 1) * this.width > this.table.length) {
      const larger = new Uint16Array(this.table.length * 2).fill(unknown);
      larger.set(this.table);
      this.table = larger;
    }
    return state;
  }

  private forget(): void {
    this.items = [];
    this.ends = [];
    this.byItems = new Map();
    this.table.fill(unknown);
    this.intern([]);
  }

  // Words that every position of this part treats alike share a class, so that a row of the table stays short.
  private classify(classOf: Uint16Array, offset: number, stride: number): void {
    const named = new Map<number, number[]>();
    let mask = 0;
    for (const [position, word] of this.words.entries()) {
      if (word < 0) mask |= this.classes[position]!;
      else named.set(word, [...(named.get(word) ?? []), position]);
    }
    const known = new Map<string, number>();
    for (let word = 0; word < this.vocabulary.size; word++) {
      const aside = this.asideStarts.has(word) || this.asideEnds.has(word) ? word : '';
      const key = `${named.get(word)?.join(',') ?? ''}|${this.vocabulary.classes[word]! & mask}|${aside}`;
      let wordClass = known.get(key);
      if (wordClass === undefined) {
        wordClass = this.examples.push(word) - 1;
        known.set(key, wordClass);
      }
      classOf[word * stride + offset] = wordClass;
    }
  }
}
