// Agreement of many raters where not everybody rated everything: Krippendorff's alpha and Gwet's AC1. Show both, with how
// often each answer was given: where one is rare, alpha collapses and AC1 flatters.

/** Answers of one unit, one a rater; null where that rater gave none. Answers are numbers; nominal ones only names. */
export type Ratings = readonly (readonly (number | null)[])[];

/** How far apart two answers are: alike or not, by ranks, or by the square of their difference. */
export type Measurement = 'nominal' | 'ordinal' | 'interval';

/**
 * Krippendorff's alpha: 1 − D_o/D_e over pairs of answers to the same unit. Units with fewer than two answers are left out.
 * Source: K. Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability".
 * @param units one list of answers a unit
 * @returns null where no unit has two answers, or all answers are the same, so that nothing could have differed
 */
export function krippendorffAlpha(units: Ratings, measurement: Measurement): number | null {
  const { values, together, totals, all } = coincidences(units);
  if (all === 0) return null;
  let seen = 0;
  let expected = 0;
  for (let c = 0; c < values.length; c++)
    for (let k = 0; k < values.length; k++) {
      const apart = distance(values, totals, c, k, measurement);
      seen += together[c]![k]! * apart;
      expected += totals[c]! * totals[k]! * apart;
    }
  return expected > 0 ? 1 - (seen * (all - 1)) / expected : null;
}

/**
 * Gwet's AC1 of many raters with answers missing: p_e = Σ π_q (1 − π_q)/(Q − 1) from the mean share of each answer.
 * Source: K. L. Gwet 2008, British Journal of Mathematical and Statistical Psychology 61:29; with missing answers his
 * Handbook of Inter-Rater Reliability, 2014, chapter 4.
 * @param answers how many different answers could have been given; else those that were
 * @returns null where no unit has two answers or only one answer was ever given
 */
export function gwetsAc1OfMany(units: Ratings, answers?: number): number | null {
  const given = units
    .map((unit) => unit.filter((one): one is number => one !== null))
    .filter((unit) => unit.length > 0);
  const values = [...new Set(given.flat())];
  const pairs = given.filter((unit) => unit.length >= 2);
  const categories = answers ?? values.length;
  if (pairs.length === 0 || categories < 2) return null;
  let agreed = 0;
  for (const unit of pairs)
    for (const value of values) {
      const same = unit.filter((one) => one === value).length;
      agreed += (same * (same - 1)) / (unit.length * (unit.length - 1)) / pairs.length;
    }
  let chance = 0;
  for (const value of values) {
    const share = given.reduce((sum, unit) => sum + unit.filter((one) => one === value).length / unit.length, 0);
    const mean = share / given.length;
    chance += (mean * (1 - mean)) / (categories - 1);
  }
  return (agreed - chance) / (1 - chance);
}

function coincidences(units: Ratings) {
  const pairable = units
    .map((unit) => unit.filter((one): one is number => one !== null))
    .filter((unit) => unit.length >= 2);
  const values = [...new Set(pairable.flat())].sort((a, b) => a - b);
  const place = new Map(values.map((value, at) => [value, at]));
  const together = values.map(() => new Float64Array(values.length));
  for (const unit of pairable)
    unit.forEach((first, i) =>
      unit.forEach((second, j) => {
        if (i !== j) together[place.get(first)!]![place.get(second)!]! += 1 / (unit.length - 1);
      }),
    );
  const totals = together.map((row) => row.reduce((sum, one) => sum + one, 0));
  return { values, together, totals, all: totals.reduce((sum, one) => sum + one, 0) };
}

function distance(
  values: readonly number[],
  totals: readonly number[],
  c: number,
  k: number,
  measurement: Measurement,
): number {
  if (measurement === 'nominal') return Number(c !== k);
  if (measurement === 'interval') return (values[c]! - values[k]!) ** 2;
  let between = 0;
  for (let g = Math.min(c, k); g <= Math.max(c, k); g++) between += totals[g]!;
  return c === k ? 0 : (between - (totals[c]! + totals[k]!) / 2) ** 2;
}
