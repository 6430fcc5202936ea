// The words of one turn, apart from those of the others.
import type { Words } from './words.ts';

const firstRoom = 512;

export class TurnWords {
  count = 0;
  ids = new Int32Array(firstRoom);
  from = new Int32Array(firstRoom);
  to = new Int32Array(firstRoom);
  breaks = new Uint8Array(firstRoom);

  /** Takes in the words of a row from `start` up to, not including, `end`. */
  load(row: Words, start: number, end: number): void {
    const count = end - start;
    if (count > this.ids.length) {
      this.ids = new Int32Array(2 * count);
      this.from = new Int32Array(2 * count);
      this.to = new Int32Array(2 * count);
      this.breaks = new Uint8Array(2 * count);
    }
    this.count = count;
    for (let at = 0; at < count; at++) {
      this.ids[at] = row.ids[start + at]!;
      this.from[at] = row.from[start + at]!;
      this.to[at] = row.to[start + at]!;
      this.breaks[at] = row.breaks[start + at]!;
    }
  }
}
