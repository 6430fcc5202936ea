// Rows of the Monday page by mail. What says that something was sent is put in first: whoever puts it in sends, nobody else does.
import { and, desc, eq } from 'drizzle-orm';
import type { Day } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { mondayChoiceTable, mondayLetterTable, toldProfitKillerTable } from './monday.table.ts';

/** Who has said whether they want it, by member. */
export async function choicesOf({ tx, actor }: Work): Promise<Map<string, boolean>> {
  const rows = await tx.select().from(mondayChoiceTable).where(eq(mondayChoiceTable.orgId, actor.orgId));
  return new Map(rows.map((row) => [row.member, row.isOn]));
}

export async function writeChoice({ tx, actor, now }: Work, member: string, isOn: boolean): Promise<void> {
  const set = { isOn, changedAt: new Date(now) };
  await tx
    .insert(mondayChoiceTable)
    .values({ orgId: actor.orgId, member, ...set })
    .onConflictDoUpdate({ target: [mondayChoiceTable.orgId, mondayChoiceTable.member], set });
}

/** Puts in that a member's letter of a Monday is written as this mail; false where it was already. */
export async function writeMondayLetter(
  { tx, actor, now }: Work,
  member: string,
  monday: Day,
  mail: string,
): Promise<boolean> {
  const rows = await tx
    .insert(mondayLetterTable)
    .values({ orgId: actor.orgId, member, monday, mail, madeAt: new Date(now) })
    .onConflictDoNothing()
    .returning({ mail: mondayLetterTable.mail });
  return rows.length > 0;
}

/** Is a member's letter of a Monday written? */
export async function hasMondayLetter({ tx, actor }: Work, member: string, monday: Day): Promise<boolean> {
  const { orgId } = mondayLetterTable;
  const rows = await tx
    .select({ mail: mondayLetterTable.mail })
    .from(mondayLetterTable)
    .where(and(eq(orgId, actor.orgId), eq(mondayLetterTable.member, member), eq(mondayLetterTable.monday, monday)));
  return rows.length > 0;
}

/** The Monday of the last letter that a member had; null for none. */
export async function lastMondayOf({ tx, actor }: Work, member: string): Promise<Day | null> {
  const [row] = await tx
    .select({ monday: mondayLetterTable.monday })
    .from(mondayLetterTable)
    .where(and(eq(mondayLetterTable.orgId, actor.orgId), eq(mondayLetterTable.member, member)))
    .orderBy(desc(mondayLetterTable.monday))
    .limit(1);
  return row?.monday ?? null;
}

/** Puts in that a profit-killer is told; false where it was already. */
export async function writeTold({ tx, actor, now }: Work, id: string): Promise<boolean> {
  const rows = await tx
    .insert(toldProfitKillerTable)
    .values({ orgId: actor.orgId, id, toldAt: new Date(now) })
    .onConflictDoNothing()
    .returning({ id: toldProfitKillerTable.id });
  return rows.length > 0;
}
