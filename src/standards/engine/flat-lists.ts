// Many short lists of whole numbers in two arrays, one behind the other: a hundred thousand lists of their own would cost more to
// make, to keep and to clear away than all that stands in them.

/** List `i` is `to[from[i]]` up to `to[from[i + 1]]`. */
export interface FlatLists {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** One list by itself. */
export function listOf({ from, to }: FlatLists, list: number): number[] {
  return Array.from(to.subarray(from[list], from[list + 1]));
}

/** Whole numbers written one behind the other, however many come. */
export class Numbers {
  count = 0;
  private numbers = new Int32Array(1024);

  push(one: number): void {
    if (this.count === this.numbers.length) this.grow();
    this.numbers[this.count++] = one;
  }

  /** Sets bits of one written before. */
  mark(at: number, bits: number): void {
    this.numbers[at]! |= bits;
  }

  /** Those written so far. */
  done(): Int32Array {
    return this.numbers.slice(0, this.count);
  }

  private grow(): void {
    const larger = new Int32Array(this.numbers.length * 2);
    larger.set(this.numbers);
    this.numbers = larger;
  }
}

/** Lists written one behind the other. */
export class ListWriter {
  private readonly from = new Numbers();
  private readonly to = new Numbers();

  add(list: readonly number[]): void {
    this.from.push(this.to.count);
    for (let at = 0; at < list.length; at++) this.to.push(list[at]!);
  }

  done(): FlatLists {
    this.from.push(this.to.count);
    return { from: this.from.done(), to: this.to.done() };
  }
}
