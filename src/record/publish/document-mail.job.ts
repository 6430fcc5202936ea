// The clock of mail about documents: approvals as they are asked for, reviews once a day.
import type { Actor } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/moment.ts';
import { organisationsOf } from '../../platform/db/keys.ts';
import type { Store } from '../../platform/db/open.ts';
import { placeOf, type Log } from '../../platform/http/log.ts';
import { mailApprovals, mailReviews } from './document-mail.use.ts';

const program = (orgId: string): Actor => ({ orgId, id: 'documents', roles: ['owner'] });

/** Looks through one organisation. @param reviews whether also for what is due. Returns whether anything was written. */
export async function mailDocuments(store: Store, orgId: string, reviews = true): Promise<boolean> {
  return store.inWork(
    program(orgId),
    async (work) => (await mailApprovals(work)) + (reviews ? await mailReviews(work) : 0) > 0,
  );
}

/** Looks whenever it is called; what fails is tried again the next time. @param written letters may wait to be mailed */
export function documentMailClock(store: Store, log: Log, written: (orgId: string) => void): () => Promise<void> {
  const lookedOn = new Map<string, Day>();
  return async () => {
    for (const orgId of await organisationsOf(store.dataDir)) {
      const { now } = await store.inWork(program(orgId), async (work) => ({ now: work.now }));
      const today = now.slice(0, 10);
      try {
        if (await mailDocuments(store, orgId, lookedOn.get(orgId) !== today)) written(orgId);
        lookedOn.set(orgId, today);
      } catch (error) {
        log({ level: 'error', says: 'mail about documents failed', at: placeOf(error) });
      }
    }
  };
}
