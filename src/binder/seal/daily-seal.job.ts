// Seals and signs once a day, and mails the checkpoint to whoever gets it. Asked for as a job, so that of several servers one does it.
import type { Store } from '../../platform/db/open.ts';
import { addJobOnce } from '../../platform/jobs/jobs.store.ts';
import type { JobWork } from '../../platform/jobs/job.core.ts';
import { mailCheckpoint, sealer } from './checkpoint.use.ts';
import { sealAll } from './seal.job.ts';

export const sealJob = 'seal';

/** A server that just began has better things to do first. */
const firstLook = 10 * 60_000;
const hourly = 3_600_000;

/** @param written told that mail was written in an organisation */
export function sealWork(store: Store, written: (orgId: string) => void): JobWork {
  return {
    run: async function* ({ orgId }) {
      yield { done: 0, says: 'sealing the record' };
      const checkpoint = await sealAll(store, sealer(orgId));
      const mailed = await store.inWork(sealer(orgId), async (work) => mailCheckpoint(work, checkpoint));
      if (mailed > 0) written(orgId);
    },
  };
}

/** Asks for each day's job once. Returns what ends it. @param asked called when it was */
export function sealDaily(store: Store, orgId: string, asked: () => void): () => void {
  const look = (): void => {
    // What could not be asked is asked an hour later.
    store
      .inWork(sealer(orgId), async (work) => addJobOnce(work, `${sealJob}-${work.now.slice(0, 10)}`, sealJob, {}))
      .then(
        (added) => (added ? asked() : undefined),
        () => undefined,
      );
  };
  let timer = setTimeout(() => {
    look();
    timer = setInterval(look, hourly).unref();
  }, firstLook).unref();
  return () => clearTimeout(timer);
}
