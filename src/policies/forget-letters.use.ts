// Unsent letters that quote a contact which is to be erased.
import type { Work } from '../platform/db/work.ts';
import { dropDraftsAbout } from './forget-letters.store.ts';

/** Throws away the unsent letters that were begun from these marks: they hold the quoted words. */
export async function forgetLetters(work: Work, marks: readonly string[]): Promise<void> {
  await dropDraftsAbout(work.tx, work.actor.orgId, marks);
}
