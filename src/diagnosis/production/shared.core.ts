// What the sites below have in common: which standards are missed more, and because of what, the further a site is below;
// corrected for having looked at all of them.
import { maxT } from '../../stats/max-t.ts';
import { causes } from '../finding.core.ts';
import type { SharedFigure, SiteCauses, SiteMarks } from './production-report.core.ts';

/** Two sites that are below may share something by chance too; one shares with nobody. */
export const fewestBelow = 2;
export const fewestRest = 3;
/** A site's rate of fewer marks says too little. */
const fewestMarks = 20;
const level = 0.9;
const falsely = 0.05;

const causeTitles = {
  policy: 'because of policies',
  procedure: 'because of procedures',
  training: 'because of training',
  management: 'because of management',
  personnel: 'because of people themselves',
} as const;

/** Surest first; empty where there are too few sites on either side. @param sites those whose production is known */
export function sharedBy(
  sites: readonly { readonly site: string; readonly short: number; readonly below: boolean }[],
  marks: readonly SiteMarks[],
  ofCauses: readonly SiteCauses[],
  titles: ReadonlyMap<string, string>,
): SharedFigure[] {
  const at = new Map(sites.map(({ site }, index) => [site, index]));
  const known = marks.filter((one) => at.has(one.site));
  const totals = sites.map(() => ({ failed: 0, marks: 0 }));
  for (const { site, failed, met } of known) {
    totals[at.get(site)!]!.failed += failed;
    totals[at.get(site)!]!.marks += met + failed;
  }
  const enough = sites.map((_, index) => totals[index]!.marks >= fewestMarks);
  const used = sites.filter((_, index) => enough[index]);
  const below = used.filter((one) => one.below).length;
  if (below < fewestBelow || used.length - below < fewestRest) return [];
  const standards = [...new Set(known.map((one) => one.standard))].toSorted();
  const heads: Pick<SharedFigure, 'of' | 'id' | 'title'>[] = [
    { of: 'all', id: 'all', title: 'all standards together' },
    ...standards.map((id) => ({ of: 'standard' as const, id, title: titles.get(id) ?? id })),
    ...(ofCauses.length > 0 ? causes.map((id) => ({ of: 'cause' as const, id, title: causeTitles[id] })) : []),
  ];
  const rows = used.map(({ site }) => {
    const { failed, marks: all } = totals[at.get(site)!]!;
    const own = new Map(known.filter((one) => one.site === site).map((one) => [one.standard, one]));
    const because = ofCauses.find((one) => one.site === site);
    return Float64Array.from(heads, ({ of, id }) => {
      if (of === 'all') return failed / all;
      if (of === 'cause') return because ? because.expected[id as keyof SiteCauses['expected']] / all : 0;
      const one = own.get(id);
      return one && one.met + one.failed >= fewestMarks ? one.failed / (one.met + one.failed) : Number.NaN;
    });
  });
  // All sites say with which figures producing less goes, not only which side of a line each is on.
  const tenths = used.map((one) => one.short * 10);
  return maxT(rows, tenths, level)
    .flatMap(({ slope, from, to, p }, index): SharedFigure[] => {
      if (slope === null || from === null || to === null) return [];
      const mean = (is: boolean): number =>
        meanOf(rows.filter((_, row) => used[row]!.below === is).map((row) => row[index]!));
      return [
        { ...heads[index]!, below: mean(true), rest: mean(false), more: slope, from, to, p, stands: p <= falsely },
      ];
    })
    .toSorted((a, b) => a.p - b.p || b.more - a.more || (a.id < b.id ? -1 : 1));
}

function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
}
