// The words of a whole contact in one row, turn behind turn, with where they stand in the text and what may be passed over among
// them. The arrays are used again for every contact, and nothing in them is cleared.
import type { Line } from './line.ts';
import type { Vocabulary } from './vocabulary.ts';
import { Words } from './words.ts';

const firstSize = 4096;

export class ContactWords {
  /** Ids by place: each turn's start, its words, its end, and behind each turn a word that no phrase reads. */
  ids: Int32Array = new Int32Array(firstSize);
  /** By place, the turn. */
  turns: Int32Array = new Int32Array(firstSize);
  /** By place, where the word stands in its turn's text. */
  from: Int32Array = new Int32Array(firstSize);
  to: Int32Array = new Int32Array(firstSize);
  breaks: Uint8Array = new Uint8Array(firstSize);
  /** By place where a stretch begins that may be passed over, the place behind it; else 0. Only where `hasSkips`. */
  ahead: Int32Array = new Int32Array(firstSize);
  /** By place behind such a stretch, where it begins; else 0. */
  back: Int32Array = new Int32Array(firstSize);
  hasSkips = false;
  /** By place, 1 where anything in its turn may be passed over. */
  skipping: Uint8Array = new Uint8Array(firstSize);
  /** Places in use, from 1. */
  count = 1;
  /** By turn, the place of its start; -1 where it was not taken in. */
  readonly starts: number[] = [];
  /** By turn, what any of its words may do to others, as in `role`; more than that where a word was found to be a name. */
  readonly roles: number[] = [];
  private readonly ends: number[] = [];
  private readonly rolesOf: Int32Array;
  private readonly nobody: number;
  private readonly view = new Words();
  private viewed = -1;

  /** The vocabulary must be closed. @param rolesOf by word, what it does to others */
  constructor(vocabulary: Vocabulary, rolesOf: Int32Array) {
    this.nobody = vocabulary.size;
    this.rolesOf = rolesOf;
  }

  /** Forgets the contact before. */
  clear(): void {
    this.starts.length = 0;
    this.ends.length = 0;
    this.roles.length = 0;
    this.hasSkips = false;
    this.viewed = -1;
    this.count = 1;
    this.ids[0] = this.nobody;
  }

  /** Takes in the words of a turn as `line` has them, with what may be passed over; `words` are the same. */
  add(turn: number, words: Words, line: Line): void {
    const base = this.count;
    const size = line.count + 2;
    if (base + size + 2 > this.ids.length) this.reserve(base + size + 2);
    const { ids, turns, from, to, breaks, skipping } = this;
    const skips = line.hasSkips ? 1 : 0;
    while (this.starts.length < turn) {
      this.starts.push(-1);
      this.ends.push(-1);
      this.roles.push(0);
    }
    this.starts.push(base);
    this.ends.push(base + size - 1);
    let roles = 0;
    for (let at = 0; at < size; at++) {
      const id = line.ids[at]!;
      roles |= this.rolesOf[id]!;
      ids[base + at] = id;
      turns[base + at] = turn;
      skipping[base + at] = skips;
    }
    this.roles.push(roles);
    for (let at = 0; at < words.count; at++) {
      from[base + 1 + at] = words.from[at]!;
      to[base + 1 + at] = words.to[at]!;
      breaks[base + 1 + at] = words.breaks[at]!;
    }
    ids[base + size] = this.nobody;
    turns[base + size] = turn;
    this.count = base + size + 1;
    if (this.hasSkips || line.hasSkips) this.addSkips(base, size, line);
  }

  /** The place of a turn's end. */
  endOf(turn: number): number {
    return this.ends[turn]!;
  }

  /** The words of the turn at `place`, overwritten by the next call. Word `w` stands at `starts[turn] + 1 + w`. */
  wordsAt(place: number): Words {
    const { view } = this;
    const turn = this.turns[place]!;
    if (this.viewed === turn) return view;
    this.viewed = turn;
    const start = this.starts[turn]! + 1;
    view.clear();
    for (let at = start; at < this.ends[turn]!; at++) {
      view.broken = this.breaks[at]!;
      view.push(this.ids[at]!, this.from[at]!, this.to[at]!);
    }
    return view;
  }

  private addSkips(base: number, size: number, line: Line): void {
    const { ahead, back } = this;
    if (!this.hasSkips) {
      ahead.fill(0, 0, base);
      back.fill(0, 0, base);
      this.hasSkips = true;
    }
    for (let at = 0; at <= size; at++) {
      const to = line.hasSkips ? line.ahead[at]! : 0;
      const start = line.hasSkips ? line.back[at]! : 0;
      ahead[base + at] = to === 0 ? 0 : base + to;
      back[base + at] = start === 0 ? 0 : base + start;
    }
  }

  private reserve(size: number): void {
    const length = 2 ** Math.ceil(Math.log2(size));
    const larger = (old: Int32Array): Int32Array => {
      const array = new Int32Array(length);
      array.set(old);
      return array;
    };
    this.ids = larger(this.ids);
    this.turns = larger(this.turns);
    this.from = larger(this.from);
    this.to = larger(this.to);
    this.ahead = larger(this.ahead);
    this.back = larger(this.back);
    const breaks = new Uint8Array(length);
    breaks.set(this.breaks);
    this.breaks = breaks;
    const skipping = new Uint8Array(length);
    skipping.set(this.skipping);
    this.skipping = skipping;
  }
}
