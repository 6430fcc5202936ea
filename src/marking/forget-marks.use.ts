// What was said of contact versions that are to go.
import type { Work } from '../platform/db/work.ts';
import { dropMarks } from './forget-marks.store.ts';

/** Forgets all marks of these contact versions, of every version of a standard. */
export async function forgetMarks(
  work: Work,
  contacts: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  await dropMarks(work.tx, work.actor.orgId, contacts);
}
