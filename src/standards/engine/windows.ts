// Which words stand near each word of a line, as bits of 32: enough to tell in one step that something can't stand there.
import type { Line } from './line.ts';

/** How many words a window may hold. */
const sizes = [1, 4, 10] as const;
const widest = 10;
/** The window that holds anything. */
export const always = 3;
/** Those before a word are numbered from 0, those after it from here. */
const behind = 4;
/** Reads as every word: what may stand where. */
export const anything = -1;

/** The number of the window of at least so many words; -1 where none is as wide. */
export function windowOf(words: number, after: boolean): number {
  const size = sizes.findIndex((one) => one >= words);
  return size < 0 ? -1 : size + (after ? behind : 0);
}

export class Windows {
  /** By number, the words of each window around the word last looked at. */
  readonly around = new Int32Array(8).fill(anything);
  // The line's words as bits, `widest` places further on, with nothing around them.
  private bits = new Int32Array(1024);

  /** Takes in the words of a line. */
  load(line: Line): void {
    const { ids } = line;
    const length = line.count + 2;
    if (length + 2 * widest > this.bits.length)
      this.bits = new Int32Array(2 ** Math.ceil(Math.log2(length + 2 * widest)));
    const { bits } = this;
    for (let at = 0; at < length; at++) bits[at + widest] = 1 << (ids[at]! & 31);
    for (let at = 0; at < widest; at++) bits[length + widest + at] = 0;
  }

  /** Fills `around` for the word at `at`. */
  look(at: number, line: Line): void {
    const { bits, around } = this;
    const here = at + widest;
    const before = bits[here - 1]! | bits[here - 2]! | bits[here - 3]! | bits[here - 4]!;
    const after = bits[here + 1]! | bits[here + 2]! | bits[here + 3]! | bits[here + 4]!;
    around[0] = bits[here - 1]!;
    around[1] = before;
    around[2] =
      before |
      (bits[here - 5]! | bits[here - 6]! | bits[here - 7]!) |
      (bits[here - 8]! | bits[here - 9]! | bits[here - 10]!);
    around[behind] = bits[here + 1]!;
    around[behind + 1] = after;
    around[behind + 2] =
      after |
      (bits[here + 5]! | bits[here + 6]! | bits[here + 7]!) |
      (bits[here + 8]! | bits[here + 9]! | bits[here + 10]!);
    if (line.hasSkips) this.widen(at, line);
  }

  // A window reaches further where something in it may be passed over: then anything may stand in it.
  private widen(at: number, { ahead, back, count }: Line): void {
    const { around } = this;
    for (let size = 0; size < sizes.length; size++) {
      for (let near = 0; near < sizes[size]!; near++) {
        if (at >= near && back[at - near] !== 0) around[size] = anything;
        if (at + near <= count && ahead[at + near + 1] !== 0) around[behind + size] = anything;
      }
    }
  }
}
