// Which sites the page can be filtered by. A chain of five hundred would fill the page with figures alone, so those with most
// failures are kept one by one and the others together: sums over all sites stay whole.
import type { PerCause } from '../../diagnosis/cause.shape.ts';
import type { ReportSummary, SiteStandard } from '../../diagnosis/report.shape.ts';

const sitesAtMost = 80;

/** Ids of the sites that can be chosen, those with most failures first; all of them up to eighty. */
export function shownSites(summary: ReportSummary): string[] {
  const failed = new Map<string, number>();
  for (const row of summary.siteStandards) failed.set(row.site, (failed.get(row.site) ?? 0) + row.failed);
  // A page of failures alone has no rows of sites: then the contacts on it say which there are.
  for (const { site = 'unknown' } of failed.size === 0 ? summary.contacts : []) failed.set(site, 1);
  const sites = [...failed].sort((a, b) => b[1] - a[1]).map(([id]) => id);
  return sites.slice(0, sitesAtMost);
}

/** Rows of the sites that can be chosen. */
export function shownRows(summary: ReportSummary): SiteStandard[] {
  const shown = new Set(shownSites(summary));
  return summary.siteStandards.filter((row) => shown.has(row.site));
}

/** Expected failures of the sites that can't be chosen, added up per standard. */
export function expectedElsewhere(summary: ReportSummary): Map<string, PerCause> {
  const shown = new Set(shownSites(summary));
  const sums = new Map<string, PerCause>();
  for (const { site, standard, expected } of summary.siteStandards) {
    if (shown.has(site)) continue;
    const sum = sums.get(standard) ?? { policy: 0, procedure: 0, training: 0, management: 0, personnel: 0 };
    sum.policy += expected.policy;
    sum.procedure += expected.procedure;
    sum.training += expected.training;
    sum.management += expected.management;
    sum.personnel += expected.personnel;
    sums.set(standard, sum);
  }
  return sums;
}
