// Rows of a language model as marker: what is set, what it said, what it used.
import { and, count, desc, eq, inArray, sql } from 'drizzle-orm';
import { contactTable } from '../../contacts/contact.table.ts';
import { anyOf } from '../../platform/db/any-of.ts';
import { insertMany } from '../../platform/db/insert-many.ts';
import type { Work } from '../../platform/db/work.ts';
import { modelMarkerTable, modelMarkTable, modelUseTable } from './model-marker.table.ts';

export type ModelMarkerRow = typeof modelMarkerTable.$inferSelect;
export type ModelMarkRow = typeof modelMarkTable.$inferSelect;

/** What is set; null where nothing is. */
export async function findModelMarker({ tx, actor }: Work): Promise<ModelMarkerRow | null> {
  const [row] = await tx.select().from(modelMarkerTable).where(eq(modelMarkerTable.orgId, actor.orgId));
  return row ?? null;
}

/** Sets it in the place of what was set. */
export async function writeModelMarker({ tx }: Work, row: ModelMarkerRow): Promise<void> {
  await tx
    .insert(modelMarkerTable)
    .values(row)
    .onConflictDoUpdate({ target: [modelMarkerTable.orgId], set: row });
}

/** @returns whether there was one */
export async function dropModelMarker({ tx, actor }: Work): Promise<boolean> {
  const gone = await tx
    .delete(modelMarkerTable)
    .where(eq(modelMarkerTable.orgId, actor.orgId))
    .returning({ orgId: modelMarkerTable.orgId });
  return gone.length > 0;
}

/** Latest contacts of some channels, the newest first, `limit` after so many, without a word of them. */
export async function contactsToAsk(
  { tx, actor }: Work,
  channels: readonly string[],
  skip: number,
  limit: number,
): Promise<{ id: string; version: number; channel: (typeof contactTable.$inferSelect)['channel'] }[]> {
  const { id, version, channel, orgId, latest, startedAt } = contactTable;
  return tx
    .select({ id, version, channel })
    .from(contactTable)
    .where(and(eq(orgId, actor.orgId), latest, inArray(sql`${channel}`, [...channels])))
    .orderBy(sql`${startedAt} desc nulls last`, desc(id))
    .limit(limit)
    .offset(skip);
}

/** What one model has said of some contacts. */
export async function marksOfModel(
  { tx, actor }: Work,
  askedAs: string | null,
  contacts: readonly string[],
): Promise<ModelMarkRow[]> {
  if (contacts.length === 0) return [];
  return tx
    .select()
    .from(modelMarkTable)
    .where(
      and(
        eq(modelMarkTable.orgId, actor.orgId),
        askedAs === null ? undefined : eq(modelMarkTable.askedAs, askedAs),
        anyOf(modelMarkTable.contactId, contacts),
      ),
    );
}

/** Of each standard, how often each verdict was given, by versions in use. */
export async function countsOfModel(
  { tx, actor }: Work,
  askedAs: string,
  versions: readonly string[],
): Promise<{ standard: string; verdict: ModelMarkRow['verdict']; marks: number }[]> {
  const { standard, verdict, orgId, standardVersion } = modelMarkTable;
  return tx
    .select({ standard, verdict, marks: count() })
    .from(modelMarkTable)
    .where(and(eq(orgId, actor.orgId), eq(modelMarkTable.askedAs, askedAs), anyOf(standardVersion, versions)))
    .groupBy(standard, verdict);
}

/** Contacts whose words speak to whoever marks, the last found first. */
export async function instructedContacts({ tx, actor }: Work, limit: number): Promise<string[]> {
  const { contactId, markedAt, instructed, orgId } = modelMarkTable;
  const rows = await tx
    .select({ contactId })
    .from(modelMarkTable)
    .where(and(eq(orgId, actor.orgId), instructed))
    .groupBy(contactId)
    .orderBy(sql`max(${markedAt}) desc`, contactId)
    .limit(limit);
  return rows.map((row) => row.contactId);
}

/** What was said before stands. */
export async function writeModelMarks({ tx }: Work, rows: readonly ModelMarkRow[]): Promise<void> {
  await insertMany(tx, modelMarkTable, rows, { onConflict: 'nothing' });
}

/** Forgets what models said of some contacts. */
export async function dropModelMarks({ tx, actor }: Work, contacts: readonly string[]): Promise<void> {
  if (contacts.length === 0) return;
  await tx
    .delete(modelMarkTable)
    .where(and(eq(modelMarkTable.orgId, actor.orgId), anyOf(modelMarkTable.contactId, contacts)));
}

export interface Used {
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
}

/** What was used of a month. */
export async function usedIn({ tx, actor }: Work, month: string): Promise<Used> {
  const { calls, tokensIn, tokensOut } = modelUseTable;
  const [row] = await tx
    .select({ calls, tokensIn, tokensOut })
    .from(modelUseTable)
    .where(and(eq(modelUseTable.orgId, actor.orgId), eq(modelUseTable.month, month)));
  return row ?? { calls: 0, tokensIn: 0, tokensOut: 0 };
}

/** Adds to it. */
export async function addUse({ tx, actor }: Work, month: string, more: Used): Promise<void> {
  const { calls, tokensIn, tokensOut } = modelUseTable;
  await tx
    .insert(modelUseTable)
    .values({ orgId: actor.orgId, month, ...more })
    .onConflictDoUpdate({
      target: [modelUseTable.orgId, modelUseTable.month],
      set: {
        calls: sql`${calls} + ${more.calls}`,
        tokensIn: sql`${tokensIn} + ${more.tokensIn}`,
        tokensOut: sql`${tokensOut} + ${more.tokensOut}`,
      },
    });
}
