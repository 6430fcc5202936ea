// All phrases of all packs as one machine that runs once over the words of a turn. States are made as text needs them and
// kept up to a limit (a lazy subset construction, as in R. Cox, "Regular Expression Matching in the Wild", 2010): a word costs
// one look-up where the state is known, and never more than the positions there are.
import { asides } from './english.ts';
import type { PhrasePositions } from './positions.ts';
import type { Vocabulary } from './vocabulary.ts';

interface State {
  readonly id: number;
  /** Four numbers a position: as it is, and three for asides ("you know") that may stand inside a phrase. */
  readonly items: Int32Array;
  /** Phrases that end here. */
  readonly ends: readonly number[];
}

const plain = 0;
const resumed = 3;
const mostStates = 60_000;

export class Automaton {
  /** Look-ups and moves made so far: what time is proportional to. */
  steps = 0;
  private readonly next: Int32Array[] = [];
  private readonly words: Int32Array;
  private readonly classes: Int32Array;
  private readonly phraseOf: Int32Array;
  private readonly isLast: Uint8Array;
  private readonly firstByWord = new Map<number, number[]>();
  private readonly firstByClass: number[] = [];
  private readonly asideOf = new Map<number, number>();
  private readonly asideEnd = new Map<number, number>();
  private readonly vocabulary: Vocabulary;
  private states: State[] = [];
  private byItems = new Map<string, State>();
  // Open addressing over (state, word): keys and the state each leads to.
  private keys = new Float64Array(1 << 12).fill(-1);
  private targets = new Int32Array(1 << 12);
  private used = 0;
  private readonly seen: Uint8Array;

  constructor(phrases: readonly PhrasePositions[], vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    const count = phrases.reduce((sum, phrase) => sum + phrase.positions.length, 0);
    this.words = new Int32Array(count);
    this.classes = new Int32Array(count);
    this.phraseOf = new Int32Array(count);
    this.isLast = new Uint8Array(count);
    this.seen = new Uint8Array(count * 4);
    let base = 0;
    for (const [index, phrase] of phrases.entries()) {
      for (const [at, position] of phrase.positions.entries()) {
        this.words[base + at] = position.word;
        this.classes[base + at] = position.classes;
        this.phraseOf[base + at] = index;
        this.next.push(Int32Array.from(position.next, (one) => one + base));
      }
      for (const at of phrase.last) this.isLast[base + at] = 1;
      for (const at of phrase.first) this.addFirst(base + at);
      base += phrase.positions.length;
    }
    for (const [index, [first, second]] of asides.entries()) {
      this.asideOf.set(vocabulary.add(first), index + 1);
      this.asideEnd.set(vocabulary.add(second), index + 1);
    }
    this.intern([]);
  }

  /** The state before anything was read. */
  get start(): number {
    return 0;
  }

  /** The state after reading a word in a state. */
  step(state: number, word: number): number {
    this.steps++;
    const key = state * 0x100000 + word;
    const mask = this.keys.length - 1;
    let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)) & mask;
    for (; this.keys[slot] !== -1; slot = (slot + 1) & mask) if (this.keys[slot] === key) return this.targets[slot]!;
    const target = this.move(this.states[state]!, word);
    // When the limit is reached the states made so far are forgotten, not the one just entered: the result never depends on it.
    if (this.states.length > mostStates) return this.forget(target);
    if (this.used * 2 > this.keys.length) this.grow();
    this.insert(key, target.id);
    return target.id;
  }

  /** The phrases that end at the word that led to this state. */
  endsAt(state: number): readonly number[] {
    return this.states[state]!.ends;
  }

  private move(state: State, word: number): State {
    const found: number[] = [];
    const add = (item: number): void => {
      if (this.seen[item] === 1) return;
      this.seen[item] = 1;
      found.push(item);
    };
    const wordClasses = this.vocabulary.classes[word]!;
    const asideStart = this.asideOf.get(word);
    const asideEnd = this.asideEnd.get(word);
    for (const item of state.items) {
      this.steps++;
      const position = item >> 2;
      const mode = item & 3;
      if (mode !== plain && mode !== resumed) {
        if (mode === asideEnd) add((position << 2) | resumed);
        continue;
      }
      const next = this.next[position]!;
      for (const to of next) {
        this.steps++;
        if (this.words[to] === word || (wordClasses & this.classes[to]!) !== 0) add(to << 2);
      }
      if (asideStart !== undefined && next.length > 0) add((position << 2) | asideStart);
    }
    for (const first of this.firstByWord.get(word) ?? []) add(first << 2);
    for (const first of this.firstByClass) if ((wordClasses & this.classes[first]!) !== 0) add(first << 2);
    for (const item of found) this.seen[item] = 0;
    return this.intern(found.toSorted((a, b) => a - b));
  }

  private intern(items: readonly number[]): State {
    const key = items.join(',');
    const known = this.byItems.get(key);
    if (known) return known;
    const ends = new Set<number>();
    for (const item of items)
      if ((item & 3) === plain && this.isLast[item >> 2] === 1) ends.add(this.phraseOf[item >> 2]!);
    const state: State = {
      id: this.states.length,
      items: Int32Array.from(items),
      ends: [...ends].toSorted((a, b) => a - b),
    };
    this.states.push(state);
    this.byItems.set(key, state);
    return state;
  }

  private forget(keep: State): number {
    const items = [...keep.items];
    this.states = [];
    this.byItems = new Map();
    this.keys.fill(-1);
    this.used = 0;
    this.intern([]);
    return this.intern(items).id;
  }

  private insert(key: number, target: number): void {
    const mask = this.keys.length - 1;
    const state = Math.floor(key / 0x100000);
    let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(key % 0x100000, 0x85ebca6b)) & mask;
    while (this.keys[slot] !== -1) slot = (slot + 1) & mask;
    this.keys[slot] = key;
    this.targets[slot] = target;
    this.used++;
  }

  private grow(): void {
    const { keys, targets } = this;
    this.keys = new Float64Array(keys.length * 2).fill(-1);
    this.targets = new Int32Array(keys.length * 2);
    this.used = 0;
    for (const [slot, key] of keys.entries()) if (key !== -1) this.insert(key, targets[slot]!);
  }

  private addFirst(position: number): void {
    const word = this.words[position]!;
    if (word < 0) this.firstByClass.push(position);
    else this.firstByWord.set(word, [...(this.firstByWord.get(word) ?? []), position]);
  }
}
