// Findings of the last finished run, read in order, by mark, or one by one.
import type { Work } from '../platform/db/work.ts';
import { assertMayDiagnose } from './diagnosis.access.ts';
import type { Finding } from './finding.core.ts';
import * as store from './finding.store.ts';

/** Findings after an id, `limit` at most, in order of id. @throws Fault `diagnosis-forbidden` */
export async function readFindings(work: Work, after: string, limit: number): Promise<Finding[]> {
  assertMayDiagnose(work.actor);
  return store.findingsAfter(work.tx, work.actor.orgId, after, limit);
}

/** The findings of some marks; a mark that isn't a failure has none. @throws Fault `diagnosis-forbidden` */
export async function readFindingsOfMarks(work: Work, marks: readonly string[]): Promise<Finding[]> {
  assertMayDiagnose(work.actor);
  return store.findingsOfMarks(work.tx, work.actor.orgId, marks);
}
