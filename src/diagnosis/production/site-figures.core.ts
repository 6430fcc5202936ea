// One figure a site from its months: the mean of a logarithm once what all sites' months had in common is taken away, and how well
// it is known, seeing that a site's months are much like one another.
import type { SiteMonth } from '../../people/people.core.ts';
import type { Measure } from './production-report.core.ts';

export interface SiteFigure {
  readonly site: string;
  readonly months: number;
  /** Mean logarithm, months' common ups and downs taken away. */
  readonly value: number;
  readonly variance: number;
  /** Mean of the measure itself. */
  readonly plain: number;
}

/** Fewer months of a site are left out. */
export const fewestMonths = 3;
const passes = 30;

export function siteFigures(months: readonly SiteMonth[], measure: Measure): SiteFigure[] {
  const cells = months.flatMap((one) => {
    const value = one[measure];
    return value !== undefined && value > 0 ? [{ site: one.site, month: one.month, log: Math.log(value) }] : [];
  });
  const bySite = new Map([...Map.groupBy(cells, (cell) => cell.site)].filter(([, own]) => own.length >= fewestMonths));
  const used = [...bySite.values()].flat();
  if (used.length === 0) return [];
  const site = new Map([...bySite.keys()].map((id) => [id, 0]));
  const month = new Map([...new Set(used.map((cell) => cell.month))].map((id) => [id, 0]));
  const byMonth = Map.groupBy(used, (cell) => cell.month);
  // Two-way means where some cells may be missing: one after the other until nothing moves.
  for (let pass = 0; pass < passes; pass++) {
    for (const [id, own] of bySite) site.set(id, mean(own.map((cell) => cell.log - month.get(cell.month)!)));
    for (const [id, own] of byMonth) month.set(id, mean(own.map((cell) => cell.log - site.get(cell.site)!)));
    const middle = mean([...month.values()]);
    for (const [id, value] of month) month.set(id, value - middle);
  }
  const left = (cell: (typeof used)[number]): number => cell.log - site.get(cell.site)! - month.get(cell.month)!;
  const freedom = Math.max(1, used.length - bySite.size - byMonth.size + 1);
  const variance = used.reduce((sum, cell) => sum + left(cell) ** 2, 0) / freedom;
  const alike = likeness(
    [...bySite.values()].map((own) => own.toSorted((a, b) => (a.month < b.month ? -1 : 1)).map(left)),
  );
  return [...bySite].map(([id, own]) => ({
    site: id,
    months: own.length,
    value: site.get(id)!,
    // So many months of a site that are alike are worth fewer: n (1 - r) / (1 + r), one at least.
    variance: variance / Math.max(1, (own.length * (1 - alike)) / (1 + alike)),
    plain: mean(own.map((cell) => Math.exp(cell.log))),
  }));
}

/** How alike two months in a row are, 0 to .95: the first autocorrelation over all sites. */
function likeness(series: readonly (readonly number[])[]): number {
  let [both, own] = [0, 0];
  for (const one of series)
    for (const [at, value] of one.entries()) {
      own += value ** 2;
      if (at > 0) both += value * one[at - 1]!;
    }
  return own > 0 ? Math.min(0.95, Math.max(0, both / own)) : 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
