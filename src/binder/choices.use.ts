// What a judge's file can be narrowed to, by name, for whoever may have one made.
import { readVersions } from '../documents/documents.use.ts';
import { standardsInUse } from '../marking/pack-set.use.ts';
import { readSitesAndPeople } from '../people/people-record.use.ts';
import type { Work } from '../platform/db/work.ts';
import { titleOf } from '../standards/title.core.ts';
import { assertMayReadBinder } from './binder.access.ts';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** Each list by name. @throws Fault `binder-forbidden` */
export async function readChoices(
  work: Work,
): Promise<{ sites: Choice[]; people: Choice[]; documents: Choice[]; standards: Choice[] }> {
  assertMayReadBinder(work.actor);
  const { sites, people } = await readSitesAndPeople(work);
  const documents = new Map<string, string>();
  for (const kind of ['policy', 'procedure'] as const)
    for (const { row } of await readVersions(work, kind)) documents.set(`${kind}/${row.id}`, row.title);
  const standards = await standardsInUse(work);
  const byName = (list: readonly Choice[]): Choice[] => list.toSorted((one, other) => (one.name < other.name ? -1 : 1));
  return {
    sites: byName(sites.map(({ id, name }) => ({ id, name }))),
    people: byName(people.map(({ id, name }) => ({ id, name }))),
    documents: byName([...documents].map(([id, name]) => ({ id, name }))),
    standards: byName(standards.map((one) => ({ id: one.id, name: titleOf(one) }))),
  };
}
