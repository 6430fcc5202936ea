// One batch of contacts made ready to be found. It tells nobody anything, so nobody is asked whether they may.
import type { Work } from '../../platform/db/work.ts';
import { indexAlone, outdatedAfter, settleSearch, writeSearchRows } from './index-contacts.store.ts';

/** Makes the rows of at most `limit` contacts after an id that need it; returns their ids, in order. */
export async function indexSome({ tx, actor }: Work, after: string, limit: number): Promise<string[]> {
  await indexAlone(tx, actor.orgId, limit);
  const ids = await outdatedAfter(tx, actor.orgId, after, limit);
  if (ids.length > 0) await writeSearchRows(tx, actor.orgId, ids);
  return ids;
}

/** Once all batches are made: finding them costs no more than it must. */
export async function settleIndex({ tx }: Work): Promise<void> {
  await settleSearch(tx);
}
