// Production from the record: sites' months, marks by site, and what findings put failures down to.
import { ratesBy } from '../../marking/marks.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { readOrganisation, readSiteMonths, readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { titleOf } from '../../standards/title.core.ts';
import { readDiagnosis } from '../diagnose.use.ts';
import { causes, type Cause } from '../finding.core.ts';
import { assertMayReadMoney } from '../money/money.access.ts';
import { productionReport } from './make-production.core.ts';
import type { ProductionReport, SiteCauses } from './production-report.core.ts';

/** Worked out anew each time: it takes a second at most. @throws Fault `money-forbidden`, `diagnosis-forbidden` */
export async function readProduction(work: Work): Promise<ProductionReport> {
  assertMayReadMoney(work.actor);
  const { sites } = await readSitesAndPeople(work);
  const standards = new Map((await standardsInUse(work)).map((one) => [one.id, titleOf(one)]));
  const diagnosis = await readDiagnosis(work);
  return productionReport({
    sites,
    months: await readSiteMonths(work),
    marks: (await ratesBy(work, ['site'])).filter((one) => standards.has(one.standard)),
    causes: bySite(diagnosis?.siteStandards ?? []),
    titles: standards,
    currency: (await readOrganisation(work))?.currency ?? 'USD',
    thisMonth: work.now.slice(0, 7),
  });
}

function bySite(
  cells: readonly { readonly site: string; readonly expected: Readonly<Record<Cause, number>> }[],
): SiteCauses[] {
  return [...Map.groupBy(cells, (one) => one.site)].map(([site, own]) => ({
    site,
    expected: Object.fromEntries(
      causes.map((cause) => [cause, own.reduce((sum, { expected }) => sum + expected[cause], 0)]),
    ) as Record<Cause, number>,
  }));
}
