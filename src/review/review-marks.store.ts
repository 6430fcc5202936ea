// Rows of people's marks: those that may be seen, and the chances with which draws drew what they are about.
import { and, asc, eq, gte, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm';
import { anyOf } from '../platform/db/any-of.ts';
import type { Work } from '../platform/db/work.ts';
import { reviewBlindTable, reviewFrameTable, reviewMarkTable, reviewTaskTable } from './review.table.ts';

export type ReviewMarkRow = typeof reviewMarkTable.$inferSelect;

/** A mark that may be seen, with the draw that it came by, and since when it may be seen. */
export interface SeenMarkRow extends ReviewMarkRow {
  readonly drawId: string | null;
  readonly seenSince: Date;
}

export interface MarksAsked {
  readonly standards?: readonly string[];
  readonly since?: string;
  readonly contacts?: readonly string[];
  readonly ids?: readonly string[];
}

/** Marks that everybody may see who may see the contact: of no blind set, or of one that is closed. In order of time and id. */
export async function marksToSee({ tx, actor }: Work, asked: MarksAsked): Promise<SeenMarkRow[]> {
  const rows = await tx
    .select({ mark: reviewMarkTable, drawId: reviewTaskTable.drawId, closedAt: reviewBlindTable.closedAt })
    .from(reviewMarkTable)
    .innerJoin(
      reviewTaskTable,
      and(eq(reviewTaskTable.orgId, actor.orgId), eq(reviewTaskTable.id, reviewMarkTable.taskId)),
    )
    .leftJoin(
      reviewBlindTable,
      and(eq(reviewBlindTable.orgId, actor.orgId), eq(reviewBlindTable.id, reviewMarkTable.blindId)),
    )
    .where(
      and(
        eq(reviewMarkTable.orgId, actor.orgId),
        or(isNull(reviewMarkTable.blindId), isNotNull(reviewBlindTable.closedAt)),
        ...conditions(asked),
      ),
    )
    .orderBy(asc(reviewMarkTable.at), asc(reviewMarkTable.id));
  return rows.map(({ mark, drawId, closedAt }) => ({
    ...mark,
    drawId,
    seenSince: closedAt !== null && closedAt > mark.at ? closedAt : mark.at,
  }));
}

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
