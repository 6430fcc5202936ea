// Finds the rows that belong into a judge's file.
import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';
import type { BundleAsked } from '../bundle.core.ts';
import { rowsIn } from '../seal/content-sources.store.ts';

const list = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`;
const keysIn = (found: unknown): string[] => rowsIn<{ key: string }>(found).map((row) => row.key);

/** People with a post at a site in the period; undefined where no site was asked for. */
export async function peopleAt(tx: Tx, orgId: string, { site, from, to }: BundleAsked): Promise<string[] | undefined> {
  if (site === undefined) return undefined;
  const found = await tx.execute(
    sql`select distinct person_id as key from post where org_id = ${orgId} and site_id = ${site}
      and from_day <= ${to}::date and (to_day is null or to_day > ${from}::date)`,
  );
  return keysIn(found);
}

/** Posts that touch the period, of the site and the person asked for. */
export async function postKeys(tx: Tx, orgId: string, { site, person, from, to }: BundleAsked): Promise<string[]> {
  if (site === undefined && person === undefined) return [];
  const found = await tx.execute(
    sql`select key from record_entry where org_id = ${orgId} and kind = 'posts' and from_day <= ${to}::date
      and (to_day is null or to_day > ${from}::date) and (${site ?? null}::text is null or site_id = ${site ?? null})
      and (${person ?? null}::text is null or person_id = ${person ?? null}) order by key`,
  );
  return keysIn(found);
}

/** Acknowledgements of some documents (`policy/ID`) until a day, of some people or all. */
export async function acknowledgementKeys(
  tx: Tx,
  orgId: string,
  documents: readonly string[],
  { to }: BundleAsked,
  people: readonly string[] | undefined,
): Promise<string[]> {
  const found = await tx.execute(
    sql`select person_id || '~' || kind || '~' || document_id || '~' || on_day || '~' || version as key from acknowledgement
      where org_id = ${orgId} and on_day <= ${to}::date and kind || '/' || document_id = any(${list(documents)})
      ${people === undefined ? sql`` : sql`and person_id = any(${list(people)})`} order by on_day, 1`,
  );
  return keysIn(found);
}

/** What readers said of some documents until a day. */
export async function readerNoteKeys(
  tx: Tx,
  orgId: string,
  documents: readonly string[],
  { to }: BundleAsked,
  people: readonly string[] | undefined,
): Promise<string[]> {
  const found = await tx.execute(
    sql`select id as key from reader_note where org_id = ${orgId} and on_day <= ${to}::date
      and kind || '/' || document_id = any(${list(documents)})
      ${people === undefined ? sql`` : sql`and person_id = any(${list(people)})`} order by on_day, id`,
  );
  return keysIn(found);
}

/** Certificates that stood in the period, for some procedures or standards, of some people or all; null: for any. */
export async function certificateKeys(
  tx: Tx,
  orgId: string,
  { from, to }: BundleAsked,
  people: readonly string[] | undefined,
  about: { readonly procedures: readonly string[]; readonly standards: readonly string[] } | null,
): Promise<string[]> {
  const found = await tx.execute(
    sql`select id as key from certificate where org_id = ${orgId} and on_day <= ${to}::date
      and (expires is null or expires >= ${from}::date)
      ${about === null ? sql`` : sql`and (procedure_id = any(${list(about.procedures)}) or standards && ${list(about.standards)})`}
      ${people === undefined ? sql`` : sql`and person_id = any(${list(people)})`} order by on_day, id`,
  );
  return keysIn(found);
}

/** Versions of contacts that were marked and began in the period; at most `most`, the earliest first. */
export async function markedKeys(
  tx: Tx,
  orgId: string,
  { from, to, site, person }: BundleAsked,
  standards: readonly string[] | null,
  most: number,
): Promise<string[]> {
  const day = sql`coalesce(left(c.started_local, 10), to_char(c.started_at at time zone 'UTC', 'YYYY-MM-DD'))`;
  const found = await tx.execute(
    sql`select c.id || '~' || c.version as key from contact c join marking m on m.org_id = c.org_id and m.contact_id = c.id and m.contact_version = c.version
      where c.org_id = ${orgId} and c.latest and ${day} between ${from} and ${to}
      ${site === undefined ? sql`` : sql`and c.site_id = ${site}`} ${person === undefined ? sql`` : sql`and c.person_id = ${person}`}
      ${standards === null ? sql`` : sql`and exists (select from mark k where k.org_id = c.org_id and k.contact_id = c.id and k.contact_version = c.version and k.standard = any(${list(standards)}))`}
      order by ${day}, c.id limit ${most}`,
  );
  return keysIn(found);
}

/** How some documents came to be: kinds and keys of what was published, said, looked at again and given as reasons. */
export async function originKeys(
  tx: Tx,
  orgId: string,
  documents: readonly string[],
  { to }: BundleAsked,
  withLetters: boolean,
): Promise<{ kind: string; key: string }[]> {
  const until = sql`${`${to}T23:59:59.999Z`}::timestamptz`;
  const own = list(documents);
  const found = await tx.execute(
    sql`select * from (
      select 'document-texts' as kind, kind || '~' || id || '~' || version as key, published_at as at from document_text
        where org_id = ${orgId} and kind || '/' || id = any(${own}) and published_at <= ${until}
      union all select 'document-says', s.draft_id || '~' || s.nth, s.said_at from document_say s
        join document_draft d on d.org_id = s.org_id and d.id = s.draft_id
        where s.org_id = ${orgId} and d.kind || '/' || d.document_id = any(${own}) and s.said_at <= ${until}
      union all select 'document-reviews', kind || '~' || id || '~' || version || '~' || nth, reviewed_at from document_review
        where org_id = ${orgId} and kind || '/' || id = any(${own}) and reviewed_at <= ${until}
      union all select 'clause-reasons', id, said_at from clause_reason
        where org_id = ${orgId} and 'policy/' || policy_id = any(${own}) and said_at <= ${until}
      union all select 'clause-links', id, said_at from clause_link
        where org_id = ${orgId} and 'policy/' || policy_id = any(${own}) and said_at <= ${until}
      ${
        withLetters
          ? sql`union all select 'letters', id, sent_on::timestamptz from letter
              where org_id = ${orgId} and about_kind || '/' || about_document = any(${own}) and number is not null and sent_on <= ${to}::date
            union all select 'letter-citations', c.letter_id || '~' || c.mark_id, l.sent_on::timestamptz from letter_citation c
              join letter l on l.org_id = c.org_id and l.id = c.letter_id
              where c.org_id = ${orgId} and l.about_kind || '/' || l.about_document = any(${own}) and l.number is not null and l.sent_on <= ${to}::date
            union all select 'letter-events', e.letter_id || '~' || e.seq, e.on_day::timestamptz from letter_event e
              join letter l on l.org_id = e.org_id and l.id = e.letter_id
              where e.org_id = ${orgId} and l.about_kind || '/' || l.about_document = any(${own}) and e.told and e.on_day <= ${to}::date`
          : sql``
      }) as found order by at, kind, key`,
  );
  return rowsIn<{ kind: string; key: string }>(found).map(({ kind, key }) => ({ kind, key }));
}

/** Old states of some rows. */
export async function oldRows(
  tx: Tx,
  orgId: string,
  kind: string,
  keys: readonly string[],
): Promise<{ key: string; cells: unknown }[]> {
  if (keys.length === 0) return [];
  const found = await tx.execute(
    sql`select key, jsonb_build_object('says', cells, 'recorded_at', record_moment(recorded_at)) as cells from replaced_row
      where org_id = ${orgId} and kind = ${kind} and key = any(${list(keys)}) order by key, recorded_at, replaced_at`,
  );
  return rowsIn<{ key: string; cells: unknown }>(found);
}
