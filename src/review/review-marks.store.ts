// Rows of people's marks: those that may be seen, and the chance with which any plan drew what they are about.
import { and, asc, count, eq, gte, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import { anyOf } from '../platform/db/any-of.ts';
import type { Work } from '../platform/db/work.ts';
import {
  reviewBlindTable,
  reviewDrawTable,
  reviewFrameTable,
  reviewMarkTable,
  reviewTaskTable,
} from './review.table.ts';

export type ReviewMarkRow = typeof reviewMarkTable.$inferSelect;

export interface MarksAsked {
  readonly standards?: readonly string[];
  readonly since?: string;
  readonly contacts?: readonly string[];
  readonly ids?: readonly string[];
}

/** Marks that everybody may see who may see the contact: of no blind set, or of one that is closed. In order of time and id. */
export async function marksToSee({ tx, actor }: Work, asked: MarksAsked): Promise<ReviewMarkRow[]> {
  const rows = await tx
    .select({ mark: reviewMarkTable })
    .from(reviewMarkTable)
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
  return rows.map((row) => row.mark);
}

function conditions({ standards, since, contacts, ids }: MarksAsked): (SQL | undefined)[] {
  return [
    standards === undefined ? undefined : inArray(reviewMarkTable.standard, [...standards]),
    since === undefined ? undefined : gte(reviewMarkTable.at, new Date(since)),
    contacts === undefined ? undefined : anyOf(reviewMarkTable.contactId, contacts),
    ids === undefined ? undefined : anyOf(reviewMarkTable.id, ids),
  ];
}

/** Of contacts that several plans could have drawn, each plan's chance with the standards that it asked on that day. */
export async function chancesOf({ tx, actor }: Work, contacts: readonly string[]) {
  return tx
    .select({
      contactId: reviewFrameTable.contactId,
      planId: reviewFrameTable.planId,
      drawId: reviewFrameTable.drawId,
      probability: reviewFrameTable.probability,
      standards: sql<string[]>`${reviewDrawTable.settings} -> 'plan' -> 'standards'`,
    })
    .from(reviewFrameTable)
    .innerJoin(
      reviewDrawTable,
      and(eq(reviewDrawTable.orgId, actor.orgId), eq(reviewDrawTable.id, reviewFrameTable.drawId)),
    )
    .where(and(eq(reviewFrameTable.orgId, actor.orgId), anyOf(reviewFrameTable.contactId, contacts)));
}

/** Of draws, the share of what was drawn that has been reviewed and may be seen; what waits, or was taken out of the queue, has not. */
export async function sharesReviewed(
  { tx, actor }: Work,
  draws: readonly { readonly planId: string; readonly drawId: string }[],
): Promise<ReadonlyMap<string, number>> {
  if (draws.length === 0) return new Map();
  const of = (ids: readonly string[]): string[] => [...new Set(ids)];
  const rows = await tx
    .select({
      draw: reviewTaskTable.drawId,
      drawn: count(),
      // One that two look at is reviewed once its set is closed, by whichever of them: before that it must not be told from one that waits.
      reviewed: sql<number>`(count(*) filter (where case when ${reviewTaskTable.blindId} is null then ${reviewTaskTable.doneAt} is not null
        else ${reviewBlindTable.closedAt} is not null end))::int`,
    })
    .from(reviewTaskTable)
    .leftJoin(
      reviewBlindTable,
      and(eq(reviewBlindTable.orgId, actor.orgId), eq(reviewBlindTable.id, reviewTaskTable.blindId)),
    )
    .where(
      and(
        eq(reviewTaskTable.orgId, actor.orgId),
        eq(reviewTaskTable.purpose, 'plan'),
        // Tasks are found by their plan.
        anyOf(reviewTaskTable.planId, of(draws.map((one) => one.planId))),
        anyOf(reviewTaskTable.drawId, of(draws.map((one) => one.drawId))),
      ),
    )
    .groupBy(reviewTaskTable.drawId);
  return new Map(rows.map(({ draw, drawn, reviewed }) => [draw!, reviewed / drawn]));
}
