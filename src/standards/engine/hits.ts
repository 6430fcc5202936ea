// Where phrases were found in one turn: each phrase and end once, with the earliest start. A find is one number, so that putting
// them in order makes nothing and costs little.

// end, then phrase, then how much of the longest span is left: the order of the numbers is the order of the finds.
const phraseSize = 2 ** 17;
const spanSize = 2 ** 13;
const longestSpan = spanSize - 1;
/** More finds than this in a turn are sorted, not put in their place one by one. */
const few = 48;

/** So many phrases may be looked for at once. */
export const mostPhrases = phraseSize;

export class Hits {
  count = 0;
  private keys = new Float64Array(256);

  clear(): void {
    this.count = 0;
  }

  /** A phrase from `start` to `end`, both indexes of a `Line`. */
  add(phrase: number, start: number, end: number): void {
    if (this.count === this.keys.length) {
      const larger = new Float64Array(this.keys.length * 2);
      larger.set(this.keys);
      this.keys = larger;
    }
    this.keys[this.count++] =
      (end * phraseSize + phrase) * spanSize + (longestSpan - Math.min(end - start, longestSpan));
  }

  /** Puts the finds in order of their ends and phrases, each once. */
  settle(): void {
    const { keys, count } = this;
    if (count < 2) return;
    if (count > few) keys.subarray(0, count).sort();
    else {
      for (let at = 1; at < count; at++) {
        const key = keys[at]!;
        let to = at;
        while (to > 0 && keys[to - 1]! > key) {
          keys[to] = keys[to - 1]!;
          to--;
        }
        keys[to] = key;
      }
    }
    let kept = 1;
    let last = Math.floor(keys[0]! / spanSize);
    for (let at = 1; at < count; at++) {
      const one = Math.floor(keys[at]! / spanSize);
      if (one === last) continue;
      last = one;
      keys[kept++] = keys[at]!;
    }
    this.count = kept;
  }

  // By subtraction: the remainder of a division of such large numbers would cost more than all the rest.
  phrase(index: number): number {
    const both = Math.floor(this.keys[index]! / spanSize);
    return both - Math.floor(both / phraseSize) * phraseSize;
  }

  /** Index of the last word in the `Line`. */
  end(index: number): number {
    return Math.floor(this.keys[index]! / (spanSize * phraseSize));
  }

  /** Index of the first word in the `Line`. */
  start(index: number): number {
    const key = this.keys[index]!;
    return this.end(index) - (longestSpan - (key - Math.floor(key / spanSize) * spanSize));
  }
}
