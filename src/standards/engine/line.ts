// The words of one turn between its two edges, and what may be passed over between two of them.
import type { ContactWords } from './contact-words.ts';

/** How many stretches a phrase may pass over between one of its words and the next. */
export const mostSkips = 2;

const firstRoom = 512;

/** Index 0 is the turn's start, 1 to `count` its words, `count` + 1 its end. */
export class Line {
  count = 0;
  ids = new Int32Array(firstRoom);
  /** Whether anything may be passed over; only then `ahead` and `back` say anything. */
  hasSkips = false;
  /** By the index where a stretch begins that may be passed over, the index behind it; else 0. */
  ahead = new Int32Array(firstRoom);
  /** By the index behind such a stretch, where it begins; else 0. */
  back = new Int32Array(firstRoom);

  /** Takes in a turn of a contact. */
  load(words: ContactWords, turn: number): void {
    const base = words.starts[turn]!;
    const size = words.endOf(turn) + 1 - base;
    if (size > this.ids.length) {
      this.ids = new Int32Array(2 * size);
      this.ahead = new Int32Array(2 * size);
      this.back = new Int32Array(2 * size);
    }
    this.count = size - 2;
    this.hasSkips = words.skipping[base] === 1;
    for (let at = 0; at < size; at++) {
      this.ids[at] = words.ids[base + at]!;
      if (!this.hasSkips) continue;
      this.ahead[at] = Math.max(0, words.ahead[base + at]! - base);
      this.back[at] = Math.max(0, words.back[base + at]! - base);
    }
  }
}
