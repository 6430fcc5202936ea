// A rate over many marks of a machine, corrected by the few that a person looked at again. Which those were must have been
// drawn with known chances; then the rate is right on average whatever the machine's errors are.
import { type Interval, wilson } from './rate.core.ts';

/** What was said twice: by the machine and by a person. */
export interface Review {
  /** What the machine said: 1 failed, 0 not; or a number between, such as .5 for unsure. */
  readonly machine: number;
  /** What the person said: 1 failed, 0 not. */
  readonly human: number;
  /** The person said that it doesn't apply here, or could not say: the rate is of the others. True where left out. */
  readonly applies?: boolean;
  /** The chance with which it was drawn to be looked at, over 0 and up to 1. */
  readonly probability: number;
}

/** Marks that reviews were drawn from together: one stratum of all, where no more is known. */
export interface Stratum {
  /** All marks, the reviewed ones included. */
  readonly size: number;
  /** The mean of what the machine said, over all. */
  readonly machineMean: number;
  readonly reviews: readonly Review[];
}

/**
 * `population`: how it went in these very cases. `process`: how it goes, of which these cases are a sample; wider by what
 * chance makes of that many cases.
 */
export type RateTarget = 'population' | 'process';

export interface CorrectedRate extends Interval {
  readonly rate: number;
  readonly target: RateTarget;
  readonly level: number;
  /** How far the machine is followed: 0 not at all, 1 wholly. */
  readonly lambda: number;
  readonly reviewed: number;
  readonly size: number;
  /** How many reviews drawn evenly, without a machine, would have given as narrow an interval. */
  readonly effective: number;
}

/** A miss and a false alarm of a machine that was clear: each is pretended to have been seen once more. */
const pretended = [
  { machine: 0, human: 1 },
  { machine: 1, human: 0 },
] as const;
/** Seen failures (or kept, whichever is rarer) at which a pretended error is half where the machine could have made it. */
const halfWay = 5;

/**
 * The corrected rate: Σ W_h (λ f̄_h + weighted mean of (y − λf)), weights 1/π made to add up to one (Hájek), λ where the
 * variance is least. Its interval is Wilson's at the number of evenly drawn reviews that would have had the same variance;
 * that variance is taken with a pretended miss and false alarm, which weigh ever less as reviews grow.
 * Reviews that said neither met nor failed are no part of the rate, which then is a ratio.
 * Sources: A. N. Angelopoulos, J. C. Duchi and T. Zrnic 2023, "PPI++", arXiv 2311.01453 (λ); A. Fisch and others 2024,
 * "Stratified prediction-powered inference", arXiv 2406.04291; T. Zrnic and E. Candès 2024, "Active statistical
 * inference", arXiv 2403.03208 (known chances); P. S. Kott and D. A. Carr 1997, Journal of Official Statistics 13:239
 * (Wilson's at an effective size). The pretended two are our own repair; bench `ppi` holds them to their coverage.
 * @param level coverage, 0 to 1 exclusive
 * @returns null without marks, or where a stratum with marks has no review and so nothing is known of it (`joinedStrata`)
 */
export function correctedRate(strata: readonly Stratum[], target: RateTarget, level = 0.95): CorrectedRate | null {
  const used = strata.filter((one) => one.size > 0);
  if (used.length === 0 || used.some((one) => applying(one.reviews).length === 0)) return null;
  const size = sum(used, (one) => one.size);
  const reviewed = sum(used, (one) => applying(one.reviews).length);
  const times = pretendedIn(used, size, reviewed);
  const parts = used.map((one, at) => partOf(one, size, times[at]!));
  const spread = sum(parts, (one) => one.scale * one.machineVariance);
  const lambda = spread > 0 ? clamp(sum(parts, (one) => one.scale * one.covariance) / spread) : 0;
  const rate = clamp(sum(parts, (one) => one.share * (one.humanMean + lambda * one.machineLag)));
  const variance = sum(
    parts,
    (one) => one.scale * (one.humanVariance - 2 * lambda * one.covariance + lambda * lambda * one.machineVariance),
  );
  const centre = (reviewed * rate + 1) / (reviewed + 2);
  const chance = centre * (1 - centre);
  const effective = chance / (variance + (target === 'process' ? chance / size : 0));
  // Where everything was looked at there is nothing left to be unsure of.
  const interval = Number.isFinite(effective) ? wilson(rate * effective, effective, level) : { low: rate, high: rate };
  return { rate, target, level, lambda, reviewed, size, effective, ...interval };
}

/**
 * How often a miss and a false alarm are pretended in each stratum. Of many strata's, only where the machine lets pass can
 * there be a miss, and a false alarm only where it flags: so that is where they go, by the reviews there. But where hardly
 * anything was failed, or hardly anything kept, Wilson's own allowance says most of it already: there each stratum has
 * three quarters of its part by reviews, and the first way takes over as the rarer of the two is seen (half at `halfWay`).
 */
