// Narrowing an answer to a site or a standard, checked against the sites of the record and of the contacts, and the standards in use.
import { ratesBy } from '../marking/marks.use.ts';
import { standardsInUse } from '../marking/pack-set.use.ts';
import { readSitesAndPeople } from '../people/people-record.use.ts';
import type { Work } from '../platform/db/work.ts';
import { titleOf } from '../standards/title.core.ts';
import { type Named, siteAsked, standardAsked } from './asked.core.ts';

export interface Asked {
  readonly site?: string;
  readonly standard?: string;
}

/** The same with ids for names. Who may ask is for the use case that narrows. @throws Fault `site-unknown`, `standard-unknown` */
export async function askedOf(work: Work, { site, standard }: Asked): Promise<Asked> {
  return {
    ...(site === undefined ? {} : { site: siteAsked(site, await sitesKnown(work)) }),
    ...(standard === undefined
      ? {}
      : {
          standard: standardAsked(
            standard,
            (await standardsInUse(work)).map((one) => ({ id: one.id, name: titleOf(one) })),
          ),
        }),
  };
}

/** Sites on record with their names, then those that only contacts name. */
async function sitesKnown(work: Work): Promise<Named[]> {
  const recorded = (await readSitesAndPeople(work)).sites.map(({ id, name }) => ({ id, name }));
  const held = new Set(recorded.map(({ id }) => id));
  const met = [...new Set((await ratesBy(work, ['site'])).map((row) => row.site))]
    .filter((id) => id !== 'unknown' && !held.has(id))
    .toSorted();
  return [...recorded, ...met.map((id) => ({ id, name: id }))];
}
