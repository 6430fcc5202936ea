// A kept forecast with the names of standards and sites, of one of either where asked.
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { titleOf } from '../../standards/title.core.ts';
import type { Asked } from '../asked.use.ts';
import type { KeptForecast } from './forecast-report.core.ts';
import { type Forecast, ForecastShape } from './forecast.shape.ts';

/** @throws ZodError where the report breaks its own shape: a fault of ours, which must not pass for a forecast */
export async function forecastOnWire(
  work: Work,
  { madeAt, report }: KeptForecast,
  { site, standard }: Asked = {},
): Promise<Forecast> {
  if (report.kind === 'nothing') return ForecastShape.parse({ madeAt, report });
  const titles = new Map((await standardsInUse(work)).map((one) => [one.id, titleOf(one)]));
  const names = new Map((await readSitesAndPeople(work)).sites.map(({ id, name }) => [id, name]));
  const chosen = report.cells.filter(
    (one) => (site === undefined || one.site === site) && (standard === undefined || one.standard === standard),
  );
  const cells = chosen.map((one) => ({
    ...one,
    title: titles.get(one.standard) ?? one.standard,
    siteName: names.get(one.site) ?? one.site,
  }));
  return ForecastShape.parse({ madeAt, report: { ...report, cells } });
}
