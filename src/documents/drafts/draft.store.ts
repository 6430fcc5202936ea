// Rows of drafts, their saves, what clashed in them, and who has them open.
import { and, asc, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Work } from '../../platform/db/work.ts';
import type { DocumentKind } from '../document.core.ts';
import type { Draft, DraftContent } from './draft.core.ts';
import { clashTable, draftTable, editorTable, saveTable } from './draft.table.ts';

type Row = typeof draftTable.$inferSelect;

/** A draft with who wrote it and when. */
export interface DraftRow extends Draft {
  readonly begunBy: string;
  readonly begunAt: string;
  readonly changedBy: string;
  readonly changedAt: string;
  readonly askedAt: string | null;
}

const toDraft = ({
  orgId: _org,
  sites: _sites,
  begunAt,
  changedAt,
  askedAt,
  endedAt: _ended,
  ...row
}: Row): DraftRow => ({
  ...row,
  begunAt: begunAt.toISOString(),
  changedAt: changedAt.toISOString(),
  askedAt: askedAt?.toISOString() ?? null,
});

/** The draft of an id, ended ones too; locked until the work ends where it is about to be changed. */
export async function draftOf({ tx, actor }: Work, id: string, locked = false): Promise<DraftRow | null> {
  const query = tx
    .select()
    .from(draftTable)
    .where(and(eq(draftTable.orgId, actor.orgId), eq(draftTable.id, id)));
  const [row] = locked ? await query.for('update') : await query;
  return row ? toDraft(row) : null;
}

/** The one open draft of a document. */
export async function openDraftOf({ tx, actor }: Work, kind: DocumentKind, document: string): Promise<DraftRow | null> {
  const [row] = await tx
    .select()
    .from(draftTable)
    .where(
      and(
        eq(draftTable.orgId, actor.orgId),
        eq(draftTable.kind, kind),
        eq(draftTable.document, document),
        isNull(draftTable.ended),
      ),
    );
  return row ? toDraft(row) : null;
}

/** Ids of documents of a kind that a draft was ever begun of. */
export async function draftedIds({ tx, actor }: Work, kind: DocumentKind): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ document: draftTable.document })
    .from(draftTable)
    .where(and(eq(draftTable.orgId, actor.orgId), eq(draftTable.kind, kind)));
  return rows.map((row) => row.document);
}

/** Writes a draft with its first save; false where somebody began one of the same document at this very moment. */
export async function writeNewDraft(
  { tx, actor, now }: Work,
  draft: Pick<Draft, 'id' | 'kind' | 'document' | 'basedOn' | 'content' | 'letters'>,
): Promise<boolean> {
  const at = new Date(now);
  const written = await tx
    .insert(draftTable)
    .values({
      ...draft,
      letters: [...draft.letters],
      orgId: actor.orgId,
      revision: 1,
      sites: [...draft.content.sites],
      begunBy: actor.id,
      begunAt: at,
      changedBy: actor.id,
      changedAt: at,
      accepted: [],
    })
    .onConflictDoNothing()
    .returning({ id: draftTable.id });
  if (written.length > 0) await writeSave({ tx, actor, now }, draft.id, 1, draft.content);
  return written.length > 0;
}

/** The draft with a new content, under the next revision; what was asked and decided of the one before stays with it. */
export async function writeContent(work: Work, draft: string, revision: number, content: DraftContent): Promise<void> {
  const { tx, actor, now } = work;
  await tx
    .update(draftTable)
    .set({ revision, content, sites: [...content.sites], changedBy: actor.id, changedAt: new Date(now) })
    .where(and(eq(draftTable.orgId, actor.orgId), eq(draftTable.id, draft)));
  await writeSave(work, draft, revision, content);
}

async function writeSave(
  { tx, actor, now }: Pick<Work, 'tx' | 'actor' | 'now'>,
  draft: string,
  revision: number,
  content: DraftContent,
): Promise<void> {
  await tx.insert(saveTable).values({ orgId: actor.orgId, draft, revision, content, by: actor.id, at: new Date(now) });
}

