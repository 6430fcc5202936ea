// What one person's contacts kept and missed since a day, by the standards in use. Whoever calls asks first who may see it.
import type { Moment } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { countedOf, newestOf } from './person-marks.store.ts';

export interface CountedOfPerson {
  readonly standard: string;
  readonly met: number;
  readonly failed: number;
}

/** Met and failed of each standard that came up. @param versions of the standards in use */
export async function countMarksOf(
  work: Work,
  person: string,
  versions: readonly string[],
  since: Moment,
): Promise<CountedOfPerson[]> {
  const rows = await countedOf(work, person, versions, since);
  return [...Map.groupBy(rows, (one) => one.standard)].map(([standard, both]) => {
    const times = (verdict: string): number => both.find((one) => one.verdict === verdict)?.times ?? 0;
    return { standard, met: times('met'), failed: times('failed') };
  });
}

/** The newest marks of each of some standards with one verdict, `each` of every one at most. */
export async function newestMarksOf(
  work: Work,
  person: string,
  {
    standards,
    verdict,
    since,
    each,
  }: { standards: readonly string[]; verdict: 'met' | 'failed'; since: Moment; each: number },
): Promise<{ mark: string; contact: string; standard: string }[]> {
  // Of one standard there are seldom more than some tens in the days that a page tells of.
  const newest = await newestOf(work, person, standards, verdict, since, standards.length * 40);
  return [...Map.groupBy(newest, (one) => one.standard).values()].flatMap((same) => same.slice(0, each));
}
