// Contacts of a day at a site, counted, laid out one after the other: contacts of one day and site are told apart by
// nothing but whether they failed, so their order is drawn from the day and the site alone, whatever order they came in.

/** Failed and kept marks of one standard, one row a day and site; days are whole numbers (e.g. since 1970). */
export interface EffectCells {
  readonly day: ArrayLike<number>;
  readonly site: ArrayLike<number>;
  readonly failed: ArrayLike<number>;
  readonly kept: ArrayLike<number>;
}

/** Outcomes (1 failed) of the cell in an order that depends on day, site and the two counts only. */
export function laidOut(day: number, site: number, failed: number, kept: number): Uint8Array {
  const outcomes = new Uint8Array(failed + kept).fill(1, 0, failed);
  let state = (Math.imul(day + 1, 0x9e3779b1) ^ Math.imul(site + 1, 0x85ebca6b)) >>> 0;
  for (let at = outcomes.length - 1; at > 0; at--) {
    state = (state + 0x6d2b79f5) >>> 0;
    const pick = Math.floor((mixed(state) / 2 ** 32) * (at + 1));
    [outcomes[at], outcomes[pick]] = [outcomes[pick]!, outcomes[at]!];
  }
  return outcomes;
}

/** Mulberry32's mixing: enough for an order nobody could choose. */
function mixed(state: number): number {
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return (t ^ (t >>> 14)) >>> 0;
}

/** A line of outcomes that are each used once. */
export class Outcomes {
  #values = new Uint8Array(64);
  #from = 0;
  #to = 0;

  get left(): number {
    return this.#to - this.#from;
  }

  push(more: ArrayLike<number>): void {
    if (this.#to + more.length > this.#values.length) {
      const wider = new Uint8Array(Math.max(this.#values.length * 2, this.#to + more.length));
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values.set(more, this.#to);
    this.#to += more.length;
  }

  /** The mean of the next `count`. */
  mean(count: number): number {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += this.#values[this.#from + i]!;
    this.#from += count;
    return sum / count;
  }
}
