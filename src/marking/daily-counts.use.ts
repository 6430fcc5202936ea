// Marks of standards, counted a day at a site.
import type { Work } from '../platform/db/work.ts';
import { dailyCounts, type CountedStandard, type DailyCount } from './daily-count.core.ts';
import { placedMarks } from './daily-marks.store.ts';
import { erasedTally } from './erasing/erased-counts.store.ts';
import { addedUp } from './erasing/erased-too.core.ts';
import { currentStandards } from './marking.store.ts';
import { placedPastMarks } from './past-marks.store.ts';

/**
 * Each standard's counts by the version in use; a standard that nobody uses, or with no mark, comes with none. What people
 * marked before stands beside the machine's mark of the same contact, and counts as nothing where there is none. What is left
 * of erased contacts counts too, so that a verdict reached before stays reached.
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
  const erased = Map.groupBy(await erasedCounts(work, versions), (one) => one.standard);
  return new Map(
    standards.map((standard) => {
      const { counts, twice } = dailyCounts(marks.get(standard) ?? []);
      const gone = (erased.get(standard) ?? []).map(({ standard: _standard, ...count }) => count);
      return [standard, { counts: addedUp(counts, gone, ['failed', 'kept', 'byPeople']), twice }];
    }),
  );
}

async function erasedCounts(
  work: Work,
  versions: readonly string[],
): Promise<(DailyCount & { readonly standard: string })[]> {
  const rows = await erasedTally(work.tx, work.actor.orgId, versions, ['site', 'day']);
  return rows
    .filter(({ site, day, met, failed }) => site !== 'unknown' && day !== 'unknown' && met + failed > 0)
    .map(({ standard, day, site, met, failed }) => ({ standard, day, site, failed, kept: met, byPeople: 0 }));
}
