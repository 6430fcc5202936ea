// What misses cost a month, for whoever may read it: what patterns and fixes are worth is read from the kept report.
import { ratesBy } from '../../marking/marks.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { mayReadMoney } from './money.access.ts';
import { readMoney } from './money.use.ts';
import { type CostAMonth, partOfCost } from './part-of-cost.core.ts';

/** @param avoided misses that would not have been, among all of the standard so far */
export type Pricing = (standard: string, avoided: number) => CostAMonth | null;

/** Says nothing where what failing costs was not counted, doesn't stand, or isn't for this actor. */
export async function readPricing(work: Work): Promise<Pricing> {
  const report = mayReadMoney(work.actor) ? (await readMoney(work))?.report : undefined;
  if (report?.kind !== 'outcomes') return () => null;
  const missed = new Map((await ratesBy(work, [])).map((one) => [one.standard, one.failed]));
  return (standard, avoided) => partOfCost(report, standard, avoided / Math.max(1, missed.get(standard) ?? 0));
}
