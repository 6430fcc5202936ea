// What was watched, with the names of standards and sites: for the route and for the report.
import { standardsInUse } from '../../marking/pack-set.use.ts';
import { readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { titleOf } from '../../standards/title.core.ts';
import type { Asked } from '../asked.use.ts';
import type { WatchOnWire } from './watch.shape.ts';
import { watchRates } from './watch.use.ts';

/** @throws Fault `diagnosis-forbidden`, `site-unknown`, `standard-unknown` */
export async function watchOnWire(work: Work, asked: Asked = {}): Promise<WatchOnWire> {
  const found = await watchRates(work, asked);
  const titles = new Map((await standardsInUse(work)).map((one) => [one.id, titleOf(one)]));
  const names = new Map((await readSitesAndPeople(work)).sites.map(({ id, name }) => [id, name]));
  const place = ({ standard, site }: { readonly standard: string; readonly site?: string }) => ({
    standard,
    title: titles.get(standard) ?? standard,
    ...(site === undefined ? {} : { site, siteName: names.get(site) ?? site }),
  });
  return {
    changes: found.changes.map((one) => ({
      ...one,
      ...place(one),
      events: one.events.map(({ day, says, kind, id, standards }) => {
        return { day, says, kind, id, namesTheStandard: standards.includes(one.standard) };
      }),
    })),
    charts: found.charts.map((one) => ({ ...one, ...place(one), points: [...one.points] })),
    watched: found.watched,
    tooFew: found.tooFew,
    noFailures: found.noFailures,
    says: [...found.says],
  };
}
