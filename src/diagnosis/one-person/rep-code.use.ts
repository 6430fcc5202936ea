// Whom a code stands for: where they served, and whether it is the one of a name.
import { Fault } from '../../kernel/fault.ts';
import { lookAtCode } from '../../contacts/rep-code.use.ts';
import { mayNamePeople } from '../../marking/search/contacts.access.ts';
import { siteNames } from '../../people/names-of.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { assertMayReadPeople } from './one-person.access.ts';
import type { RepCodeOnWire } from './rep-code.shape.ts';

/** @throws Fault `people-forbidden`; `person-unknown` where no contact of theirs may be seen */
export async function readRepCode(work: Work, code: string, name?: string): Promise<RepCodeOnWire> {
  assertMayReadPeople(work.actor);
  if (!mayNamePeople(work.actor)) throw unknown();
  const { sites, is } = await lookAtCode(work, code, name);
  if (sites.length === 0) throw unknown();
  const names = await siteNames(
    work,
    sites.map((one) => one.site),
  );
  return {
    contacts: sites.reduce((sum, one) => sum + one.contacts, 0),
    sites: sites.flatMap(({ site, contacts }) =>
      site === null ? [] : [{ id: site, name: names.get(site) ?? site, contacts }],
    ),
    is,
  };
}

function unknown(): Fault {
  return new Fault('person-unknown', 'missing', 'No contact was served by anybody of this code.');
}
