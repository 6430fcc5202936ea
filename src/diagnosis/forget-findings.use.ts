// What was found about contacts that are to be erased.
import type { Work } from '../platform/db/work.ts';
import { dropFindingsOf } from './forget-findings.store.ts';
import { dropOverview } from './overview/overview.store.ts';

/**
 * Forgets every finding about these contacts. What the run came to stays until the next one: figures without a word of them. The
 * answers that findings share hold none either, and go with their run.
 */
export async function forgetFindings(work: Work, contacts: readonly string[]): Promise<void> {
  await dropFindingsOf(work.tx, work.actor.orgId, contacts);
  // It quotes one of them, perhaps of these; the next who asks has it made anew.
  await dropOverview(work.tx, work.actor.orgId);
}
