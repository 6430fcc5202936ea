// Makes contacts ready to be found, batch by batch, each in its own transaction. Imports and marking never wait for it;
// what it has done it doesn't do again.
import type { Actor } from '../../kernel/actor.ts';
import type { Store } from '../../platform/db/open.ts';
import { indexSome } from './index-some.use.ts';

/** Contacts in one transaction: on the embedded database nobody else is answered meanwhile. */
const batchContacts = 100;

/** Organisations whose contacts this process is making ready, and how many times over. */
const busy = new Map<string, number>();

/** Whether this process is making an organisation's contacts ready to be found. */
export function beingIndexed(orgId: string): boolean {
  return (busy.get(orgId) ?? 0) > 0;
}

/** Goes through all contacts once; yields how many were made ready so far, after each batch. */
export async function* indexContacts(
  store: Store,
  actor: Actor,
  batch = batchContacts,
): AsyncGenerator<{ contacts: number }> {
  let contacts = 0;
  busy.set(actor.orgId, (busy.get(actor.orgId) ?? 0) + 1);
  try {
    for (let after = ''; ;) {
      const done = await store.inWork(actor, async (work) => indexSome(work, after, batch));
      contacts += done.length;
      if (done.length > 0) yield { contacts };
      if (done.length < batch) break;
      after = done.at(-1)!;
    }
    if (contacts > 0) await store.analyze(['contact_search']);
  } finally {
    busy.set(actor.orgId, (busy.get(actor.orgId) ?? 1) - 1);
  }
}
