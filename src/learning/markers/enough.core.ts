// What it takes to learn a marker at all.
import { leastPersons } from './known-columns.core.ts';
import { type MarkerExamples, verdictNumber } from './marker-examples.core.ts';

/** Reviews in all, and of each of met and failed. */
export const leastReviews = { all: 40, each: 8 } as const;

export interface Counted {
  readonly reviews: number;
  readonly met: number;
  readonly failed: number;
  readonly notApplicable: number;
  /** Who served in them. */
  readonly persons: number;
}

/** How many reviews of each verdict, by how many who serve. @param picked these rows alone */
export function counted({ truth, persons }: Pick<MarkerExamples, 'truth' | 'persons'>, picked?: Int32Array): Counted {
  const rows = picked ?? Int32Array.from(truth.keys());
  const of = (verdict: number): number => rows.reduce((sum, row) => sum + Number(truth[row] === verdict), 0);
  return {
    reviews: rows.length,
    met: of(verdictNumber.met),
    failed: of(verdictNumber.failed),
    notApplicable: of(verdictNumber['not-applicable']),
    persons: new Set(Array.from(rows, (row) => persons[row]!)).size,
  };
}

/** Whether a marker may be learned from these rows. */
export function enoughToLearn(examples: Pick<MarkerExamples, 'truth' | 'persons'>, picked?: Int32Array): boolean {
  return isEnough(counted(examples, picked));
}

/** The same of what was counted already. */
export function isEnough({ reviews, met, failed, persons }: Counted): boolean {
  return (
    reviews >= leastReviews.all && met >= leastReviews.each && failed >= leastReviews.each && persons >= leastPersons
  );
}
