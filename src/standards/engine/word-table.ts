// Words found by their letters without a string being made: an open-addressed table whose keys are the first eight letters of a
// word, packed four to a number, and a hash of the rest. Words of up to eight letters are compared whole by their keys.

const rowSize = 4;
const firstRows = 4096;

/** Four bytes as the tokeniser packs them, small letters, the first one lowest. */
export function packed(text: string, from: number): number {
  let key = 0;
  for (let at = 0; at < 4 && from + at < text.length; at++) key |= text.charCodeAt(from + at) << (8 * at);
  return key;
}

/** One more letter of a word's tail, the letters after its eighth, into the tail's hash, which begins at `tailStart`. */
export const withTail = (tail: number, letter: number): number => Math.imul(tail ^ letter, 16777619);
export const tailStart = 0x811c9dc5 | 0;

export class WordTable {
  // By row: letters 1 to 4, letters 5 to 8, hash of the rest (0 where there is none), the word's id plus 1 (0: free).
  private rows = new Int32Array(firstRows * rowSize);
  private shift = 32 - Math.log2(firstRows);
  private count = 0;

  /** Keeps a word of the letters a to z. */
  add(text: string, id: number): void {
    if (++this.count * 3 > this.rows.length / rowSize) this.grow();
    let tail = 0;
    if (text.length > 8) {
      tail = tailStart;
      for (let at = 8; at < text.length; at++) tail = withTail(tail, text.charCodeAt(at));
    }
    this.place(packed(text, 0), packed(text, 4), tail, id);
  }

  /** The id of the word with these letters, or -1. For one of more than eight letters it remains to compare the rest. */
  find(first: number, second: number, tail: number): number {
    const { rows } = this;
    const mask = rows.length - rowSize;
    let row = this.rowOf(first, second, tail);
    for (;;) {
      const found = rows[row + 3]!;
      if (found === 0) return -1;
      if (((rows[row]! ^ first) | (rows[row + 1]! ^ second) | (rows[row + 2]! ^ tail)) === 0) return found - 1;
      row = (row + rowSize) & mask;
    }
  }

  private rowOf(first: number, second: number, tail: number): number {
    return (Math.imul(first ^ Math.imul(second ^ tail, 0x9e3779b1), 0x85ebca6b) >>> this.shift) * rowSize;
  }

  private place(first: number, second: number, tail: number, id: number): void {
    const { rows } = this;
    const mask = rows.length - rowSize;
    let row = this.rowOf(first, second, tail);
    while (rows[row + 3] !== 0) row = (row + rowSize) & mask;
    rows[row] = first;
    rows[row + 1] = second;
    rows[row + 2] = tail;
    rows[row + 3] = id + 1;
  }

  private grow(): void {
    const old = this.rows;
    this.rows = new Int32Array(old.length * 2);
    this.shift--;
    for (let row = 0; row < old.length; row += rowSize)
      if (old[row + 3] !== 0) this.place(old[row]!, old[row + 1]!, old[row + 2]!, old[row + 3]! - 1);
  }
}
