// Makes contacts ready to be found, batch by batch, each in its own transaction. Imports and marking never wait for it;
// what it has done it doesn't do again.
import { setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '../../kernel/actor.ts';
import type { Store } from '../../platform/db/open.ts';
import { indexSome, settleIndex } from './index-some.use.ts';

/** Contacts in one transaction: on the embedded database nobody else is answered meanwhile; elsewhere many at once are quicker. */
const batchContacts = { pglite: 40, postgres: 1000 } as const;
/** A pause between batches is as long as the batch took, but for this many milliseconds at most. */
const longestPause = 250;

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
  batch: number = batchContacts[store.kind],
): AsyncGenerator<{ contacts: number }> {
  let contacts = 0;
  busy.set(actor.orgId, (busy.get(actor.orgId) ?? 0) + 1);
  try {
    for (let after = ''; ;) {
      const began = performance.now();
      const done = await store.inWork(actor, async (work) => indexSome(work, after, batch));
      contacts += done.length;
      if (done.length > 0) yield { contacts };
      if (done.length < batch) break;
      after = done.at(-1)!;
      // The embedded database answers in this very thread: without a pause no request would even be read meanwhile.
      if (store.kind === 'pglite') await wait(Math.min(longestPause, performance.now() - began));
    }
    if (contacts > 0) {
      await store.inWork(actor, settleIndex);
      await store.analyze(['contact_search']);
    }
  } finally {
    busy.set(actor.orgId, (busy.get(actor.orgId) ?? 1) - 1);
  }
}
