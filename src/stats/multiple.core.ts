// Many tests at once: which may be believed when the best of a long list are picked. False discovery rates from p-values
// (independent or in any dependence) and from e-values.

/**
 * p-values adjusted so that those at most q are the ones that Benjamini and Hochberg's step-up rule rejects at a false
 * discovery rate of q: min over j ≥ i of m p_(j) / j, at most 1. For independent or positively dependent tests.
 * Source: Y. Benjamini and Y. Hochberg 1995, Journal of the Royal Statistical Society B 57:289.
 * @returns as many as given, in the order given
 */
export function adjustedBenjaminiHochberg(pValues: readonly number[]): number[] {
  return adjusted(pValues, 1);
}

/**
 * The same for tests in any dependence: each is dearer by the sum of 1/i up to m.
 * Source: Y. Benjamini and D. Yekutieli 2001, Annals of Statistics 29:1165.
 */
export function adjustedBenjaminiYekutieli(pValues: readonly number[]): number[] {
  return adjusted(
    pValues,
    pValues.reduce((sum, _, index) => sum + 1 / (index + 1), 0),
  );
}

/** Places of the p-values rejected at a false discovery rate of q, ascending. Source: as `adjustedBenjaminiHochberg`. */
export function benjaminiHochberg(pValues: readonly number[], q: number): number[] {
  return placesWhere(adjustedBenjaminiHochberg(pValues), (p) => p <= q);
}

/** The same for tests in any dependence. Source: as `adjustedBenjaminiYekutieli`. */
export function benjaminiYekutieli(pValues: readonly number[], q: number): number[] {
  return placesWhere(adjustedBenjaminiYekutieli(pValues), (p) => p <= q);
}

/**
 * Places of the e-values rejected at a false discovery rate of q, ascending: the k largest, for the largest k whose k-th
 * is at least m / (k q). Holds in any dependence, and at any moment of looking where the e-values are those of e-processes.
 * Source: R. Wang and A. Ramdas 2022, Journal of the Royal Statistical Society B 84:822.
 */
export function eBenjaminiHochberg(eValues: readonly number[], q: number): number[] {
  const m = eValues.length;
  const order = eValues.map((_, place) => place).sort((a, b) => eValues[b]! - eValues[a]!);
  let kept = 0;
  for (let k = 1; k <= m; k++) if (eValues[order[k - 1]!]! >= m / (k * q)) kept = k;
  return order.slice(0, kept).sort((a, b) => a - b);
}

function adjusted(pValues: readonly number[], dearer: number): number[] {
  const m = pValues.length;
  const order = pValues.map((_, place) => place).sort((a, b) => pValues[a]! - pValues[b]!);
  const out = pValues.map(() => 1);
  let least = 1;
  for (let rank = m; rank >= 1; rank--) {
    const place = order[rank - 1]!;
    least = Math.min(least, (m * dearer * pValues[place]!) / rank);
    out[place] = least;
  }
  return out;
}

function placesWhere(values: readonly number[], is: (value: number) => boolean): number[] {
  return values.flatMap((value, place) => (is(value) ? [place] : []));
}
