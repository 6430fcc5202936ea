// Contacts erased for good, for whoever has asked who may: counted first, found a page at a time, taken out with what hangs on
// them. Whoever keeps more about a contact forgets that first. And erased ones known again when they are brought once more.
import type { Work } from '../../platform/db/work.ts';
import { customerHashOf } from '../identity.core.ts';
import * as store from './erase-contacts.store.ts';

export type { ToErase } from './erase-contacts.store.ts';

/** All contacts of a customer, by their reference as sources write it. */
export function ofCustomer(work: Work, reference: string): store.ToErase {
  return { customerHash: customerHashOf(work.key, reference) };
}

/** How many would go, and how many a legal hold keeps. */
export async function countToErase(work: Work, what: store.ToErase): Promise<{ contacts: number; held: number }> {
  return store.countToErase(work.tx, work.actor.orgId, what);
}

/** At most `limit` of them after an id, in order, none that is held. */
export async function contactsToErase(
  work: Work,
  what: store.ToErase,
  after: string,
  limit: number,
): Promise<string[]> {
  return store.idsToErase(work.tx, work.actor.orgId, what, after, limit);
}

/** Digests of the names that these contacts go by and no other contact does: what is told by them goes too. */
export async function keysToErase(work: Work, contacts: readonly string[]): Promise<string[]> {
  return store.ownKeys(work.tx, work.actor.orgId, contacts);
}

/** Takes them out, with every version. What is under legal hold the database refuses to give up. */
export async function dropContacts(work: Work, contacts: readonly string[], keys: readonly string[]): Promise<void> {
  const { tx, actor, now } = work;
  const versions = await store.versionsOfContacts(tx, actor.orgId, contacts);
  await store.dropContacts(tx, actor.orgId, versions, keys, new Date(now));
}
