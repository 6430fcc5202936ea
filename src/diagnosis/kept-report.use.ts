// Keeping a report with its line in the history. Who may is asked by the use case of each report, before it comes here.
import type { Work } from '../platform/db/work.ts';
import { append } from '../platform/ledger/append.ts';
import type { Kept } from './kept-report.core.ts';
import type { KeptReports } from './kept-report.store.ts';

/** @param kind of the line in the history, e.g. `forecast.made` */
export async function keepReport<Report>(
  work: Work,
  reports: KeptReports<Report>,
  kind: string,
  { from, report }: { readonly from: string; readonly report: Report },
): Promise<Kept<Report>> {
  const kept = { readFrom: from, madeAt: work.now, report };
  await reports.write(work.tx, work.actor.orgId, kept);
  await append(work, { kind, subjects: [], digestOf: JSON.stringify(report) });
  return kept;
}
