// Rows of readers' notes: added, read by whoever wrote them, and counted part by part.
import { and, asc, desc, eq, isNotNull, max, sql } from 'drizzle-orm';
import { insertMany } from '../../platform/db/insert-many.ts';
import type { Work } from '../../platform/db/work.ts';
import type { DocumentKind } from '../document.core.ts';
import type { ReaderCounts, ReaderNote, ReaderWords } from './reader-notes.core.ts';
import { readerNoteTable } from './reading.table.ts';

/** Notes of one reader on one version. */
export async function addNotes(
  { tx, actor, now }: Work,
  person: string,
  notes: readonly (ReaderNote & { readonly id: string })[],
): Promise<void> {
  const table = readerNoteTable;
  const [first] = notes;
  if (!first) return;
  const [before] = await tx
    .select({ last: max(table.nth) })
    .from(table)
    .where(
      and(
        eq(table.orgId, actor.orgId),
        eq(table.person, person),
        eq(table.kind, first.kind),
        eq(table.document, first.document),
        eq(table.version, first.version),
      ),
    );
  await insertMany(
    tx,
    readerNoteTable,
    notes.map((note, at) => ({
      orgId: actor.orgId,
      person,
      on: now.slice(0, 10),
      saidAt: new Date(now),
      nth: (before?.last ?? 0) + at + 1,
      ...note,
      words: note.words ?? null,
    })),
  );
}

/** What one person said of the parts of one version, oldest first. */
export async function notesOf(
  { tx, actor }: Work,
  person: string,
  kind: DocumentKind,
  document: string,
  version: string,
): Promise<Pick<ReaderNote, 'part' | 'about' | 'said'>[]> {
  const table = readerNoteTable;
  return tx
    .select({ part: table.part, about: table.about, said: table.said })
    .from(table)
    .where(
      and(
        eq(table.orgId, actor.orgId),
        eq(table.person, person),
        eq(table.kind, kind),
        eq(table.document, document),
        eq(table.version, version),
      ),
    )
    .orderBy(asc(table.nth), asc(table.id));
}

/** What readers said, part by part, of one document or of all of a kind. */
export async function countNotes(
  { tx, actor }: Work,
  kind: DocumentKind,
  document: string | undefined,
): Promise<ReaderCounts[]> {
  const one = document === undefined ? sql`true` : sql`document_id = ${document}`;
  // A reader's last word on a part stands; a wrong answer was given, whatever came after.
  const found = await tx.execute(sql`
    with last as (
      select distinct on (document_id, version, part_id, about, person_id) document_id, version, part_id, about, said
      from reader_note where org_id = ${actor.orgId} and kind = ${kind} and about <> 'check' and ${one}
      order by document_id, version, part_id, about, person_id, nth desc, id desc
    ), every as (
      select document_id, version, part_id, said from last
      union all
      select document_id, version, part_id, said from reader_note
      where org_id = ${actor.orgId} and kind = ${kind} and about = 'check' and ${one}
    )
    select document_id as document, version, part_id as part,
      count(*) filter (where said = 'not-understood')::int as "notUnderstood", count(*) filter (where said = 'disagree')::int as disagree,
      count(*) filter (where said = 'yes')::int as "factorYes", count(*) filter (where said = 'no')::int as "factorNo",
      count(*) filter (where said = 'partly')::int as "factorPartly",
      count(*) filter (where said = 'wrong')::int as "checkWrong", count(*) filter (where said = 'right')::int as "checkRight"
    from every group by document_id, version, part_id order by document_id, version, part_id`);
  return (found as unknown as { readonly rows: ReaderCounts[] }).rows;
}

/** Words that readers left at parts of one version, newest first. */
export async function wordsOfReaders(
  { tx, actor }: Work,
  kind: DocumentKind,
  document: string,
  version: string,
  most: number,
): Promise<ReaderWords[]> {
  const table = readerNoteTable;
  const rows = await tx
    .select({ part: table.part, said: table.said, words: table.words, on: table.on })
    .from(table)
    .where(
      and(
        eq(table.orgId, actor.orgId),
        eq(table.kind, kind),
        eq(table.document, document),
        eq(table.version, version),
        isNotNull(table.words),
      ),
    )
    .orderBy(desc(table.saidAt), desc(table.nth), desc(table.id))
    .limit(most);
  return rows.map(({ part, said, words, on }) => ({
    part,
    said: said as ReaderWords['said'],
    words: words ?? '',
    on,
  }));
}
