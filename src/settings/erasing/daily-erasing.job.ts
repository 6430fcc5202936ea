// Asks once a day for what is kept long enough to be erased, where anything is.
import { countToErase } from '../../contacts/erasing/erase-contacts.use.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Store } from '../../platform/db/open.ts';
import { addJobOnce } from '../../platform/jobs/jobs.store.ts';
import { dueBefore } from './retention.use.ts';

const hourly = 3_600_000;

/** The program itself, doing what an owner or counsel has set. */
const keeper = (orgId: string): Actor => ({ orgId, id: 'retention', roles: ['owner'] });

/** Asks now and every hour; a day's job is asked for once. Returns what ends it. @param asked called when it was */
export function eraseDaily(store: Store, orgId: string, asked: () => void): () => void {
  const look = (): void => {
    // What could not be asked is asked an hour later.
    askForToday(store, orgId).then(
      (added) => (added ? asked() : undefined),
      () => undefined,
    );
  };
  look();
  const timer = setInterval(look, hourly).unref();
  return () => clearInterval(timer);
}

/** Whether there is a job to do that nobody asked for today. */
async function askForToday(store: Store, orgId: string): Promise<boolean> {
  return store.inWork(keeper(orgId), async (work) => {
    const before = await dueBefore(work);
    if (before === null || (await countToErase(work, { before })).contacts === 0) return false;
    return addJobOnce(work, `retention-${before}`, 'retention', {});
  });
}
