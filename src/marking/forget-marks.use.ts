// What was said of contact versions that are to go.
import type { Work } from '../platform/db/work.ts';
import { dropMarks } from './forget-marks.store.ts';
import { dropTaught } from './learned/taught.store.ts';

/** Forgets all marks of these contact versions, of every version of a standard, and what they taught a marker it would have said. */
export async function forgetMarks(
  work: Work,
  contacts: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  await dropMarks(work.tx, work.actor.orgId, contacts);
  await dropTaught(
    work.tx,
    work.actor.orgId,
    contacts.map((one) => one.id),
  );
}
