// Rows of what was written about documents, and drafts of which approval is asked for.
import { and, eq, isNull } from 'drizzle-orm';
import { draftTable } from '../../documents/drafts/draft.table.ts';
import type { Work } from '../../platform/db/work.ts';
import { documentMailTable } from './document-mail.table.ts';

/** False where that was written before. */
export async function writtenFirst({ tx, actor, now }: Work, about: string, member: string): Promise<boolean> {
  const added = await tx
    .insert(documentMailTable)
    .values({ orgId: actor.orgId, about, member, on: now.slice(0, 10) })
    .onConflictDoNothing()
    .returning({ member: documentMailTable.member });
  return added.length > 0;
}

/** Open drafts whose approval is asked for as they stand. */
export async function askedDrafts({ tx, actor }: Work) {
  const { id, kind, document, content, revision, askedRevision, ended, orgId } = draftTable;
  return tx
    .select({ id, kind, document, content, revision })
    .from(draftTable)
    .where(and(eq(orgId, actor.orgId), isNull(ended), eq(askedRevision, revision)));
}
