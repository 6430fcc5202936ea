// Krippendorff's alpha and Gwet's AC1 of many raters with intervals, from units that may weigh differently, come in clusters and
// belong to several strata (a reviewer's marks by many standards: only what differs within a standard is agreement).
import { studentQuantile } from './clustered-rate.core.ts';
import { chanceOf } from './normal-draws.ts';
import type { Interval } from './rate.core.ts';
import { gammaDraw } from './gamma-draw.ts';
import { normalQuantile } from './special.core.ts';

export interface RatedUnit {
  /** What each rater answered, as numbers from 0; two at least, or the unit says nothing. */
  readonly answers: readonly number[];
  /** One over the chance with which the unit was drawn, up to a factor; 1 where left out. */
  readonly weight?: number;
  /** Units of one cluster are drawn together. */
  readonly cluster: string;
  /** Agreement by chance is counted within a stratum; all are one where left out. */
  readonly stratum?: string;
}

export interface AgreementFound {
  /** Units with two answers or more. */
  readonly units: number;
  readonly clusters: number;
  /** Share of pairs of answers that are the same. */
  readonly same: number | null;
  /** Null where only one answer was ever given: nothing could have differed. */
  readonly alpha: number | null;
  readonly alphaInterval: Interval | null;
  readonly ac1: number | null;
  readonly ac1Interval: Interval | null;
  /** How often each answer was given. */
  readonly shares: readonly number[];
}

export interface AgreementOptions {
  /** How many different answers could be given. */
  readonly answers: number;
  /** Coverage, 0 to 1 exclusive; .95 where left out. */
  readonly level?: number;
  /** 2,000 where left out; 0 for no intervals. */
  readonly draws?: number;
  readonly seed?: number;
}

/** What clusters that are alike add to the sums, and how many there are of them. */
interface Alike {
  readonly times: number;
  readonly at: readonly number[];
  readonly by: readonly number[];
}

/**
 * Alpha (K. Krippendorff 2011) and AC1 (K. L. Gwet 2008) over the units, and intervals by the Bayesian bootstrap (D. B. Rubin
 * 1981, Annals of Statistics 9:130): each cluster weighs what a gamma variable says. Half a pair of each sort (the commoner answer
 * twice, the rarer twice, one of each) is pretended, so that a few pairs that all agree don't pass for certainty; of few clusters
 * the gamma variables are wider, by Student's quantile over the normal's. Bench `review` holds both to their coverage, where the plain
 * bootstrap (percentile or BCa) falls to .8 and below with 30 units.
 */
export function agreementOf(units: readonly RatedUnit[], options: AgreementOptions): AgreementFound {
  const { answers, level = 0.95, draws = 2000, seed = 1 } = options;
  const used = units.filter((unit) => unit.answers.length >= 2);
  const weights = used.reduce((sum, unit) => sum + (unit.weight ?? 1), 0) / Math.max(1, used.length);
  const strata = [...new Set(used.map((unit) => unit.stratum ?? ''))];
  const sums = new Sums(strata.length, answers);
  const clusters = [...Map.groupBy(used, (unit) => unit.cluster).values()];
  const alike = grouped(clusters, (unit) => sums.places(strata.indexOf(unit.stratum ?? ''), unit, weights));
  for (const one of alike) sums.add(one, one.times);
  // What was drawn with a small chance stands for many: what could be pretended among those weighs as much as they do on average.
  const unevenness =
    used.reduce((sum, unit) => sum + ((unit.weight ?? 1) / weights) ** 2, 0) / Math.max(1, used.length);
  const shares = sums.shares();
  const seen = Math.max(2, shares.filter((share) => share > 0).length);
  const found = { units: used.length, clusters: clusters.length, shares, same: sums.same() };
  const alpha = sums.alpha(true);
  const ac1 = used.length > 0 ? sums.ac1(seen) : null;
  if (draws === 0 || alpha === null || clusters.length < 2)
    return { ...found, alpha, ac1, alphaInterval: null, ac1Interval: null };
  const drawn = drawnFigures(sums, alike, { clusters: clusters.length, level, draws, seed, seen, unevenness });
  return { ...found, alpha, ac1, ...drawn };
}

function drawnFigures(
  sums: Sums,
  alike: readonly Alike[],
  {
    clusters,
    level,
    draws,
    seed,
    seen,
    unevenness,
  }: Required<Omit<AgreementOptions, 'answers'>> & { clusters: number; seen: number; unevenness: number },
): Pick<AgreementFound, 'alphaInterval' | 'ac1Interval'> {
  const pretended = sums.pretended(unevenness);
  const tail = (1 + level) / 2;
  const shape =
    ((clusters - 1) / clusters) * (normalQuantile(tail) / studentQuantile(tail, Math.max(1, clusters - 1))) ** 2;
  const chance = chanceOf(seed);
  const alphas: number[] = [];
  const ac1s: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    sums.clear();
    for (const one of alike) sums.add(one, gammaDraw(one.times * shape, chance) / shape);
    for (const one of pretended) sums.add(one, gammaDraw(one.times, chance));
    const alpha = sums.alpha(false);
    if (alpha !== null) alphas.push(alpha);
    ac1s.push(sums.ac1(seen));
  }
  return { alphaInterval: middleOf(alphas, level), ac1Interval: middleOf(ac1s, level) };
}

/** Running sums of a draw: a stratum's weight, agreement, pairs apart, and each answer by shares and by count. */
class Sums {
  readonly #strata: number;
  readonly #answers: number;
  readonly #wide: number;
  readonly #all: Float64Array;

