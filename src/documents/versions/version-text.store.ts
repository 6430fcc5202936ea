// Rows of versions that were published here, and of reviews.
import { and, asc, eq } from 'drizzle-orm';
import type { Work } from '../../platform/db/work.ts';
import type { DocumentKind } from '../document.core.ts';
import type { EditorialVersion, VersionText } from './version-text.core.ts';
import { reviewTable, versionTextTable } from './version-text.table.ts';

/** Every version of a document that was published here, oldest first. */
export async function textsOf({ tx, actor }: Work, kind: DocumentKind, id: string): Promise<VersionText[]> {
  const rows = await tx
    .select()
    .from(versionTextTable)
    .where(and(eq(versionTextTable.orgId, actor.orgId), eq(versionTextTable.kind, kind), eq(versionTextTable.id, id)))
    .orderBy(asc(versionTextTable.publishedAt), asc(versionTextTable.version));
  return rows.map(({ orgId: _org, kind: _kind, publishedAt, ...row }) => ({
    ...row,
    publishedAt: publishedAt.toISOString(),
  }));
}

export async function writeText(
  { tx, actor, now }: Work,
  kind: DocumentKind,
  text: Omit<VersionText, 'publishedBy' | 'publishedAt'>,
): Promise<void> {
  await tx.insert(versionTextTable).values({
    ...text,
    letters: [...text.letters],
    orgId: actor.orgId,
    kind,
    publishedBy: actor.id,
    publishedAt: new Date(now),
  });
}

/** Versions that changed nothing material, of all documents. */
export async function editorialVersions({ tx, actor }: Work): Promise<EditorialVersion[]> {
  return tx
    .select({
      kind: versionTextTable.kind,
      document: versionTextTable.id,
      version: versionTextTable.version,
      materialSince: versionTextTable.materialSince,
    })
    .from(versionTextTable)
    .where(and(eq(versionTextTable.orgId, actor.orgId), eq(versionTextTable.material, false)));
}

/** Kind, id and version of all that were published here, as `kind/id/version`. */
export async function publishedHere({ tx, actor }: Work): Promise<Set<string>> {
  const rows = await tx
    .select({ kind: versionTextTable.kind, id: versionTextTable.id, version: versionTextTable.version })
    .from(versionTextTable)
    .where(eq(versionTextTable.orgId, actor.orgId));
  return new Set(rows.map((row) => `${row.kind}/${row.id}/${row.version}`));
}

export interface ReviewRow {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly version: string;
  readonly on: string;
  readonly nextDue: string;
  readonly why: string;
  readonly by: string;
  readonly at: string;
}

/** Reviews of all documents of a kind, or of one; oldest first. */
export async function reviewsOf({ tx, actor }: Work, kind: DocumentKind, id?: string): Promise<ReviewRow[]> {
  const rows = await tx
    .select()
    .from(reviewTable)
    .where(
      and(
        eq(reviewTable.orgId, actor.orgId),
        eq(reviewTable.kind, kind),
        ...(id === undefined ? [] : [eq(reviewTable.id, id)]),
      ),
    )
    .orderBy(asc(reviewTable.id), asc(reviewTable.version), asc(reviewTable.nth));
  return rows.map(({ orgId: _org, nth: _nth, at, ...row }) => ({ ...row, at: at.toISOString() }));
}

export async function writeReview(
  { tx, actor, now }: Work,
  review: Omit<ReviewRow, 'by' | 'at'>,
  nth: number,
): Promise<void> {
  await tx.insert(reviewTable).values({ ...review, nth, orgId: actor.orgId, by: actor.id, at: new Date(now) });
}
