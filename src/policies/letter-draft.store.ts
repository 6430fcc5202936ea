// Rows of letters that were begun: one for each member.
import { and, eq } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import { letterDraftTable } from './letter-draft.table.ts';

export async function draftOf(tx: Tx, orgId: string, member: string) {
  const [row] = await tx.select().from(letterDraftTable).where(ofMember(orgId, member));
  return row ?? null;
}

export async function writeDraft(tx: Tx, row: typeof letterDraftTable.$inferInsert): Promise<void> {
  await tx
    .insert(letterDraftTable)
    .values(row)
    .onConflictDoUpdate({ target: [letterDraftTable.orgId, letterDraftTable.member], set: row });
}

export async function dropDraft(tx: Tx, orgId: string, member: string): Promise<void> {
  await tx.delete(letterDraftTable).where(ofMember(orgId, member));
}

const ofMember = (orgId: string, member: string) =>
  and(eq(letterDraftTable.orgId, orgId), eq(letterDraftTable.member, member));
