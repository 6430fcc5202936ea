// Group sizes of the effect test: whole numbers that come to a given mean, and how many sites a mean is really of.

/** Whole numbers whose mean is a given one, spread evenly: for 1.5 it is 1, 2, 1, 2 ... */
export class Sizes {
  readonly mean: number;
  #nth = 0;

  constructor(mean: number) {
    this.mean = mean;
  }

  /** The next size. */
  peek(): number {
    // The hair's breadth keeps 1/3 + 1/3 + 1/3 from falling short of 1.
    return Math.floor((this.#nth + 1) * this.mean + 1e-9) - Math.floor(this.#nth * this.mean + 1e-9);
  }

  next(): void {
    this.#nth += 1;
  }
}

/** One over the effective number of groups: sum of squares over square of sum (Kish 1965); 1 where there is nothing. */
export function concentration(flows: Iterable<number>): number {
  let sum = 0;
  let squares = 0;
  for (const flow of flows) {
    sum += flow;
    squares += flow * flow;
  }
  return sum > 0 ? squares / sum ** 2 : 1;
}

/** Variance of one yes or no; never quite 0, since a rate seen as 0 isn't known to be 0. */
export function spreadOf(rate: number): number {
  return Math.max(0.004, rate * (1 - rate));
}
