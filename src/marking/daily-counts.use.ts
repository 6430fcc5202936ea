// Marks of standards, counted a day at a site.
import type { Work } from '../platform/db/work.ts';
import { dailyCounts, type CountedStandard } from './daily-count.core.ts';
import { placedMarks } from './daily-marks.store.ts';
import { currentStandards } from './marking.store.ts';

/** Each standard's counts by the version in use; a standard that nobody uses, or with no mark, comes with none. */
export async function readDailyCounts(
  work: Work,
  standards: readonly string[],
): Promise<ReadonlyMap<string, CountedStandard>> {
  const versions = (await currentStandards(work.tx, work.actor.orgId))
    .filter((one) => standards.includes(one.id))
    .map((one) => one.version);
  const marks = Map.groupBy(await placedMarks(work.tx, work.actor.orgId, versions), (mark) => mark.standard);
  return new Map(standards.map((standard) => [standard, dailyCounts(marks.get(standard) ?? [])]));
}
