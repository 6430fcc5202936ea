// The words of a whole contact in one row, turn behind turn, with where they stand in the text and what may be passed over among
// them. The arrays are used again for every contact, and only what was set is cleared.
import { asides } from './english.ts';
import { TurnWords } from './turn-words.ts';
import type { Vocabulary } from './vocabulary.ts';
import { Words } from './words.ts';

/** By place: each turn's start, its words, its end, and behind each turn a word that no phrase reads. */
export class ContactWords extends Words {
  /** By place where a stretch begins that may be passed over, the place behind it; else 0. */
  ahead = new Int32Array(0);
  /** By place behind such a stretch, where it begins; else 0. */
  back = new Int32Array(0);
  /** By place, 1 where anything in its turn may be passed over. */
  skipping = new Uint8Array(0);
  /** By turn, the place of its start; -1 where it was not taken in. */
  readonly starts: number[] = [];
  /** By turn, what any of its words may do to others, as in `role`; more than that where words were joined or found to be a name. */
  readonly roles: number[] = [];
  private readonly ends: number[] = [];
  private readonly edges: { readonly start: number; readonly end: number };
  private readonly nobody: number;
  private readonly asideOf: Uint8Array;
  private readonly asideEnds: Int32Array;
  private view = new TurnWords();
  private viewed = -1;
  private passes = false;

  /** The vocabulary must be closed. @param rolesOf by id, what a word may do to others */
  constructor(vocabulary: Vocabulary, rolesOf: Int32Array) {
    super(rolesOf);
    this.edges = vocabulary.special;
    this.nobody = vocabulary.size;
    this.asideOf = new Uint8Array(vocabulary.size + 1);
    this.asideEnds = new Int32Array(asides.length + 1);
    for (const [index, [first, second]] of asides.entries()) {
      this.asideOf[vocabulary.find(first)] = index + 1;
      this.asideEnds[index + 1] = vocabulary.find(second);
    }
  }

  /** Forgets the contact before. */
  override clear(): boolean {
    if (this.passes) for (const array of [this.ahead, this.back, this.skipping]) array.fill(0, 0, this.count + 1);
    const smaller = super.clear();
    if (smaller) {
      this.ahead = new Int32Array(0);
      this.back = new Int32Array(0);
      this.skipping = new Uint8Array(0);
      this.view = new TurnWords();
    }
    this.passes = false;
    this.starts.length = 0;
    this.ends.length = 0;
    this.roles.length = 0;
    this.viewed = -1;
    this.push(this.nobody, 0, 0);
    return smaller;
  }

  /** Begins a turn: what is pushed from here on is of it. */
  begin(turn: number): void {
    while (this.starts.length < turn) {
      this.starts.push(-1);
      this.ends.push(-1);
      this.roles.push(0);
    }
    this.starts.push(this.count);
    this.turn = turn;
    this.gap = 0;
    this.push(this.edges.start, 0, 0);
    this.rolesHere = 0;
  }

  /** Ends the turn that was begun last. */
  end(): void {
    if (this.skipping.length < this.ids.length) this.makeWay();
    this.roles.push(this.rolesHere);
    this.ends.push(this.count);
    this.push(this.edges.end, 0, 0);
    this.push(this.nobody, 0, 0);
  }

  /** The place of a turn's end. */
  endOf(turn: number): number {
    return this.ends[turn]!;
  }

  /** Finds the asides in a turn ("you know", "I mean"). */
  passAsides(turn: number): void {
    const { ids, asideOf, asideEnds } = this;
    for (let at = this.starts[turn]! + 1; at < this.ends[turn]!; at++) {
      const aside = asideOf[ids[at]!]!;
      if (aside !== 0 && ids[at + 1] === asideEnds[aside]) this.pass(at, at + 2);
    }
  }

  /** Lets phrases pass over the words from `first` up to, not including, `next`. One stretch for each `first` and each `next`; the later call stands. */
  pass(first: number, next: number): void {
    this.passes = true;
    const { ahead, back, starts, ends } = this;
    const turn = this.turns[first]!;
    if (this.skipping[first] === 0) this.skipping.fill(1, starts[turn], ends[turn]! + 1);
    // Both ways must tell of the same stretches.
    if (ahead[first] !== 0) back[ahead[first]!] = 0;
    if (back[next] !== 0) ahead[back[next]!] = 0;
    ahead[first] = next;
    back[next] = first;
  }

  /** The words of the turn at `place`, overwritten by the next call. Word `w` stands at `starts[turn] + 1 + w`. */
  wordsAt(place: number): TurnWords {
    const { view } = this;
    const turn = this.turns[place]!;
    if (this.viewed === turn) return view;
    this.viewed = turn;
    view.load(this, this.starts[turn]! + 1, this.ends[turn]!);
    return view;
  }

  private makeWay(): void {
    const { ahead, back, skipping } = this;
    const { length } = this.ids;
    this.ahead = new Int32Array(length);
    this.back = new Int32Array(length);
    this.skipping = new Uint8Array(length);
    this.ahead.set(ahead);
    this.back.set(back);
    this.skipping.set(skipping);
  }
}
