// Whether marks are still those that something was worked out from.
import type { Work } from '../platform/db/work.ts';
import { sumsOfDigests } from './digest-of-marks.store.ts';
import { currentStandards } from './marking.store.ts';

/** Changes with the standards in use, with any of their marks, and with where, when, whose and what about a contact was. */
export async function digestOfMarks(work: Work): Promise<string> {
  const versions = (await currentStandards(work.tx, work.actor.orgId)).map((one) => one.version).toSorted();
  return [...versions, ...(await sumsOfDigests(work.tx, work.actor.orgId, versions))].join('\n');
}
