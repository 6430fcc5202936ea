// Marks of standards, counted a day at a site.
import type { Work } from '../platform/db/work.ts';
import { dailyCounts, type CountedStandard, type DailyCount, type PlacedMark } from './daily-count.core.ts';
import { placedMarks } from './daily-marks.store.ts';
import { erasedTally } from './erasing/erased-counts.store.ts';
import { addedUp } from './erasing/erased-too.core.ts';
import { currentStandards } from './marking.store.ts';
import { placedPastMarks } from './past-marks.store.ts';

/**
 * Each standard's counts by the version in use; a standard that nobody uses, or with no mark, comes with none. What people
 * marked before stands beside the machine's mark of the same contact, and counts as nothing where there is none. What is left
 * of erased contacts counts too, so that a verdict reached before stays reached.
 * @param reviewed what people have said of contacts here, for whoever may tell; it goes before what was brought from elsewhere
 */
export async function readDailyCounts(
  work: Work,
  standards: readonly string[],
  reviewed: readonly Pick<PlacedMark & { readonly standard: string }, 'standard' | 'contact' | 'verdict'>[] = [],
): Promise<ReadonlyMap<string, CountedStandard>> {
  const versions = (await currentStandards(work.tx, work.actor.orgId))
    .filter((one) => standards.includes(one.id))
    .map((one) => one.version);
  const placed = await placedMarks(work.tx, work.actor.orgId, versions);
  const here = new Map(placed.map((one) => [`${one.standard} ${one.contact}`, one]));
  const said = reviewed.flatMap((one) => {
    const place = here.get(`${one.standard} ${one.contact}`);
    const decided = one.verdict === 'met' || one.verdict === 'failed';
    return place && decided ? [{ ...place, marker: 'reviewer' as const, verdict: one.verdict }] : [];
  });
  const past = (await placedPastMarks(work.tx, work.actor.orgId, standards)).filter(({ standard, contact }) =>
    here.has(`${standard} ${contact}`),
  );
  const marks = Map.groupBy([...placed, ...said, ...past], (mark) => mark.standard);
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
