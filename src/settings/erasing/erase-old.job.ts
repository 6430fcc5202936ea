// Erases what is older than contacts are kept, batch by batch, each a transaction of its own with its line in the history: a stop
// at any moment leaves whole batches gone and the rest for the next run.
import type { Actor } from '../../kernel/actor.ts';
import type { Store } from '../../platform/db/open.ts';
import { beginErasing, eraseNext, endErasing } from './erase-old.use.ts';

export interface ErasingProgress {
  readonly contacts: number;
  readonly of: number;
  readonly held: number;
}

/** Yields at least once; `of` is 0 where nothing is due. @throws Fault `erasing-forbidden` */
export async function* eraseOld(store: Store, actor: Actor): AsyncGenerator<ErasingProgress> {
  const begun = await store.inWork(actor, beginErasing);
  let contacts = 0;
  yield { contacts, of: begun.contacts, held: begun.held };
  if (begun.id === null) return;
  const { id, before } = begun;
  for (let after: string | null = ''; after !== null;) {
    const from: string = after;
    const done = await store.inWork(actor, async (work) => eraseNext(work, id, before, from));
    contacts += done.contacts;
    after = done.next;
    yield { contacts, of: Math.max(begun.contacts, contacts), held: begun.held };
  }
  await store.inWork(actor, async (work) => endErasing(work, id, before));
  await store.analyze(['contact', 'mark', 'marking']);
}
