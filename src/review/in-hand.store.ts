// Contacts that somebody is about to mark: what anybody says of them is kept from them until they have.
import { and, eq, gte, isNull, or, type SQL } from 'drizzle-orm';
import type { Work } from '../platform/db/work.ts';
import { reviewTaskTable } from './review.table.ts';

/** In somebody's hand, and not left lying; or theirs to mark in a calibration, which names its contacts beforehand. */
function theirs({ actor, now }: Work): SQL {
  const held = and(eq(reviewTaskTable.reviewer, actor.id), gte(reviewTaskTable.heldUntil, new Date(now)));
  const toCalibrate = and(eq(reviewTaskTable.purpose, 'calibration'), eq(reviewTaskTable.meantFor, actor.id));
  return and(or(held, toCalibrate), isNull(reviewTaskTable.doneAt), isNull(reviewTaskTable.endedAt))!;
}

/** Contacts that they have in hand at this moment: nobody's marks on them are shown to them. */
export async function contactsInHand(work: Work): Promise<string[]> {
  const rows = await work.tx
    .selectDistinct({ id: reviewTaskTable.contactId })
    .from(reviewTaskTable)
    .where(and(eq(reviewTaskTable.orgId, work.actor.orgId), theirs(work)));
  return rows.map((row) => row.id);
}
