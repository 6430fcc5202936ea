// Marks of standards, counted a day at a site.
import type { Work } from '../platform/db/work.ts';
import { dailyCounts, type CountedStandard } from './daily-count.core.ts';
import { placedMarks } from './daily-marks.store.ts';
import { currentStandards } from './marking.store.ts';
import { placedPastMarks } from './past-marks.store.ts';

/**
 * Each standard's counts by the version in use; a standard that nobody uses, or with no mark, comes with none. What people
 * marked before stands beside the machine's mark of the same contact, and counts as nothing where there is none.
 */
export async function readDailyCounts(
  work: Work,
  standards: readonly string[],
): Promise<ReadonlyMap<string, CountedStandard>> {
  const versions = (await currentStandards(work.tx, work.actor.orgId))
    .filter((one) => standards.includes(one.id))
    .map((one) => one.version);
  const placed = await placedMarks(work.tx, work.actor.orgId, versions);
  const here = new Set(placed.map(({ standard, contact }) => `${standard} ${contact}`));
  const past = (await placedPastMarks(work.tx, work.actor.orgId, standards)).filter(({ standard, contact }) =>
    here.has(`${standard} ${contact}`),
  );
  const marks = Map.groupBy([...placed, ...past], (mark) => mark.standard);
  return new Map(standards.map((standard) => [standard, dailyCounts(marks.get(standard) ?? [])]));
}
