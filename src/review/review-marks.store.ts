// Rows of people's marks: those that may be seen, and the chances with which draws drew what they are about.
import { and, asc, eq, gte, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import { anyOf } from '../platform/db/any-of.ts';
import type { Work } from '../platform/db/work.ts';
import type { KeyMark } from './review-mark.core.ts';
import { reviewBlindTable, reviewFrameTable, reviewMarkTable, reviewTaskTable } from './review.table.ts';

export type ReviewMarkRow = typeof reviewMarkTable.$inferSelect;

/** A mark that may be seen, with the draw that it came by, and since when it may be seen. */
export interface SeenMarkRow extends ReviewMarkRow {
  readonly drawId: string | null;
  readonly seenSince: Date;
}

/** As much of one as rates and keys are worked out from. */
export interface CountedMarkRow extends KeyMark {
  readonly drawId: string | null;
}

export interface MarksAsked {
  readonly standards?: readonly string[];
  readonly since?: string;
  readonly contacts?: readonly string[];
  readonly ids?: readonly string[];
}

/** Marks that everybody may see who may see the contact: of no blind set, or of one that is closed. In order of time and id. */
export async function marksToSee(work: Work, asked: MarksAsked): Promise<SeenMarkRow[]> {
  const rows = await work.tx
    .select({ mark: reviewMarkTable, drawId: reviewTaskTable.drawId, closedAt: reviewBlindTable.closedAt })
    .from(reviewMarkTable)
    .innerJoin(reviewTaskTable, ofTask(work))
    .leftJoin(reviewBlindTable, ofSet(work))
    .where(toSee(work, asked))
    .orderBy(asc(reviewMarkTable.at), asc(reviewMarkTable.id));
  return rows.map(({ mark, drawId, closedAt }) => ({
    ...mark,
    drawId,
    seenSince: closedAt !== null && closedAt > mark.at ? closedAt : mark.at,
  }));
}

/** The same without what was quoted and written: rates and keys read tens of thousands. */
export async function marksToCount(work: Work, asked: MarksAsked): Promise<CountedMarkRow[]> {
  const { taskId, blindId, contactId, contactVersion, standard, standardVersion } = reviewMarkTable;
  const { verdict, purpose, probability, at, id } = reviewMarkTable;
  const ofKey = {
    taskId,
    blindId,
    contactId,
    contactVersion,
    standard,
    standardVersion,
    verdict,
    purpose,
    probability,
  };
  return work.tx
    .select({ ...ofKey, at, drawId: reviewTaskTable.drawId })
    .from(reviewMarkTable)
    .innerJoin(reviewTaskTable, ofTask(work))
    .leftJoin(reviewBlindTable, ofSet(work))
    .where(toSee(work, asked))
    .orderBy(asc(at), asc(id));
}

const ofTask = ({ actor }: Work) =>
  and(eq(reviewTaskTable.orgId, actor.orgId), eq(reviewTaskTable.id, reviewMarkTable.taskId));
const ofSet = ({ actor }: Work) =>
  and(eq(reviewBlindTable.orgId, actor.orgId), eq(reviewBlindTable.id, reviewMarkTable.blindId));
const toSee = ({ actor }: Work, asked: MarksAsked) =>
  and(
    eq(reviewMarkTable.orgId, actor.orgId),
    or(isNull(reviewMarkTable.blindId), isNotNull(reviewBlindTable.closedAt)),
    ...conditions(asked),
  );

function conditions({ standards, since, contacts, ids }: MarksAsked): (SQL | undefined)[] {
  return [
    standards === undefined ? undefined : inArray(reviewMarkTable.standard, [...standards]),
    since === undefined ? undefined : gte(reviewMarkTable.at, new Date(since)),
    contacts === undefined ? undefined : anyOf(reviewMarkTable.contactId, contacts),
    ids === undefined ? undefined : anyOf(reviewMarkTable.id, ids),
  ];
}

/** Of contacts that several draws could have drawn, each draw's chance. */
export async function chancesOf({ tx, actor }: Work, contacts: readonly string[]) {
  return tx
    .select({
      contactId: reviewFrameTable.contactId,
      drawId: reviewFrameTable.drawId,
      probability: reviewFrameTable.probability,
    })
    .from(reviewFrameTable)
    .where(and(eq(reviewFrameTable.orgId, actor.orgId), anyOf(reviewFrameTable.contactId, contacts)));
}
