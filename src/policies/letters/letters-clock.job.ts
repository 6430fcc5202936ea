// What the clock does with letters comes before what anybody reads or does.
import type { Store } from '../../platform/db/open.ts';
import { lettersIn, readDesk, type LetterDesk } from './letter-desk.use.ts';
import { turnLetters } from './turn-letters.use.ts';

/** What an act on a letter needs to know, after what was due is done. */
export async function deskOf(store: Store, orgId: string): Promise<LetterDesk> {
  return store.inWork(lettersIn(orgId), async (work) => {
    await turnLetters(work);
    return readDesk(work);
  });
}
