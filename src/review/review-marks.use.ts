// What other domains may ask of reviews: people's marks that may be seen, and the one verdict that comes of them.
import type { Moment } from '../kernel/moment.ts';
import type { Work } from '../platform/db/work.ts';
import { agreedOf, type AgreedMark, type ReviewMark, type ReviewMarkInSet } from './review-mark.core.ts';
import { chancesOf, marksToSee, sharesReviewed, type MarksAsked, type ReviewMarkRow } from './review-marks.store.ts';

export type { AgreedMark, ReviewMark } from './review-mark.core.ts';

/**
 * People's marks, the earliest first: never one whose blind partner isn't in, nor one of a calibration that isn't revealed.
 * @param asked of these standards, at or after a moment; all where left out
 */
export async function readReviewMarks(
  work: Work,
  asked: {
    readonly standards?: readonly string[];
    readonly since?: Moment;
    readonly contacts?: readonly string[];
  } = {},
): Promise<ReviewMark[]> {
  return (await marksToSee(work, asked)).map(({ blindId: _set, ...row }) => markOf(row));
}

/**
 * One verdict per contact and standard, in order of contact and standard. Where several plans could have drawn it, its chance is
 * that of being drawn by any of them: plans draw independently of each other. What of a draw nobody has reviewed yet, or ever will,
 * could not have come here by it: the chance by a draw is that of being drawn, times the share of it that is reviewed.
 */
export async function readAgreed(work: Work, asked: MarksAsked = {}): Promise<AgreedMark[]> {
  const agreed = agreedOf((await marksToSee(work, asked)).map(inSet));
  const drawn = agreed.filter((one) => one.probability !== null);
  const missed = new Map<string, number>();
  const chances = await chancesOf(
    work,
    drawn.map((one) => one.contactId),
  );
  const shares = await sharesReviewed(work, chances);
  for (const { contactId, drawId, probability, standards } of chances)
    for (const standard of standards) {
      const key = `${contactId}\n${standard}`;
      missed.set(key, (missed.get(key) ?? 1) * (1 - probability * (shares.get(drawId) ?? 1)));
    }
  return agreed
    .map((one) => {
      const undrawn = missed.get(`${one.contactId}\n${one.standard}`);
      return one.probability === null || undrawn === undefined || undrawn === 1
        ? one
        : { ...one, probability: 1 - undrawn };
    })
    .toSorted((a, b) => order(a.contactId, b.contactId) || order(a.standard, b.standard));
}

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/** A row with the set it belongs to, as the agreed key is worked out from it. */
export function inSet(row: ReviewMarkRow): ReviewMarkInSet {
  return { ...markOf(row), blindId: row.blindId };
}

/** A row as everybody reads it. */
export function markOf(row: Omit<ReviewMarkRow, 'blindId'>): ReviewMark {
  const { orgId: _org, comment, at, ...rest } = row;
  return { ...rest, ...(comment === null ? {} : { comment }), at: at.toISOString() };
}

/** One mark by its id; undefined where there is none, or it may not be seen. */
export async function readReviewMark(work: Work, id: string): Promise<ReviewMark | undefined> {
  const [row] = await marksToSee(work, { ids: [id] });
  if (!row) return undefined;
  const { blindId: _set, ...mark } = row;
  return markOf(mark);
}
