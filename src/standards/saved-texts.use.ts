// What was written of a standard here, for whoever asks what it was before.
import type { Work } from '../platform/db/work.ts';
import { textsOf } from './standard-text.store.ts';

/** Newest first, without who saved it: a standard is the organisation's. The ledger knows who. */
export async function savedTexts(
  work: Work,
  standard: string,
): Promise<{ id: string; written: string | null; note: string; savedAt: string }[]> {
  const rows = await textsOf(work.tx, work.actor.orgId, standard);
  return rows.map(({ id, written, note, savedAt }) => ({ id, written, note, savedAt }));
}
