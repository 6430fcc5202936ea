// Who asks: enough for a page to know what to show, and to a stranger nothing but how to sign in.
import { grantsOf, type Actor } from '../../kernel/actor.ts';
import { readOrganisation, readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { findMember } from '../members/member.store.ts';
import type { Me } from './me.shape.ts';
import type { Ways } from './ways.core.ts';
import { isSetUpNeeded } from './set-up.use.ts';

/** @param asks null for a stranger @param demo whether the folder is the demo's, which may be looked around in */
export async function readMe(work: Work, asks: Actor | null, demo: boolean, ways: Ways): Promise<Me> {
  const organisation = asks !== null || demo ? await readOrganisation(work) : null;
  const member = asks === null ? null : await findMember(work, asks.id);
  const person = asks?.person
    ? (await readSitesAndPeople(work)).people.find((one) => one.id === asks.person)
    : undefined;
  return {
    signedIn: asks !== null,
    setUpNeeded: !demo && (await isSetUpNeeded(work)),
    organisation: organisation ? { name: organisation.name, customerWord: organisation.customerWord } : null,
    member: member ? { id: member.id, name: member.name, email: member.email } : null,
    person: person ? { id: person.id, name: person.name } : null,
    grants: asks ? grantsOf(asks).map(({ role, sites }) => ({ role, sites: sites === null ? null : [...sites] })) : [],
    readsOnly: asks?.readsOnly === true,
    demo,
    ways,
  };
}
