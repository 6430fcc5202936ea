// What other domains may ask of marks: failures in order, marks of contacts, and rates by what a contact is about.
import type { Contact } from '../contacts/contact.core.ts';
import { findContacts } from '../contacts/contacts.use.ts';
import type { Work } from '../platform/db/work.ts';
import type { Mark } from './mark.core.ts';
import { contactsWithFailures, currentStandards, markById, markingsOf, marksOfContacts } from './marking.store.ts';
import type { Heard } from './marking.table.ts';
import { tally, type Tally, type TallyBy } from './tally.store.ts';

/** A contact with what was said of it: its kinds, the reason, the words heard, all its marks. */
export interface MarkedContact {
  readonly contact: Contact;
  readonly kinds: readonly string[];
  readonly heard: readonly Heard[];
  readonly reason?: Heard['evidence'];
  readonly notApplicable: number;
  readonly marks: readonly Mark[];
}

/** Contacts that have a failure by the standards in use, after an id, in order of id, `limit` at most, each with all its marks. */
export async function eachFailure(work: Work, after: string, limit: number): Promise<MarkedContact[]> {
  const versions = await versionsInUse(work);
  const ids = await contactsWithFailures(work.tx, work.actor.orgId, after, limit, versions);
  return markedContacts(work, await findContacts(work, ids));
}

/** Contacts with what was said of them, in the order given. */
export async function markedContacts(work: Work, contacts: readonly Contact[]): Promise<MarkedContact[]> {
  const orgId = work.actor.orgId;
  const versions = await versionsInUse(work);
  const marks = Map.groupBy(await marksOfContacts(work.tx, orgId, contacts, versions), (mark) => mark.contact);
  const markings = new Map((await markingsOf(work.tx, orgId, contacts.map((one) => one.id))).map((row) => [`${row.contactId} ${row.contactVersion}`, row]));
  return contacts.map((contact) => {
    const marking = markings.get(`${contact.id} ${contact.version}`);
    return {
      contact,
      kinds: marking?.kinds ?? [],
      heard: marking?.heard ?? [],
      ...(marking?.reason ? { reason: marking.reason } : {}),
      notApplicable: marking?.notApplicable ?? 0,
      marks: marks.get(contact.id) ?? [],
    };
  });
}

/** Met, failed and unsure per standard, split by facts of the contact: `ratesBy(work, ['site'])`. Ordered, so equal inputs give equal rows. */
export async function ratesBy<By extends TallyBy>(work: Work, by: readonly By[]): Promise<(Tally & Record<By, string>)[]> {
  return tally(work.tx, work.actor.orgId, await versionsInUse(work), by);
}

/** One mark by its id, of whatever version; null where there is none. */
export async function findMark(work: Work, id: string): Promise<Mark | null> {
  return markById(work.tx, work.actor.orgId, id);
}

async function versionsInUse(work: Work): Promise<string[]> {
  return (await currentStandards(work.tx, work.actor.orgId)).map((one) => one.version);
}

export type { Tally, TallyBy };