export async function setOfDraft(
  { tx, actor }: Work,
  draft: string,
  set: Partial<typeof draftTable.$inferInsert>,
): Promise<void> {
  await tx
    .update(draftTable)
    .set(set)
    .where(and(eq(draftTable.orgId, actor.orgId), eq(draftTable.id, draft)));
}

export async function saveOf({ tx, actor }: Work, draft: string, revision: number): Promise<DraftContent | null> {
  const [row] = await tx
    .select({ content: saveTable.content })
    .from(saveTable)
    .where(and(eq(saveTable.orgId, actor.orgId), eq(saveTable.draft, draft), eq(saveTable.revision, revision)));
  return row?.content ?? null;
}

/** Every save of a draft without its content, latest first. */
export async function savesOf(
  { tx, actor }: Work,
  draft: string,
): Promise<{ revision: number; by: string; at: string }[]> {
  const rows = await tx
    .select({ revision: saveTable.revision, by: saveTable.by, at: saveTable.at })
    .from(saveTable)
    .where(and(eq(saveTable.orgId, actor.orgId), eq(saveTable.draft, draft)))
    .orderBy(desc(saveTable.revision));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Who ever saved it. */
export async function authorsOf({ tx, actor }: Work, draft: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ by: saveTable.by })
    .from(saveTable)
    .where(and(eq(saveTable.orgId, actor.orgId), eq(saveTable.draft, draft)));
  return rows.map((row) => row.by);
}

export interface KeptClash {
  readonly id: string;
  readonly place: string;
  readonly mine: unknown;
  readonly by: string;
  readonly at: string;
}

export async function writeClash(
  { tx, actor, now }: Work,
  clash: {
    readonly id: string;
    readonly draft: string;
    readonly place: string;
    readonly mine: unknown;
    readonly revision: number;
  },
): Promise<void> {
  const { mine, ...others } = clash;
  await tx
    .insert(clashTable)
    .values({ ...others, mine: { value: mine }, orgId: actor.orgId, by: actor.id, at: new Date(now) })
    .onConflictDoUpdate({ target: [clashTable.orgId, clashTable.id], set: { settledAt: null } });
}

/** Those that nobody has settled, oldest first. */
export async function openClashes({ tx, actor }: Work, draft: string): Promise<KeptClash[]> {
  const rows = await tx
    .select()
    .from(clashTable)
    .where(and(eq(clashTable.orgId, actor.orgId), eq(clashTable.draft, draft), isNull(clashTable.settledAt)))
    .orderBy(asc(clashTable.at), asc(clashTable.id));
  return rows.map(({ id, place, mine, by, at }) => ({ id, place, mine: mine.value, by, at: at.toISOString() }));
}

export async function settleClash({ tx, actor, now }: Work, draft: string, id: string): Promise<void> {
  await tx
    .update(clashTable)
    .set({ settledAt: new Date(now) })
    .where(and(eq(clashTable.orgId, actor.orgId), eq(clashTable.draft, draft), eq(clashTable.id, id)));
}

/** Notes that whoever works has it open now. */
export async function noteEditor({ tx, actor, now }: Work, draft: string): Promise<void> {
  const seenAt = new Date(now);
  await tx
    .insert(editorTable)
    .values({ orgId: actor.orgId, draft, member: actor.id, seenAt })
    .onConflictDoUpdate({ target: [editorTable.orgId, editorTable.draft, editorTable.member], set: { seenAt } });
}

export async function dropEditor({ tx, actor }: Work, draft: string): Promise<void> {
  await tx
    .delete(editorTable)
    .where(and(eq(editorTable.orgId, actor.orgId), eq(editorTable.draft, draft), eq(editorTable.member, actor.id)));
}

/** Members who had it open since a moment, but whoever works. */
export async function editorsSince({ tx, actor }: Work, draft: string, since: Date): Promise<string[]> {
  const rows = await tx
    .select({ member: editorTable.member })
    .from(editorTable)
    .where(
      and(
        eq(editorTable.orgId, actor.orgId),
        eq(editorTable.draft, draft),
        gt(editorTable.seenAt, since),
        sql`${editorTable.member} <> ${actor.id}`,
      ),
    )
    .orderBy(asc(editorTable.member));
  return rows.map((row) => row.member);
}
