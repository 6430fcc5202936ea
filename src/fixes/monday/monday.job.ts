// The Monday page's clock and its job. The clock asks for the job once a week, also late where no server ran on Monday; the job
// writes each owner's letter in a transaction of its own, so that a stop at any moment leaves each written once or not yet.
import type { Actor } from '../../kernel/actor.ts';
import type { Moment } from '../../kernel/moment.ts';
import { organisationsOf } from '../../platform/db/keys.ts';
import type { Store } from '../../platform/db/open.ts';
import { placeOf, type Log } from '../../platform/http/log.ts';
import type { JobWork } from '../../platform/jobs/job.core.ts';
import { addJobOnce } from '../../platform/jobs/jobs.store.ts';
import { AlreadyWritten, dueMonday, tellProfitKillers, whenMoneyWasCounted, writeLetter } from './monday.use.ts';

export interface MondaySide {
  readonly store: Store;
  readonly log: Log;
  /** Of the app, for links; null where nobody has told it. */
  readonly address: () => string | null;
  /** A job was asked for. */
  readonly look: () => void;
  /** Letters were written in an organisation. */
  readonly written: (orgId: string) => void;
}

/** The program itself, in an organisation. */
const programIn = (orgId: string): Actor => ({ orgId, id: 'monday', roles: ['owner'] });

/** Writes the letters of the Monday that is due to all owners who want them. */
export function mondayWork({ store, address, written }: Pick<MondaySide, 'store' | 'address' | 'written'>): JobWork {
  return {
    run: async function* ({ orgId }, signal) {
      const { monday, owners } = await store.inWork(programIn(orgId), dueMonday);
      let done = 0;
      for (const owner of owners) {
        if (signal.aborted) return;
        await store
          .inWork(programIn(orgId), async (work) => writeLetter(work, owner, monday, address()))
          .catch((error: unknown) => {
            if (!(error instanceof AlreadyWritten)) throw error;
          });
        yield { done: (done += 1), of: owners.length, says: 'writing the Monday page' };
      }
      written(orgId);
    },
  };
}

/** Looks whether a Monday is due, and whether something new is known to cost business. */
export function newMondayClock(side: MondaySide): { look(): Promise<void> } {
  const { store, log, address, look, written } = side;
  const counted = new Map<string, Moment | null>();

  async function lookIn(orgId: string): Promise<void> {
    const actor = programIn(orgId);
    const asked = await store.inWork(actor, async (work) => {
      const { monday, owners } = await dueMonday(work);
      return owners.length > 0 && (await addJobOnce(work, `j-monday-${monday}`, 'monday', { monday }));
    });
    if (asked) look();
    const at = await store.inWork(actor, whenMoneyWasCounted);
    if (at === null || counted.get(orgId) === at) return;
    if ((await store.inWork(actor, async (work) => tellProfitKillers(work, address()))) > 0) written(orgId);
    counted.set(orgId, at);
  }

  return {
    look: async () => {
      for (const orgId of await organisationsOf(store.dataDir))
        await lookIn(orgId).catch((error: unknown) => {
          log({ level: 'error', says: 'looking for what is due on Monday failed', at: placeOf(error) });
        });
    },
  };
}
