// What stands around each word of a contact, as bits of 32: enough to tell in one step that a phrase can't stand there. Two kinds of
// bits that have nothing to do with each other tell more than one.
import type { ContactWords } from './contact-words.ts';

/** How many words each window holds: before a word, and with numbers further up, after it. */
const sizes = [1, 4, 12] as const;
const widest = 12;
/** The window that holds anything. */
export const always = 6;
/** Reads as every word. */
export const anything = -1;

/** The number of the window of at least so many words; `always` where none is as wide. */
export function windowOf(words: number, after: boolean): number {
  const size = sizes.findIndex((one) => one >= words);
  return size < 0 ? always : after ? size + sizes.length : size;
}

export class Surroundings {
  /** By number, the windows of the word last looked at. */
  readonly around = new Int32Array(8).fill(anything);
  private readonly bits: Int32Array;
  // The words that end at a place together, as bits: one, two, four and twelve of them, each shifted by `widest`.
  private ones = new Int32Array(1024);
  private twos = new Int32Array(1024);
  private fours = new Int32Array(1024);
  private twelves = new Int32Array(1024);

  /** @param bits by word, its bit */
  constructor(bits: Int32Array) {
    this.bits = bits;
  }

  /** Takes in the words of a contact. */
  load({ ids, count }: ContactWords): void {
    const length = count + 2 * widest;
    if (length > this.ones.length) this.reserve(length);
    const { bits, ones, twos, fours, twelves } = this;
    for (let at = 0; at < count; at++) ones[at + widest] = bits[ids[at]!]!;
    for (let at = count + widest; at < length; at++) ones[at] = 0;
    for (let at = widest; at < length; at++) {
      twos[at] = ones[at]! | ones[at - 1]!;
      fours[at] = twos[at]! | twos[at - 2]!;
      twelves[at] = fours[at]! | fours[at - 4]! | fours[at - 8]!;
    }
  }

  /** Fills `around` for the word at a place. */
  look(place: number, words: ContactWords): void {
    const { around, ones, fours, twelves } = this;
    const here = place + widest;
    around[0] = ones[here - 1]!;
    around[1] = fours[here - 1]!;
    around[2] = twelves[here - 1]!;
    around[3] = ones[here + 1]!;
    around[4] = fours[here + 4]!;
    around[5] = twelves[here + widest]!;
    if (words.skipping[place] === 1) this.widen(place, words);
  }

  // Where something may be passed over, what stands behind it is as near as what stands before it.
  private widen(place: number, { ahead, back, count }: ContactWords): void {
    for (let near = 0; near < widest; near++) {
      if (place >= near && back[place - near] !== 0) this.reach(near, back[place - near]!, -1, back);
      if (place + near < count && ahead[place + near + 1] !== 0) this.reach(near, ahead[place + near + 1]!, 1, ahead);
    }
  }

  // So many words away may be passed over what lies before `edge`; where more may be passed over there, anything is near.
  private reach(near: number, edge: number, direction: 1 | -1, skips: Int32Array): void {
    const { around, ones, fours, twelves } = this;
    for (let window = 0; window < sizes.length; window++) {
      const size = sizes[window]!;
      if (near >= size) continue;
      let more = false;
      for (let at = 0; at < size && edge + direction * at >= 0; at++) more ||= skips[edge + direction * at]! !== 0;
      const bits = window === 0 ? ones : window === 1 ? fours : twelves;
      const last = (direction > 0 ? edge + size - 1 : edge - 1) + widest;
      around[direction > 0 ? window + sizes.length : window]! |= more ? anything : bits[last]!;
    }
  }

  private reserve(length: number): void {
    const size = 2 ** Math.ceil(Math.log2(length));
    this.ones = new Int32Array(size);
    this.twos = new Int32Array(size);
    this.fours = new Int32Array(size);
    this.twelves = new Int32Array(size);
  }
}
