// Everything watched, from the marks by day and the dated record.
import { ratesOverTime } from '../../marking/marks.use.ts';
import { standardsInUse } from '../../marking/pack-set.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { type Asked, askedOf } from '../asked.use.ts';
import { latestDay } from '../dated-ahead.core.ts';
import { readDatedAhead } from '../dated-ahead.use.ts';
import { assertMayDiagnose } from '../diagnosis.access.ts';
import { readRecordsButShifts } from '../read-book.use.ts';
import { datedEvents } from './dated-events.core.ts';
import { seriesOf } from './series.core.ts';
import { type Watch, watch } from './watch.core.ts';

/**
 * Changes and run charts, of one site or standard where asked. What is left out is left out before anything is counted, so a
 * narrower question is corrected for less. Days after today are left out, and said to be.
 * @throws Fault `diagnosis-forbidden`, `site-unknown`, `standard-unknown`
 */
export async function watchRates(work: Work, narrowedTo: Asked = {}): Promise<Watch> {
  assertMayDiagnose(work.actor);
  const asked = await askedOf(work, narrowedTo);
  const standards = new Set((await standardsInUse(work)).map((one) => one.id));
  const latest = latestDay(work.now);
  const counts = (await ratesOverTime(work, ['site', 'day', 'kind'], asked.standard))
    .filter((row) => row.day !== 'unknown' && row.day <= latest && standards.has(row.standard))
    .map(({ standard, day, site, kind, failed, met }) => ({ standard, day, site, kind, failed, kept: met }));
  const series = [...Map.groupBy(counts, (row) => row.standard)]
    .flatMap(([standard, own]) => seriesOf(standard, own))
    .filter((one) => asked.site === undefined || one.site === asked.site);
  const found = watch(series, datedEvents(await readRecordsButShifts(work)));
  return { ...found, says: [...found.says, ...(await readDatedAhead(work))] };
}
