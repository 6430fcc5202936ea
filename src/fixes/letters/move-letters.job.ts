// The clock of letters: what is due by the day, and what comes of those that were adopted.
import type { Store } from '../../platform/db/open.ts';
import { organisationsOf } from '../../platform/db/keys.ts';
import { placeOf, type Log } from '../../platform/http/log.ts';
import { lettersIn } from '../../policies/letters/letter-desk.use.ts';
import { turnLetters } from '../../policies/letters/turn-letters.use.ts';
import { followAdopted } from './adopted-letters.use.ts';

/** Does what is due in one organisation. Returns whether anything moved. */
export async function moveLetters(store: Store, orgId: string): Promise<boolean> {
  return store.inWork(lettersIn(orgId), async (work) => (await turnLetters(work)) + (await followAdopted(work)) > 0);
}

/** The same in every organisation; what fails is tried again the next time. @param written letters may wait to be mailed */
export async function moveAllLetters(store: Store, log: Log, written: (orgId: string) => void): Promise<void> {
  for (const orgId of await organisationsOf(store.dataDir))
    await moveLetters(store, orgId).then(
      (moved) => (moved ? written(orgId) : undefined),
      (error: unknown) => log({ level: 'error', says: 'moving letters on failed', at: placeOf(error) }),
    );
}