function pretendedIn(strata: readonly Stratum[], size: number, reviewed: number): [miss: number, alarm: number][] {
  if (strata.length === 1) return [[1, 1]];
  const failed = sum(strata, (one) => (one.size / size) * meanOf(applying(one.reviews)));
  const rarer = reviewed * Math.min(failed, 1 - failed);
  const known = rarer / (rarer + halfWay);
  const looked = sum(strata, (one) => one.reviews.length);
  const flags = strata.map(({ reviews }) => sum(reviews, (one) => one.machine));
  const flagged = sum(flags, (one) => one);
  return strata.map(({ reviews }, at) => {
    const even = reviews.length / looked;
    const passes = portion(reviews.length - flags[at]!, looked - flagged, even);
    const times = (where: number): number => known * where + (1 - known) * 0.75 * even;
    return [times(passes), times(portion(flags[at]!, flagged, even))];
  });
}

/** How the reviewed went, each weighed by one over its chance. */
function meanOf(reviews: readonly Review[]): number {
  return sum(reviews, (one) => one.human / one.probability) / sum(reviews, (one) => 1 / one.probability);
}

/** `part` of `whole`; `otherwise` where there is no whole. */
function portion(part: number, whole: number, otherwise: number): number {
  return whole > 1e-9 ? part / whole : otherwise;
}

/** One stratum's share in the rate and its variance, for any λ. */
interface Part {
  readonly share: number;
  readonly scale: number;
  readonly humanMean: number;
  /** How much higher the machine's mean is over all than over the reviewed. */
  readonly machineLag: number;
  readonly humanVariance: number;
  readonly covariance: number;
  readonly machineVariance: number;
}

interface Seen {
  readonly machine: number;
  readonly human: number;
  /** Weights of one stratum have a mean of 1. */
  readonly weight: number;
  /** How much of the variance is left, since what was looked at is known: 1 − π. */
  readonly open: number;
  /** How often it counts: 1, or a part for what is pretended. */
  readonly times: number;
  /** 1 where the person said met or failed, else 0. */
  readonly told: 0 | 1;
}

/** @param times how often a miss, and a false alarm, is pretended here */
function partOf({ size: own, machineMean, reviews }: Stratum, size: number, times: readonly [number, number]): Part {
  const n = reviews.length;
  const total = sum(reviews, (one) => 1 / one.probability);
  const seen = reviews.map(({ machine, human, probability, applies = true }): Seen => ({
    machine,
    human,
    weight: n / (probability * total),
    open: Math.max(0, 1 - probability),
    times: 1,
    told: applies ? 1 : 0,
  }));
  const open = Math.max(0, 1 - n / own);
  const more = pretended.map((one, at): Seen => ({ ...one, weight: 1, open, times: times[at]!, told: 1 }));
  const all = [...seen, ...more];
  const count = n + times[0] + times[1];
  // The rate is of what people could say met or failed of: a ratio, whose scatter is that of what each one moves it by (Woodruff
  // 1971, Journal of the American Statistical Association 66:411). What was set aside moves it by nothing, but the machine's mean
  // is over all that it marked, so its own scatter keeps them.
  const toldShare = sum(all, (one) => one.times * one.weight * one.told) / count;
  const humanMean = sum(all, (one) => one.times * one.weight * one.told * one.human) / (count * toldShare);
  const machineOver = sum(all, (one) => one.times * one.weight * one.machine) / count;
  const moves = (one: Seen): number => (one.told * (one.human - humanMean)) / toldShare;
  const scatter = (of: (one: Seen) => number): number =>
    sum(all, (one) => one.times * one.weight ** 2 * one.open * of(one)) / Math.max(1, count - 1);
  const share = own / size;
  return {
    share,
    scale: share ** 2 / n,
    humanMean: sum(seen, (one) => one.weight * one.told * one.human) / sum(seen, (one) => one.weight * one.told),
    machineLag: machineMean - sum(seen, (one) => one.weight * one.machine) / n,
    humanVariance: scatter((one) => moves(one) ** 2),
    covariance: scatter((one) => moves(one) * (one.machine - machineOver)),
    machineVariance: scatter((one) => (one.machine - machineOver) ** 2),
  };
}

function applying(reviews: readonly Review[]): readonly Review[] {
  return reviews.filter((one) => one.applies !== false);
}

/** Strata with fewer reviews than `least` joined to the one whose machine mean is nearest, until none is left or one is. */
export function joinedStrata(strata: readonly Stratum[], least = 5): Stratum[] {
  const left = strata.filter((one) => one.size > 0);
  while (left.length > 1) {
    const thin = left.reduce((best, one) => (one.reviews.length < best.reviews.length ? one : best));
    if (thin.reviews.length >= least) break;
    left.splice(left.indexOf(thin), 1);
    const near = left.reduce((best, one) =>
      Math.abs(one.machineMean - thin.machineMean) < Math.abs(best.machineMean - thin.machineMean) ? one : best,
    );
    const size = thin.size + near.size;
    left[left.indexOf(near)] = {
      size,
      machineMean: (thin.machineMean * thin.size + near.machineMean * near.size) / size,
      reviews: [...near.reviews, ...thin.reviews],
    };
  }
  return left;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  let total = 0;
  for (const one of list) total += of(one);
  return total;
}
