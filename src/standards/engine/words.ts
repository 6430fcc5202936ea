// The words of one turn in typed arrays, and letters folded to their base: case and accents go.

/** What stands between a word and the one before it. */
export const pause = { none: 0, comma: 1, sentence: 2 } as const;

export class Words {
  count = 0;
  ids = new Int32Array(512);
  from = new Int32Array(512);
  to = new Int32Array(512);
  breaks = new Uint8Array(512);
  /** The value of a number, NaN for other words. */
  values = new Float64Array(512).fill(Number.NaN);
  digits = new Uint8Array(512);
  /** Whether a number, a number word or a time stands among them: without one there is nothing to join. */
  hasNumbers = false;
  /** Whether a value that was taken out stands among them, such as [NAME 1]. */
  hasPlaceholders = false;
  /** What stands between the last word and the one that comes next. */
  broken: number = pause.none;
  /** Behind the last word that has a value. */
  private valued = 0;

  clear(): void {
    // Values stand only where there were numbers, so that other turns need not write any.
    if (this.hasNumbers) {
      this.values.fill(Number.NaN, 0, this.valued);
      this.digits.fill(0, 0, this.valued);
    }
    this.valued = 0;
    this.count = 0;
    this.hasNumbers = false;
    this.hasPlaceholders = false;
    this.broken = pause.none;
  }

  push(id: number, from: number, to: number): void {
    const at = this.count;
    if (at === this.ids.length) this.grow();
    this.count = at + 1;
    this.ids[at] = id;
    this.from[at] = from;
    this.to[at] = to;
    this.breaks[at] = this.broken;
    this.broken = pause.none;
  }

  pushNumber(id: number, from: number, to: number, value: number, digits: number): void {
    this.push(id, from, to);
    this.values[this.count - 1] = value;
    this.digits[this.count - 1] = digits;
    this.valued = this.count;
    this.hasNumbers = true;
  }

  private grow(): void {
    const size = this.ids.length * 2;
    const larger = <T extends Int32Array | Uint8Array | Float64Array>(empty: T, old: T): T => {
      empty.set(old);
      return empty;
    };
    this.ids = larger(new Int32Array(size), this.ids);
    this.from = larger(new Int32Array(size), this.from);
    this.to = larger(new Int32Array(size), this.to);
    this.breaks = larger(new Uint8Array(size), this.breaks);
    this.values = larger(new Float64Array(size).fill(Number.NaN), this.values);
    this.digits = larger(new Uint8Array(size), this.digits);
  }
}

// Lower-case base letter per UTF-16 unit: 0 no letter, 1 a mark that is passed over, filled as characters are met.
const folds = new Uint16Array(65536);
const unmet = 0xffff;
folds.fill(unmet);

/** The base letter of a UTF-16 unit in lower case: 0 where it is no letter or digit, 1 for a combining mark. */
export function fold(unit: number): number {
  const known = folds[unit]!;
  if (known !== unmet) return known;
  const letter = String.fromCharCode(unit);
  let folded = 0;
  if (/\p{M}/u.test(letter)) folded = 1;
  else if (/[\p{L}\p{N}]/u.test(letter)) folded = letter.normalize('NFD').toLowerCase().charCodeAt(0);
  folds[unit] = folded;
  return folded;
}
