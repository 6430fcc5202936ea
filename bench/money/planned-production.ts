// A planned organisation as production is read from one: months, marks and causes by site, as its own record would tell them.
import { causes, type Cause } from '../../src/diagnosis/finding.core.ts';
import type { ProductionInput } from '../../src/diagnosis/production/make-production.core.ts';
import type { SiteCauses, SiteMarks } from '../../src/diagnosis/production/production-report.core.ts';
import type { Planned } from '../../src/simulate/planned-organisation.core.ts';

export function plannedProduction(planned: Planned): ProductionInput {
  const marks = new Map<string, { met: number; failed: number }>();
  const expected = new Map<string, Record<Cause, number>>();
  for (const { site, acts } of planned.contacts)
    for (const { standard, failed, necessary } of acts) {
      const key = `${site}\n${standard}`;
      const cell = marks.get(key) ?? { met: 0, failed: 0 };
      marks.set(key, { met: cell.met + Number(!failed), failed: cell.failed + Number(failed) });
      const own =
        expected.get(site) ?? (Object.fromEntries(causes.map((cause) => [cause, 0])) as Record<Cause, number>);
      // A failure with several necessary causes is put down to each in part, as odds are.
      for (const { cause } of necessary) own[cause] += 1 / necessary.length;
      expected.set(site, own);
    }
  return {
    sites: planned.records.sites,
    months: planned.siteMonths,
    marks: [...marks].map(([key, cell]): SiteMarks => {
      const [site = '', standard = ''] = key.split('\n');
      return { site, standard, ...cell };
    }),
    causes: [...expected].map(([site, own]): SiteCauses => ({ site, expected: own })),
    titles: new Map(),
    currency: planned.organisation.currency,
    // Every month of the plan is over.
    thisMonth: '9999-12',
  };
}
