// Everything that seals vouch for, as one form of row: kind, key, a stamp that tells whether it is still the same row, the moment it
// was written, and its cells. What changes by itself (a letter's number, given later) stays out of the cells.
import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';
import { entryKinds } from '../../record/entries/entry.core.ts';
import { recordCells } from './record-cells.core.ts';

/** Kinds beside those of the record: what was marked, and how documents came to be. */
const kindsBesideRecord = [
  'marks',
  'document-texts',
  'document-says',
  'document-reviews',
  'clause-reasons',
  'clause-links',
  'reader-notes',
  'letters',
  'letter-citations',
  'letter-events',
] as const;

export const contentKinds = [...entryKinds, ...kindsBesideRecord] as const;
export type ContentKind = (typeof contentKinds)[number];

export interface ContentRow {
  readonly key: string;
  readonly stamp: string;
  /** When it was written, to the millisecond; null where only a day is kept. */
  readonly moment: string | null;
  readonly cells: unknown;
}

// Letters are sealed from the day after: the hour of a seal would tell when somebody wrote who shielded their name.
const today = sql.raw(
  `(coalesce(nullif(current_setting('customary.now', true), '')::timestamptz, now()) at time zone 'UTC')::date`,
);

/** Beside the record. Without a moment: what an erasing may change later, or is told of on another day. */
const added: Readonly<Record<Exclude<(typeof kindsBesideRecord)[number], 'marks'>, SQL>> = {
  'document-texts': sql`select t.org_id, t.kind || '~' || t.id || '~' || t.version as key, t.published_at as at,
    to_jsonb(t) - 'org_id' as cells, t.ctid as place from document_text t`,
  'document-says': sql`select t.org_id, t.draft_id || '~' || t.nth as key, t.said_at as at,
    to_jsonb(t) - 'org_id' || jsonb_build_object('kind', d.kind, 'document_id', d.document_id) as cells, t.ctid as place
    from document_say t join document_draft d on d.org_id = t.org_id and d.id = t.draft_id`,
  'document-reviews': sql`select t.org_id, t.kind || '~' || t.id || '~' || t.version || '~' || t.nth as key, t.reviewed_at as at,
    to_jsonb(t) - 'org_id' as cells, t.ctid as place from document_review t`,
  'clause-reasons': sql`select t.org_id, t.id as key, null::timestamptz as at, to_jsonb(t) - 'org_id' as cells, t.ctid as place from clause_reason t`,
  'clause-links': sql`select t.org_id, t.id as key, null::timestamptz as at, to_jsonb(t) - 'org_id' as cells, t.ctid as place from clause_link t`,
  'reader-notes': sql`select t.org_id, t.id as key, null::timestamptz as at, to_jsonb(t) - 'org_id' as cells, t.ctid as place from reader_note t`,
  letters: sql`select t.org_id, t.id as key, null::timestamptz as at,
    to_jsonb(t) - 'org_id' - 'number' - 'writer_person' - 'claim_digest' as cells, t.id as place from letter t
    where t.number is not null and t.sent_on < ${today}`,
  'letter-citations': sql`select t.org_id, t.letter_id || '~' || t.mark_id as key, null::timestamptz as at,
    to_jsonb(t) - 'org_id' as cells, t.letter_id || '~' || t.mark_id as place from letter_citation t join letter l on l.org_id = t.org_id and l.id = t.letter_id
    where l.number is not null and l.sent_on < ${today}`,
  'letter-events': sql`select t.org_id, t.letter_id || '~' || t.seq as key, null::timestamptz as at,
    to_jsonb(t) - 'org_id' - 'told' as cells, t.letter_id || '~' || t.seq as place from letter_event t where t.told and t.on_day < ${today}`,
};

/** What was marked of one version of a contact, without facts that others may tell of it later; the stamp names the import too, which may be taken out again. */
const marks = sql`select m.org_id, m.contact_id || '~' || m.contact_version as key,
  record_moment(m.marked_at) || '~' || c.import_id as stamp, m.marked_at as at,
  json_build_object('contact', m.contact_id, 'kinds', m.kinds, 'marked_at', record_moment(m.marked_at), 'set', m.pack_set, 'version', m.contact_version,
    'marks', coalesce((select json_agg(k) from (select confidence, evidence, id, marker, searched, standard, standard_version, verdict, why from mark
      where org_id = m.org_id and contact_id = m.contact_id and contact_version = m.contact_version order by id collate "C") as k), '[]')) as cells, m.ctid as place
  from marking m join contact c on c.org_id = m.org_id and c.id = m.contact_id and c.version = m.contact_version`;

// Nobody is told where rows of letters lie: their order would tell who wrote first (0131). They are found by their keys.
export const foundByKey: ReadonlySet<string> = new Set(['letters', 'letter-citations', 'letter-events']);

/** The type of a kind's places. */
export const placeType = (kind: ContentKind): SQL => sql.raw(foundByKey.has(kind) ? 'text' : 'tid');

/** The rows of a kind: org_id, key, stamp, moment, cells, and the place where each lies until somebody writes. Those of the record come as their tables hold them. */
export function sourceOf(kind: ContentKind): SQL {
  if (kind === 'marks')
    return sql`(select org_id, key, stamp, record_moment(at) as moment, cells, place from (${marks}) as one) as c`;
  if (kind in added)
    return sql`(select org_id, key, case when at is null then md5(cells::text) else '' end as stamp, record_moment(at) as moment, cells, place from (${added[kind as keyof typeof added]}) as one) as c`;
  return sql`(select org_id, key, digest || '~' || record_moment(recorded_at) as stamp, record_moment(recorded_at) as moment,
    whole as cells, place from record_entry where kind = ${kind}) as c`;
}

const ofRecord: ReadonlySet<string> = new Set(entryKinds);

/** Rows as they were found, with what is sealed of each. */
export function contentsIn(kind: ContentKind, found: unknown): ContentRow[] {
  const rows = rowsIn<ContentRow>(found);
  if (!ofRecord.has(kind)) return rows;
  return rows.map((row) => ({
    ...row,
    cells: { says: recordCells(row.cells as Record<string, unknown>), recorded_at: row.moment },
  }));
}

/** Times in cells are written in one zone, wherever the database stands. */
export async function inOneZone(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true)`);
}

/** Rows of a kind by their keys. */
export async function contentsByKey(
  tx: Tx,
  orgId: string,
  kind: ContentKind,
  keys: readonly string[],
): Promise<ContentRow[]> {
  if (keys.length === 0) return [];
  const found = await tx.execute(
    sql`select key, stamp, moment, cells from ${sourceOf(kind)} where org_id = ${orgId} and key = any(${sql.param([...keys])}::text[]) order by key collate "C"`,
  );
  return contentsIn(kind, found);
}

/** All rows of a kind, a batch at a time, from one moment. */
export async function* everyContent(tx: Tx, orgId: string, kind: ContentKind): AsyncGenerator<readonly ContentRow[]> {
  const size = 2000;
  await tx.execute(
    sql`declare contents_read no scroll cursor for select key, stamp, moment, cells from ${sourceOf(kind)} where org_id = ${orgId}`,
  );
  for (;;) {
    const rows = contentsIn(kind, await tx.execute(sql.raw(`fetch ${size} from contents_read`)));
    yield rows;
    if (rows.length < size) break;
  }
  await tx.execute(sql`close contents_read`);
}

export function rowsIn<T>(found: unknown): T[] {
  return (found as { readonly rows: T[] }).rows;
}
