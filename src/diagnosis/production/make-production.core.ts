// Production's report from sites' months, marks and findings.
import type { Month } from '../../kernel/moment.ts';
import type { Site, SiteMonth } from '../../people/people.core.ts';
import { belowExpected, fewestSites } from './below.core.ts';
import { nothingTold, toldProduction } from './production-told.core.ts';
import type { NoProduction, ProductionReport, SiteCauses, SiteMarks } from './production-report.core.ts';
import { sharedBy } from './shared.core.ts';

export interface ProductionInput {
  readonly sites: readonly Site[];
  readonly months: readonly SiteMonth[];
  readonly marks: readonly SiteMarks[];
  readonly causes: readonly SiteCauses[];
  readonly titles: ReadonlyMap<string, string>;
  readonly currency: string;
  /** The month that isn't over; it and later ones are left out. */
  readonly thisMonth: Month;
}

/** Older months say how a site was, not how it is. */
const latestMonths = 12;

export function productionReport(input: ProductionInput): ProductionReport {
  const over = input.months.filter((one) => one.month < input.thisMonth);
  const latest = new Set([...new Set(over.map((one) => one.month))].toSorted().slice(-latestMonths));
  const months = over.filter((one) => latest.has(one.month));
  const nothing = (why: NoProduction['why']): NoProduction => ({ kind: 'nothing', why, told: nothingTold(why, input) });
  if (months.length === 0) return nothing('no-months');
  if (new Set(months.map((one) => one.site)).size < fewestSites) return nothing('too-few-sites');
  const found = belowExpected(input.sites, months);
  if (!found) return nothing('nothing-comparable');
  const { currency, marks, causes, titles } = input;
  const days = [...latest].toSorted();
  const report = {
    kind: 'production' as const,
    currency,
    fromMonth: days[0]!,
    toMonth: days.at(-1)!,
    ...found,
    shared: sharedBy(found.sites, marks, causes, titles),
  };
  const ahead = new Set(input.months.filter((one) => one.month > input.thisMonth).map((one) => one.month)).size;
  return {
    ...report,
    told: [
      ...toldProduction(report),
      ...(ahead > 0
        ? [`${ahead} ${ahead === 1 ? 'month on record is' : 'months on record are'} still to come and left out.`]
        : []),
    ],
  };
}