  constructor(strata: number, answers: number) {
    this.#strata = strata;
    this.#answers = answers;
    this.#wide = 3 + 2 * answers;
    this.#all = new Float64Array(strata * this.#wide);
  }

  /** What a unit adds, and where. */
  places(stratum: number, unit: RatedUnit, meanWeight: number): [at: number, by: number][] {
    const m = unit.answers.length;
    const weight = (unit.weight ?? 1) / meanWeight;
    const counts = new Map<number, number>();
    for (const one of unit.answers) counts.set(one, (counts.get(one) ?? 0) + 1);
    let same = 0;
    for (const count of counts.values()) same += count * (count - 1);
    const from = stratum * this.#wide;
    const agree = same / (m * (m - 1));
    return [
      [from, weight],
      [from + 1, weight * agree],
      [from + 2, weight * m * (1 - agree)],
      ...[...counts].flatMap(([answer, count]): [number, number][] => [
        [from + 3 + answer, (weight * count) / m],
        [from + 3 + this.#answers + answer, weight * count],
      ]),
    ];
  }

  clear(): void {
    this.#all.fill(0);
  }

  add({ at, by }: Alike, times: number): void {
    for (let nth = 0; nth < at.length; nth++) this.#all[at[nth]!]! += times * by[nth]!;
  }

  shares(): number[] {
    const sums = Array.from({ length: this.#answers }, () => 0);
    let weight = 0;
    for (let s = 0; s < this.#strata; s++) {
      weight += this.#all[s * this.#wide]!;
      for (let q = 0; q < this.#answers; q++) sums[q]! += this.#all[s * this.#wide + 3 + q]!;
    }
    return sums.map((one) => (weight > 0 ? one / weight : 0));
  }

  same(): number | null {
    let [weight, agree] = [0, 0];
    for (let s = 0; s < this.#strata; s++) {
      weight += this.#all[s * this.#wide]!;
      agree += this.#all[s * this.#wide + 1]!;
    }
    return weight > 0 ? agree / weight : null;
  }

  /** @param small with the correction for few answers, as published */
  alpha(small: boolean): number | null {
    let [apart, expected] = [0, 0];
    for (let s = 0; s < this.#strata; s++) {
      const from = s * this.#wide;
      let given = 0;
      for (let q = 0; q < this.#answers; q++) given += this.#all[from + 3 + this.#answers + q]!;
      if (given <= 0) continue;
      let differing = 0;
      for (let q = 0; q < this.#answers; q++) {
        const count = this.#all[from + 3 + this.#answers + q]!;
        differing += count * (given - count);
      }
      apart += this.#all[from + 2]!;
      expected += differing / Math.max(1e-9, small ? given - 1 : given);
    }
    return expected > 1e-12 ? 1 - apart / expected : null;
  }

  /** @param seen how many different answers there are */
  ac1(seen: number): number {
    let [over, under] = [0, 0];
    for (let s = 0; s < this.#strata; s++) {
      const from = s * this.#wide;
      const weight = this.#all[from]!;
      if (weight <= 0) continue;
      let chance = 0;
      for (let q = 0; q < this.#answers; q++) {
        const share = this.#all[from + 3 + q]! / weight;
        chance += (share * (1 - share)) / (seen - 1);
      }
      over += this.#all[from + 1]! - weight * chance;
      under += weight * (1 - chance);
    }
    return under > 0 ? over / under : 1;
  }

  /**
   * Half a pair of each sort: the commoner answer twice, the rarer twice, one of each; over the strata by their weight.
   * @param weight of such a pair
   */
  pretended(weight: number): Alike[] {
    let all = 0;
    for (let s = 0; s < this.#strata; s++) all += this.#all[s * this.#wide]!;
    const pairs: [at: number, by: number][][] = [[], [], []];
    for (let s = 0; s < this.#strata; s++) {
      const from = s * this.#wide;
      const order = Array.from({ length: this.#answers }, (_, answer) => answer).toSorted(
        (a, b) => this.#all[from + 3 + b]! - this.#all[from + 3 + a]! || a - b,
      );
      const [common, rare] = [order[0]!, order[1] ?? order[0]!];
      const share = weight * (all > 0 ? this.#all[from]! / all : 1);
      for (const [sort, answers] of [
        [common, common],
        [rare, rare],
        [common, rare],
      ].entries())
        pairs[sort]!.push(...this.places(s, { answers, weight: share, cluster: '' }, 1));
    }
    return pairs.map((own) => ({ times: 0.5, at: own.map(([at]) => at), by: own.map(([, by]) => by) }));
  }
}

/** Clusters that add the same are one, drawn with the sum of their gamma variables: a thousand pairs are ten sorts of pairs. */
function grouped(
  clusters: readonly (readonly RatedUnit[])[],
  places: (unit: RatedUnit) => [at: number, by: number][],
): Alike[] {
  const found = new Map<string, { times: number; at: number[]; by: number[] }>();
  for (const cluster of clusters) {
    const own = cluster.flatMap(places);
    const key = own
      .map(([at, by]) => `${at}:${by}`)
      .toSorted()
      .join(' ');
    const known = found.get(key);
    if (known) known.times += 1;
    else found.set(key, { times: 1, at: own.map(([at]) => at), by: own.map(([, by]) => by) });
  }
  return [...found.values()];
}

function middleOf(values: number[], level: number): Interval | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const low = Math.floor(place);
    const next = sorted[Math.min(low + 1, sorted.length - 1)]!;
    return sorted[low]! + (next - sorted[low]!) * (place - low);
  };
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}
