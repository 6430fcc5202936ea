// What everybody and every place on record is called: what must not stand in words that are shown outside their contact.
import type { Work } from '../platform/db/work.ts';
import { readSitesAndPeople } from './people-record.use.ts';

/** Whoever calls shows none of them. */
export async function namesOnRecord(work: Work): Promise<{ readonly people: string[]; readonly places: string[] }> {
  const { sites, people } = await readSitesAndPeople(work);
  return {
    people: people.map((one) => one.name),
    places: sites.flatMap((one) => [one.name, ...(one.spokenNames ?? [])]),
  };
}
