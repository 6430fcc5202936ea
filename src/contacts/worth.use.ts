// What came of contacts and what they were worth, told beside them: taken in, and read for the contacts that are here.
import type { Sourced, Taken } from '../kernel/sourced.ts';
import { countsOf, takeRows } from '../people/take-rows.use.ts';
import type { Work } from '../platform/db/work.ts';
import { factKeyHash } from './identity.core.ts';
import type { ContactWorth } from './worth.core.ts';
import * as store from './worth.store.ts';

/** Takes the rows in; the ids that contacts go by are kept as keyed digests only. @throws Fault `record-import-forbidden` */
export async function importWorths(work: Work, rows: readonly Sourced<ContactWorth>[]): Promise<Taken> {
  const subject = (row: ContactWorth): string => factKeyHash(work.key, row.contact);
  return countsOf(await takeRows(work, 'outcomes', async () => store.keepWorths(work, rows), subject));
}

/** Outcome and worth of the contacts that are here; `contact` is the contact's own id. */
export async function readWorths(work: Work): Promise<ContactWorth[]> {
  return store.worthsOf(work);
}
