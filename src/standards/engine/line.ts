// The words of one turn between its two edges, as phrases see them, and what may be passed over between two of them.
import { asides } from './english.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { Words } from './words.ts';

/** How many stretches a phrase may pass over between one of its words and the next. */
export const mostSkips = 2;

/** Index 0 is the turn's start, 1 to `count` its words, `count` + 1 its end. */
export class Line {
  count = 0;
  /** Ids by index; behind the end stands an id that no word has. */
  ids = new Int32Array(512);
  /** Whether anything may be passed over; only then `ahead` and `back` say anything. */
  hasSkips = false;
  /** By the index where a stretch begins that may be passed over, the index behind it; else 0. */
  ahead = new Int32Array(512);
  /** By the index behind such a stretch, where it begins; else 0. */
  back = new Int32Array(512);
  private readonly edges: { readonly start: number; readonly end: number };
  private readonly nobody: number;
  private readonly asideOf: Uint8Array;
  private readonly asideEnds: Int32Array;

  /** The vocabulary must be closed. */
  constructor(vocabulary: Vocabulary) {
    this.edges = vocabulary.special;
    this.nobody = vocabulary.size;
    this.asideOf = new Uint8Array(vocabulary.size + 1);
    this.asideEnds = new Int32Array(asides.length + 1);
    for (const [index, [first, second]] of asides.entries()) {
      this.asideOf[vocabulary.find(first)] = index + 1;
      this.asideEnds[index + 1] = vocabulary.find(second);
    }
  }

  /** Takes in the words of a turn and finds the asides among them ("you know", "I mean"). */
  load(words: Words): void {
    const { count } = words;
    if (count + 4 > this.ids.length) this.reserve(count + 4);
    const { ids, asideOf } = this;
    this.count = count;
    this.hasSkips = false;
    const read = words.ids;
    ids[0] = this.edges.start;
    for (let at = 0; at < count; at++) {
      const id = read[at]!;
      ids[at + 1] = id;
      if (asideOf[id] !== 0 && at + 1 < count && read[at + 1] === this.asideEnds[asideOf[id]!]) this.skip(at, at + 2);
    }
    ids[count + 1] = this.edges.end;
    ids[count + 2] = this.nobody;
  }

  /** Lets phrases pass over the words from `first` up to, not including, `next`, both counted in the turn's words. One stretch for each `first` and each `next`; the later call stands. */
  skip(first: number, next: number): void {
    if (!this.hasSkips) {
      this.ahead.fill(0, 0, this.count + 3);
      this.back.fill(0, 0, this.count + 3);
      this.hasSkips = true;
    }
    const { ahead, back } = this;
    const from = first + 1;
    const to = next + 1;
    // Both ways must tell of the same stretches.
    if (ahead[from] !== 0) back[ahead[from]!] = 0;
    if (back[to] !== 0) ahead[back[to]!] = 0;
    ahead[from] = to;
    back[to] = from;
  }

  private reserve(size: number): void {
    const larger = 2 ** Math.ceil(Math.log2(size));
    this.ids = new Int32Array(larger);
    this.ahead = new Int32Array(larger);
    this.back = new Int32Array(larger);
  }
}
