// What other domains may ask of reviews: people's marks that may be seen, and the one verdict that comes of them.
import type { Moment } from '../kernel/moment.ts';
import type { Work } from '../platform/db/work.ts';
import { chanceByAny } from './draws-that-count.core.ts';
import { type Counting, readDrawsThatCount, readWording } from './draws-that-count.use.ts';
import { agreedOf, type AgreedMark, type RatedMark, type ReviewMark } from './review-mark.core.ts';
import {
  chancesOf,
  type CountedMarkRow,
  marksToCount,
  marksToSee,
  type MarksAsked,
  type ReviewMarkRow,
} from './review-marks.store.ts';

export type { AgreedMark, RatedMark, ReviewMark } from './review-mark.core.ts';

/** A mark that may be seen, and since when: of two who are blind to each other, since both were in or the second was waited for no more. */
export interface SeenMark extends ReviewMark {
  readonly seenSince: Moment;
}

/**
 * People's marks, the earliest first: never one whose blind set isn't closed, nor one of a calibration that isn't revealed.
 * @param asked of these standards, at or after a moment; all where left out
 */
export async function readReviewMarks(
  work: Work,
  asked: {
    readonly standards?: readonly string[];
    readonly since?: Moment;
    readonly contacts?: readonly string[];
  } = {},
): Promise<SeenMark[]> {
  return (await marksToSee(work, asked)).map(({ blindId: _set, drawId: _draw, seenSince, ...row }) => ({
    ...markOf(row),
    seenSince: seenSince.toISOString(),
  }));
}

/** One verdict per contact and standard, by whatever wording, for whoever needs no chance of it. In order of contact and standard. */
export async function readVerdicts(work: Work, asked: MarksAsked): Promise<AgreedMark[]> {
  return agreedOf(await marksToCount(work, asked)).toSorted(byPlace);
}

/**
 * One verdict per contact and standard, in order of contact and standard, with what it may do in a rate. What people say by the
 * wording that holds goes before what they said by an older one, which enters no rate of today's. Where several draws could have
 * drawn it, its chance is that of being drawn by any of them, for plans draw independently of each other; and by a draw that of
 * being drawn times the share that is reviewed, since what nobody has reviewed could not have come here by it. Draws that have only
 * begun count for nothing yet (`drawsThatCount`).
 * @param counting where it was read before
 */
export async function readAgreed(work: Work, asked: MarksAsked = {}, counting?: Counting): Promise<RatedMark[]> {
  const rows = await marksToCount(work, asked);
  const wording = counting?.wording ?? (await readWording(work, [...new Set(rows.map((row) => row.standard))]));
  const [now, older] = [true, false].map((holds) =>
    rows.filter((row) => wording.holds(row.standard, row.standardVersion) === holds),
  ) as [CountedMarkRow[], CountedMarkRow[]];
  const agreed = agreedOf(now);
  const known = new Set(agreed.map(keyOf));
  const before = agreedOf(older).filter((one) => !known.has(keyOf(one)));
  const draws = async () => counting?.draws ?? readDrawsThatCount(work, wording);
  const chanceOf = agreed.some((one) => one.probability !== null)
    ? await chances(work, now, await draws())
    : () => null;
  return [
    ...agreed.map((one): RatedMark => {
      const probability = one.probability === null ? null : chanceOf(one);
      const inRates = one.probability === null ? 'picked' : probability === null ? 'begun' : 'drawn';
      return { ...one, probability, inRates };
    }),
    ...before.map((one): RatedMark => ({ ...one, probability: null, inRates: 'older-wording' })),
  ].toSorted(byPlace);
}

/** The chance of each to have come here by the draws that count; null where it came by none of them. */
async function chances(
  work: Work,
  seen: readonly CountedMarkRow[],
  counting: Counting['draws'],
): Promise<(one: AgreedMark) => number | null> {
  const drawn = seen.filter((row) => row.purpose === 'plan' || row.purpose === 'second');
  const cameBy = Map.groupBy(drawn, keyOf);
  const frames = Map.groupBy(
    await chancesOf(work, [...new Set(drawn.map((row) => row.contactId))]),
    (one) => one.contactId,
  );
  return (one) => {
    const draws = (cameBy.get(keyOf(one)) ?? []).flatMap((row) => row.drawId ?? []);
    if (draws.length === 0) return one.probability;
    const shares = counting.get(one.standard);
    if (!shares || !draws.some((draw) => shares.has(draw))) return null;
    return chanceByAny(
      (frames.get(one.contactId) ?? []).flatMap(({ drawId, probability }) => {
        const share = shares.get(drawId);
        return share === undefined ? [] : [{ probability, share }];
      }),
    );
  };
}

const keyOf = ({ contactId, standard }: Pick<AgreedMark, 'contactId' | 'standard'>): string =>
  `${contactId}\n${standard}`;

const order = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const byPlace = (a: AgreedMark, b: AgreedMark): number =>
  order(a.contactId, b.contactId) || order(a.standard, b.standard);

/** A row as everybody reads it. */
export function markOf(row: Omit<ReviewMarkRow, 'blindId'>): ReviewMark {
  const { id, taskId, contactId, contactVersion, standard, standardVersion, reviewer, verdict, evidence } = row;
  const { purpose, probability, comment, at } = row;
  return {
    id,
    taskId,
    contactId,
    contactVersion,
    standard,
    standardVersion,
    reviewer,
    verdict,
    evidence,
    purpose,
    probability,
    ...(comment === null ? {} : { comment }),
    at: at.toISOString(),
  };
}

/** One mark by its id; undefined where there is none, or it may not be seen. */
export async function readReviewMark(work: Work, id: string): Promise<ReviewMark | undefined> {
  const [row] = await marksToSee(work, { ids: [id] });
  return row && markOf(row);
}
