// Letters that quote a contact which is to be erased.
import type { Work } from '../platform/db/work.ts';
import { dropDraftsAbout } from './forget-letters.store.ts';
import { dropCitations, lettersCiting, writeUnquoted } from './letters/forget-citations.store.ts';
import { unquoted } from './letters/unquoted.core.ts';

/**
 * Throws away the unsent letters that were begun from these marks: they hold the quoted words. Letters that were sent stay, without
 * the citation and without whatever stands between quotation marks.
 */
export async function forgetLetters(work: Work, marks: readonly string[]): Promise<void> {
  await dropDraftsAbout(work.tx, work.actor.orgId, marks);
  for (const { id, ...words } of await lettersCiting(work, marks))
    await writeUnquoted(work, id, {
      wrong: unquoted(words.wrong),
      why: unquoted(words.why),
      solution: unquoted(words.solution),
    });
  await dropCitations(work, marks);
}
