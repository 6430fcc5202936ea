// Ways to choose which marks a person looks at again, each with the chance that every mark had of being chosen.
import { activeProbabilities, neymanAllocation } from '../../src/stats/allocation.core.ts';
import type { Review, Stratum } from '../../src/stats/corrected-rate.core.ts';
import type { Chance } from '../chance.ts';
import { claims, drawn, kinds, type Kind } from './planted.ts';

export interface Plan {
  readonly name: string;
  /** The marks as strata, with about n of them reviewed. */
  readonly review: (counts: Uint32Array, n: number, chance: Chance) => Stratum[];
}

export const plans: readonly Plan[] = [
  { name: 'evenly', review: (counts, n, chance) => stratified(counts, n, () => 0, chance) },
  { name: 'by verdict', review: (counts, n, chance) => stratified(counts, n, (kind) => kind.flagged, chance) },
  {
    name: 'by verdict and how sure',
    review: (counts, n, chance) => stratified(counts, n, (kind) => kind.claim, chance),
  },
  {
    name: 'by verdict, how sure and site',
    // Sites are only kept apart where each of the twenty strata can have ten reviews.
    review: (counts, n, chance) =>
      stratified(counts, n, (kind) => (n >= 200 ? kind.claim + 4 * kind.site : kind.claim), chance),
  },
  { name: 'where the machine is unsure, 20 % evenly', review: active },
  {
    name: 'by verdict, only the chances kept',
    review: (counts, n, chance) => [together(stratified(counts, n, (kind) => kind.flagged, chance))],
  },
];

/** Reviews shared out by Neyman's rule from a guess that knows nothing of the machine's real quality. */
function stratified(counts: Uint32Array, n: number, stratumOf: (kind: Kind) => number, chance: Chance): Stratum[] {
  const groups = [...Map.groupBy(kinds.keys(), (at) => stratumOf(kinds[at]!)).values()]
    .map((own) => counts.map((count, at) => (own.includes(at) ? count : 0)))
    .map((own) => ({ own, size: total(own) }))
    .filter((one) => one.size > 0);
  const guess = (own: Uint32Array, size: number) => sumOver(own, (kind) => [0.7, 0.5, 0.2, 0.05][kind.claim]!) / size;
  const shares = neymanAllocation(
    groups.map(({ own, size }) => ({ size, guess: guess(own, size) })),
    n,
  );
  return groups.map(({ own, size }, at) => {
    const looked = shares[at]!;
    return {
      size,
      machineMean: sumOver(own, (kind) => kind.flagged) / size,
      reviews: reviewsOf(drawn(own, looked, chance), () => looked / size),
    };
  });
}

function active(counts: Uint32Array, n: number, chance: Chance): Stratum[] {
  const size = total(counts);
  const each = kinds.flatMap((kind, at) => Array.from({ length: counts[at]! }, () => claims[kind.claim]!));
  const probabilities = activeProbabilities(each, n, 0.2);
  const ofKind = new Float64Array(kinds.length);
  const looked = new Uint32Array(kinds.length);
  let at = 0;
  for (let kind = 0; kind < kinds.length; kind++)
    for (let nth = 0; nth < counts[kind]!; nth++, at++) {
      ofKind[kind] = probabilities[at]!;
      if (chance.unit() < probabilities[at]!) looked[kind]!++;
    }
  const machineMean = sumOver(counts, (kind) => kind.flagged) / size;
  return [{ size, machineMean, reviews: reviewsOf(looked, (kind) => ofKind[kind]!) }];
}

function together(strata: readonly Stratum[]): Stratum {
  const size = strata.reduce((sum, one) => sum + one.size, 0);
  return {
    size,
    machineMean: strata.reduce((sum, one) => sum + one.size * one.machineMean, 0) / size,
    reviews: strata.flatMap((one) => one.reviews),
  };
}

function reviewsOf(looked: Uint32Array, probabilityOf: (kind: number) => number): Review[] {
  return kinds.flatMap(({ flagged, failed }, kind) =>
    Array.from({ length: looked[kind]! }, () => ({
      machine: flagged,
      human: failed,
      probability: probabilityOf(kind),
    })),
  );
}

function total(counts: Uint32Array): number {
  return counts.reduce((sum, one) => sum + one, 0);
}

/** The sum of something over all marks counted. */
export function sumOver(counts: Uint32Array, of: (kind: Kind) => number): number {
  return counts.reduce((sum, count, at) => sum + (count > 0 ? count * of(kinds[at]!) : 0), 0);
}
