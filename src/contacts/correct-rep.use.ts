// Who served a contact, corrected after somebody looked: all versions of it are with that person from now on, or with nobody known.
import { repHashOf } from './identity.core.ts';
import { writeRep } from './correct-rep.store.ts';
import type { Work } from '../platform/db/work.ts';

/**
 * Whoever calls asks who may, and tells the ledger. What the source said of the rep goes: else the record would be matched to it again.
 * @param person of the record; null where nobody knows who it was
 */
export async function correctRep(work: Work, contact: string, person: string | null): Promise<void> {
  await writeRep(work, contact, person, person === null ? null : repHashOf(work.key, person));
}
