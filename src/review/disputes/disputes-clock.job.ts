// What the clock does with disputes comes before what anybody reads or does; and by itself, once a minute, where a server runs.
import { organisationsOf } from '../../platform/db/keys.ts';
import type { Store } from '../../platform/db/open.ts';
import { placeOf, type Log } from '../../platform/http/log.ts';
import { disputesIn, readDesk, type DisputeDesk } from './dispute-desk.use.ts';
import { turnDisputes } from './turn-disputes.use.ts';

/** What an act on a dispute needs to know, after what was due is done. */
export async function deskOf(store: Store, orgId: string): Promise<DisputeDesk> {
  return store.inWork(disputesIn(orgId), async (work) => {
    await turnDisputes(work);
    return readDesk(work);
  });
}

/** In every organisation; what fails is tried again the next time. @param written mail may wait to be sent */
export async function moveAllDisputes(store: Store, log: Log, written: (orgId: string) => void): Promise<void> {
  for (const orgId of await organisationsOf(store.dataDir))
    await store.inWork(disputesIn(orgId), turnDisputes).then(
      (moved) => (moved > 0 ? written(orgId) : undefined),
      (error: unknown) => log({ level: 'error', says: 'moving disputes on failed', at: placeOf(error) }),
    );
}
