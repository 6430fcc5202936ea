// Which words stand near each word of a line, as bits of 32: enough to tell in one step that something can't stand there.
import type { Line } from './line.ts';

/** How many words a window may hold. */
export const windowSizes = [1, 4, 10] as const;
const widest = 10;
/** Windows of one word of the line: three before it, one that holds anything, three after it. */
const rowSize = 8;
const behind = 4;
/** The window that holds anything. */
export const always = 3;
/** Reads as every word: what may stand where. */
export const anything = -1;

/** Where the window of at least so many words stands in a word's row; -1 where none is as wide. */
export function windowOf(words: number, after: boolean): number {
  const size = windowSizes.findIndex((one) => one >= words);
  return size < 0 ? -1 : size + (after ? behind : 0);
}

export class Windows {
  /** By index in the line times 8, its row. */
  rows = new Int32Array(1024 * rowSize);
  private bits = new Int32Array(2048);

  /** Takes in the words of a line. Where something may be passed over near by, anything may stand. */
  load(line: Line): void {
    const { ids, count } = line;
    const length = count + 2;
    if ((length + 1) * rowSize > this.rows.length) {
      this.rows = new Int32Array(2 ** Math.ceil(Math.log2((length + 1) * rowSize)));
      this.bits = new Int32Array(this.rows.length / rowSize + 2 * widest);
    }
    const { bits, rows } = this;
    // The line stands `widest` places further on among the bits, with nothing around it.
    for (let at = 0; at < length; at++) bits[at + widest] = 1 << (ids[at]! & 31);
    for (let at = 0; at < widest; at++) bits[length + widest + at] = 0;
    for (let at = 0; at < length; at++) {
      const here = at + widest;
      const row = at * rowSize;
      const before = bits[here - 1]! | bits[here - 2]! | bits[here - 3]! | bits[here - 4]!;
      const after = bits[here + 1]! | bits[here + 2]! | bits[here + 3]! | bits[here + 4]!;
      rows[row] = bits[here - 1]!;
      rows[row + 1] = before;
      rows[row + 2] =
        before |
        bits[here - 5]! |
        bits[here - 6]! |
        bits[here - 7]! |
        bits[here - 8]! |
        bits[here - 9]! |
        bits[here - 10]!;
      rows[row + always] = anything;
      rows[row + behind] = bits[here + 1]!;
      rows[row + behind + 1] = after;
      rows[row + behind + 2] =
        after |
        bits[here + 5]! |
        bits[here + 6]! |
        bits[here + 7]! |
        bits[here + 8]! |
        bits[here + 9]! |
        bits[here + 10]!;
    }
    if (line.hasSkips) this.open(line, length);
  }

  private open(line: Line, length: number): void {
    for (let at = 0; at < length; at++) {
      if (line.ahead[at] === 0) continue;
      const to = Math.min(length, line.ahead[at]! + widest + 1);
      this.rows.fill(anything, Math.max(0, at - widest - 1) * rowSize, to * rowSize);
    }
  }
}
