// Rows of pinned moments.
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { anyOf } from '../../platform/db/any-of.ts';
import type { Work } from '../../platform/db/work.ts';
import { lessonPartTable, pinTable, type PinRow } from './lesson.table.ts';

export async function insertPin({ tx }: Work, row: typeof pinTable.$inferInsert): Promise<void> {
  await tx.insert(pinTable).values(row);
}

/** Moments that hang, the newest first. */
export async function pinsOf(
  { tx, actor }: Work,
  asked: { readonly standard?: string; readonly ids?: readonly string[] },
  limit: number,
): Promise<PinRow[]> {
  return tx
    .select()
    .from(pinTable)
    .where(
      and(
        eq(pinTable.orgId, actor.orgId),
        isNull(pinTable.takenDownAt),
        ...(asked.standard === undefined ? [] : [eq(pinTable.standard, asked.standard)]),
        ...(asked.ids === undefined ? [] : [inArray(pinTable.id, [...asked.ids])]),
      ),
    )
    .orderBy(desc(pinTable.pinnedAt), desc(pinTable.id))
    .limit(limit);
}

/** Takes a moment down, for good; false where it hangs no more or is not theirs to change. */
export async function takeDown({ tx, actor, now }: Work, id: string): Promise<boolean> {
  const taken = await tx
    .update(pinTable)
    .set({ takenDownAt: new Date(now), takenDownBy: actor.id })
    .where(and(eq(pinTable.orgId, actor.orgId), eq(pinTable.id, id), isNull(pinTable.takenDownAt)))
    .returning({ id: pinTable.id });
  return taken.length > 0;
}

/** Moments of contacts, hanging or not, with the version of each that they show. */
export async function pinsOfContacts({ tx, actor }: Work, contacts: readonly string[]) {
  return tx
    .select({ id: pinTable.id, contact: pinTable.contact, version: pinTable.contactVersion })
    .from(pinTable)
    .where(and(eq(pinTable.orgId, actor.orgId), anyOf(pinTable.contact, contacts)));
}

/** Deletes moments, and takes them out of the lessons that show them. @param without what a part still says without its quotes */
export async function deletePins(
  { tx, actor }: Work,
  pins: readonly string[],
  without: (says: string) => string,
): Promise<void> {
  if (pins.length === 0) return;
  const { orgId, lesson, position, moment, says } = lessonPartTable;
  const parts = await tx
    .select({ lesson, position, says })
    .from(lessonPartTable)
    .where(and(eq(orgId, actor.orgId), inArray(moment, [...pins])));
  for (const part of parts)
    await tx
      .update(lessonPartTable)
      .set({ moment: null, says: without(part.says) })
      .where(and(eq(orgId, actor.orgId), eq(lesson, part.lesson), eq(position, part.position)));
  await tx.delete(pinTable).where(and(eq(pinTable.orgId, actor.orgId), inArray(pinTable.id, [...pins])));
}
