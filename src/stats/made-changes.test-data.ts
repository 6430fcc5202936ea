// Organisations with a change at some sites, from a seed: counts of one standard a day and site, with what a fix meets in
// life: sites differ, the worst are fixed first, months move by themselves, everybody drifts.
import type { EffectCells } from './effect-queues.core.ts';
import type { EffectDesign } from './effect-sides.core.ts';
import { chanceOf, type Chance } from './normal-draws.ts';

export interface MadeChange {
  readonly sites: number;
  readonly fixed: number;
  /** Marks of the standard in 28 days, at the mean site. */
  readonly perMonth: number;
  /** 28-day months before the three that the sites are picked by, and after. */
  readonly monthsBefore: number;
  readonly monthsAfter: number;
  /** Failing rate of the mean site, and what the fix makes of it; the same where it does nothing. */
  readonly from: number;
  readonly to: number;
  /** Log odds, standard deviation. */
  readonly sitesDiffer: number;
  readonly monthsMove: number;
  /** Log odds by which everybody changes on the day of the fix. */
  readonly drift: number;
  /** The worst of the three picking months are fixed; else any. */
  readonly worstFirst: boolean;
}

export interface Made {
  readonly cells: EffectCells;
  readonly design: Omit<EffectDesign, 'expected'>;
}

const month = 28;
const pickingMonths = 3;

export function madeChange(made: MadeChange, seed: number): Made {
  const chance = chanceOf(seed);
  const normals = (count: number, spread: number): number[] =>
    Array.from({ length: count }, () => spread * chance.normal());
  const pickFrom = made.monthsBefore * month;
  const start = pickFrom + pickingMonths * month;
  const days = start + made.monthsAfter * month;
  const own = normals(made.sites, made.sitesDiffer);
  const moves = own.map(() => normals(days / month, made.monthsMove));
  const fall = logit(made.from) - logit(made.to);
  const cells = { day: [] as number[], site: [] as number[], failed: [] as number[], kept: [] as number[] };
  const picked = own.map(() => ({ failed: 0, n: 0 }));
  let fixed = new Set<number>();
  for (let day = 0; day < days; day++) {
    if (day === start) fixed = new Set(chosen(picked, made));
    for (let site = 0; site < made.sites; site++) {
      const n = poisson(chance, made.perMonth / month);
      if (n === 0) continue;
      const odds = logit(made.from) + own[site]! + moves[site]![Math.floor(day / month)]!;
      const later = day >= start ? made.drift - (fixed.has(site) ? fall : 0) : 0;
      const failed = binomial(chance, n, 1 / (1 + Math.exp(-odds - later)));
      cells.day.push(day);
      cells.site.push(site);
      cells.failed.push(failed);
      cells.kept.push(n - failed);
      if (day >= pickFrom && day < start) {
        picked[site]!.failed += failed;
        picked[site]!.n += n;
      }
    }
  }
  return {
    cells,
    design: {
      changedFrom: own.map((_, site) => (fixed.has(site) ? start : Number.POSITIVE_INFINITY)),
      before: { from: 0, to: start },
      leftOut: { from: pickFrom, to: start - 1 },
    },
  };
}

function chosen(picked: readonly { failed: number; n: number }[], made: MadeChange): number[] {
  const order = picked.map((_, site) => site);
  const rate = (site: number): number => picked[site]!.failed / Math.max(1, picked[site]!.n);
  if (made.worstFirst) order.sort((a, b) => rate(b) - rate(a) || a - b);
  return order.slice(0, made.fixed);
}

function logit(p: number): number {
  return Math.log(p / (1 - p));
}

function poisson(chance: Chance, mean: number): number {
  const floor = Math.exp(-mean);
  let count = 0;
  for (let product = chance.uniform(); product > floor; product *= chance.uniform()) count += 1;
  return count;
}

function binomial(chance: Chance, n: number, p: number): number {
  let count = 0;
  for (let i = 0; i < n; i++) if (chance.uniform() < p) count += 1;
  return count;
}
