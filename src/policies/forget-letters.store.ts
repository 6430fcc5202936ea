// Letters that were begun about marks that go.
import { and, eq } from 'drizzle-orm';
import { anyOf } from '../platform/db/any-of.ts';
import type { Tx } from '../platform/db/work.ts';
import { letterDraftTable } from './letter-draft.table.ts';

export async function dropDraftsAbout(tx: Tx, orgId: string, marks: readonly string[]): Promise<void> {
  await tx
    .delete(letterDraftTable)
    .where(and(eq(letterDraftTable.orgId, orgId), anyOf(letterDraftTable.aboutMark, marks)));
}
