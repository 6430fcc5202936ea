// The review clock and what follows it: a version that nobody said "still right" of by its day is suspended from that day on,
// pending a decision, unless a law demands it. Whoever re-justifies it gives it a new day; between the two it did not hold.
import { addDays, type Day } from '../../kernel/moment.ts';
import { stoodForNoDay, type DocumentVersion } from '../document.core.ts';

export interface Review {
  readonly on: Day;
  readonly nextDue: Day;
}

/** How long before its day a review is asked for. */
export const reminderDays = 30;

export type ReviewState = 'none' | 'on-time' | 'soon' | 'overdue' | 'suspended';

/** The days on which a version held: from its first day to its end, without those on which it was suspended. */
export interface Stretch {
  readonly from: Day;
  readonly to?: Day;
}

/**
 * Stretches in which the version held. The day of its review is the last on which it holds; suspended it is from the next.
 * @param lapses whether it lapses at all: no law demands it, and its kind does
 */
export function heldStretches(
  version: Pick<DocumentVersion, 'from' | 'to' | 'reviewDue'>,
  reviews: readonly Review[],
  lapses: boolean,
  today: Day,
): Stretch[] {
  if (stoodForNoDay(version)) return [];
  const whole = { from: version.from, ...(version.to === undefined ? {} : { to: version.to }) };
  if (!lapses || version.reviewDue === undefined) return [whole];
  const stretches: Stretch[] = [];
  let from: Day = version.from;
  let due: Day = version.reviewDue;
  for (const review of reviews.toSorted((one, other) => (one.on < other.on ? -1 : 1))) {
    if (review.on > due) {
      if (addDays(due, 1) > from) stretches.push({ from, to: addDays(due, 1) });
      from = review.on;
    }
    due = review.nextDue;
  }
  const end = addDays(due, 1);
  // What is still to come may be re-justified until then, so only what has lapsed by today ends.
  const lapsed = end <= today && end > from;
  stretches.push({ from, ...(lapsed ? { to: end } : whole.to === undefined ? {} : { to: whole.to }) });
  return stretches.flatMap((one) => within(one, whole));
}

/** The part of a stretch that lies in another; none where they are apart. */
function within(one: Stretch, whole: Stretch): Stretch[] {
  const from = one.from > whole.from ? one.from : whole.from;
  const ends = [one.to, whole.to].filter((day) => day !== undefined).toSorted();
  const to = ends[0];
  if (to !== undefined && to <= from) return [];
  return [{ from, ...(to === undefined ? {} : { to }) }];
}

/** The day by which it has to be looked at next, with the reviews that were. */
export function dueDay(reviewDue: Day | undefined, reviews: readonly Review[]): Day | undefined {
  return reviews.toSorted((one, other) => (one.on < other.on ? -1 : 1)).at(-1)?.nextDue ?? reviewDue;
}

/** How the review stands on a day. */
export function reviewState(due: Day | undefined, lapses: boolean, day: Day): ReviewState {
  if (due === undefined) return 'none';
  if (day > due) return lapses ? 'suspended' : 'overdue';
  return addDays(day, reminderDays) >= due ? 'soon' : 'on-time';
}
