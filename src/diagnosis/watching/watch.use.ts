// Everything watched, from the marks by day and the dated record.
import { ratesBy } from '../../marking/marks.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { assertMayDiagnose } from '../diagnosis.access.ts';
import { readRecords } from '../read-book.use.ts';
import { datedEvents } from './dated-events.core.ts';
import { seriesOf } from './series.core.ts';
import { type Watch, watch } from './watch.core.ts';

export interface WatchAsked {
  readonly site?: string;
  readonly standard?: string;
}

/**
 * Changes and run charts, of one site or standard where asked. What is left out is left out before anything is counted, so a
 * narrower question is corrected for less. Days after today are told by nobody and are left out.
 * @throws Fault `diagnosis-forbidden`
 */
export async function watchRates(work: Work, asked: WatchAsked = {}): Promise<Watch> {
  assertMayDiagnose(work.actor);
  const standards = new Set((await standardsInUse(work)).map((one) => one.id));
  // A day ahead of the clock's: it may be tomorrow already where the site is.
  const tomorrow = new Date(Date.parse(work.now) + 86_400_000).toISOString().slice(0, 10);
  const counts = (await ratesBy(work, ['site', 'day', 'kind']))
    .filter((row) => row.day !== 'unknown' && row.day <= tomorrow && standards.has(row.standard))
    .filter((row) => asked.standard === undefined || row.standard === asked.standard)
    .map(({ standard, day, site, kind, failed, met }) => ({ standard, day, site, kind, failed, kept: met }));
  const series = [...Map.groupBy(counts, (row) => row.standard)]
    .flatMap(([standard, own]) => seriesOf(standard, own))
    .filter((one) => asked.site === undefined || one.site === asked.site);
  return watch(series, datedEvents(await readRecords(work)));
}
