// All of people's marks, for whoever takes them out: those that may be seen, of contacts that they haven't in hand themselves.
// Reviewers go by a code that is the same in all of their marks.
import { keyedDigest } from '../kernel/digest.ts';
import type { Cell } from '../kernel/csv-line.ts';
import type { Work } from '../platform/db/work.ts';
import { hiddenFrom } from './people-say.use.ts';
import type { ReviewMark } from './review-mark.core.ts';
import { readReviewMarks } from './review-marks.use.ts';
import { assertMayTakeReviewsOut } from './reviews.access.ts';

/** @throws Fault `reviews-out-forbidden` */
export async function takeReviewsOut(work: Work): Promise<ReviewMark[]> {
  assertMayTakeReviewsOut(work.actor);
  const hidden = await hiddenFrom(work);
  return (await readReviewMarks(work))
    .filter((one) => !hidden.has(one.contactId))
    .map((one) => ({ ...one, reviewer: `r${keyedDigest(work.key, `reviewer ${one.reviewer}`).slice(0, 10)}` }));
}

export const reviewHeads = [
  'mark',
  'task',
  'contact',
  'contact version',
  'standard',
  'standard version',
  'reviewer',
  'verdict',
  'quotes',
  'comment',
  'purpose',
  'probability',
  'at',
] as const;

/** A line of the table; quotes as `turn:from-to`. */
export function reviewCells(one: ReviewMark): Cell[] {
  return [
    one.id,
    one.taskId,
    one.contactId,
    one.contactVersion,
    one.standard,
    one.standardVersion,
    one.reviewer,
    one.verdict,
    one.evidence.map(({ turn, from, to }) => `${String(turn)}:${String(from)}-${String(to)}`).join(' '),
    one.comment ?? null,
    one.purpose,
    one.probability,
    one.at,
  ];
}
