// What is to be said of contacts that are dated after today.
import { contactsAfter } from '../contacts/contacts.use.ts';
import type { Work } from '../platform/db/work.ts';
import { datedAheadSays, latestDay } from './dated-ahead.core.ts';

/** One sentence, or none where every contact's day has come. */
export async function readDatedAhead(work: Work): Promise<string[]> {
  const found = await contactsAfter(work, latestDay(work.now));
  return found === null ? [] : [datedAheadSays(found)];
}
