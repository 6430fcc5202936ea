// Every contact that a query finds, whole, newest first, some at a time, so that memory stays flat and nobody else waits long.
import { setImmediate as giveWay } from 'node:timers/promises';
import type { Actor } from '../../kernel/actor.ts';
import type { ContactQuery } from '../../marking/search/contact-query.core.ts';
import { findContactIds, type PageAsked } from '../../marking/search/find-contacts.use.ts';
import type { Store } from '../../platform/db/open.ts';
import type { LadderSettings } from '../ladder-settings.core.ts';
import type { OneContact } from '../one-contact/one-contact.shape.ts';
import { readContactsWhole } from '../one-contact/one-contact.use.ts';

const some = 50;

/** @throws Fault `contacts-forbidden`, `contacts-of-person-forbidden` at its first step */
export async function* eachFound(
  store: Store,
  actor: Actor,
  query: ContactQuery,
  ladder: LadderSettings,
): AsyncGenerator<OneContact> {
  let after: PageAsked['after'];
  for (;;) {
    const { found, contacts } = await store.inWork(actor, async (work) => {
      const found = await findContactIds(work, query, { after, limit: some });
      const ids = found.slice(0, some).map((one) => one.id);
      return { found, contacts: await readContactsWhole(work, ids, ladder) };
    });
    yield* contacts;
    if (found.length <= some) return;
    await giveWay();
    after = found[some - 1];
  }
}
