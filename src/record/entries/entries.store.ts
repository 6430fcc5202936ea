// Rows of the whole record through the view record_entry, a page at a time, and old rows of one. The database shows each what
// they may see (migrations/0122_record-entries.sql).
import { sql, type SQL } from 'drizzle-orm';
import type { Day } from '../../kernel/moment.ts';
import { present } from '../../kernel/present.ts';
import type { Tx, Work } from '../../platform/db/work.ts';
import { noDay, type Cells, type EntryKind, type Part, type RecordEntry } from './entry.core.ts';

export interface EntriesAsked {
  readonly kinds: readonly EntryKind[];
  readonly site?: string;
  readonly person?: string;
  /** In lower case; all of them must stand in what the row says, or in its person's name. */
  readonly words: readonly string[];
  /** Only what held, or had been done, by that day. */
  readonly day?: Day;
}

/** A place in the order: the latest first day first, then by kind and key. What has no day of its own comes last. */
export interface EntryAt {
  readonly from: string;
  readonly kind: string;
  readonly key: string;
}

interface Row {
  readonly kind: EntryKind;
  readonly key: string;
  readonly cells: Cells & { readonly parts?: readonly (Part & StoredStep)[] };
  readonly person_id: string | null;
  readonly site_id: string | null;
  readonly sites: readonly string[];
  readonly from_day: string | null;
  readonly to_day: string | null;
  readonly origin_file: string;
  readonly origin_row: number | null;
  readonly digest: string;
  readonly recorded_at: string;
}

const columns = sql`kind, key, cells, person_id, site_id, sites, from_day::text as from_day, to_day::text as to_day,
  origin_file, origin_row, digest, record_moment(recorded_at) as recorded_at`;

/** `most` at most, after a place. */
export async function entriesAfter(
  { tx, actor }: Work,
  asked: EntriesAsked,
  after: EntryAt | null,
  most: number,
): Promise<RecordEntry[]> {
  if (asked.kinds.length === 0) return [];
  // As acknowledgement_newest has it (0130): written out, or its order isn't seen to be this one.
  const from = sql`coalesce(from_day, ${sql.raw(`'${noDay}'::date`)})`;
  const where: SQL[] = [sql`org_id = ${actor.orgId}`, sql`kind in (${listed(asked.kinds)})`];
  const { site, person, day } = asked;
  if (person !== undefined) where.push(sql`person_id = ${person}`);
  if (site !== undefined)
    where.push(sql`(site_id = ${site} or ${site} = any(sites) or (site_id is null and person_id in
      (select p.person_id from post p where p.org_id = ${actor.orgId} and p.site_id = ${site})))`);
  if (day !== undefined)
    where.push(sql`(from_day is null or from_day <= ${day}::date) and (to_day is null or to_day > ${day}::date)`);
  for (const word of asked.words)
    where.push(sql`(position(${word} in words) > 0 or person_id in
      (select p.id from person p where p.org_id = ${actor.orgId} and position(${word} in lower(p.name)) > 0))`);
  if (after !== null)
    where.push(sql`(${from} < ${after.from}::date or (${from} = ${after.from}::date
      and (kind, key) > (${after.kind}, ${after.key})))`);
  // Which rows first, then these whole, from where they lie: a row's cells are not made for those that no page shows.
  const page = rowsIn(
    await tx.execute(
      sql`select kind, key, place::text as place from record_entry where ${sql.join(where, sql` and `)}
        order by ${from} desc, kind, key limit ${most}`,
    ),
  ) as readonly Placed[];
  if (page.length === 0) return [];
  const found = new Map((await wholeAt(tx, actor.orgId, page, 'place')).map((row) => [nameOf(row), row]));
  // What somebody changed in between lies elsewhere.
  const moved = page.filter((row) => !found.has(nameOf(row)));
  for (const row of await wholeAt(tx, actor.orgId, moved, 'key')) found.set(nameOf(row), row);
  return page.flatMap((row) => found.get(nameOf(row)) ?? []).map(toEntry);
}

type Placed = Row & { readonly place: string };
const nameOf = ({ kind, key }: Row): string => `${kind} ${key}`;

async function wholeAt(tx: Tx, orgId: string, rows: readonly Placed[], by: 'place' | 'key'): Promise<readonly Row[]> {
  if (rows.length === 0) return [];
  const at = (own: readonly Placed[]): SQL =>
    sql`${sql.param(own.map((one) => one[by]))}::${sql.raw(by === 'place' ? 'tid' : 'text')}[]`;
  const each = [...Map.groupBy(rows, (one) => one.kind)].map(
    ([kind, own]) => sql`(kind = ${kind} and ${sql.raw(by)} = any(${at(own)}))`,
  );
  return rowsIn(
    await tx.execute(
      sql`select ${columns} from record_entry where org_id = ${orgId} and (${sql.join(each, sql` or `)})`,
    ),
  );
}

/** One row, or null where there is none or it is not theirs to see. */
export async function entryAt({ tx, actor }: Work, kind: EntryKind, key: string): Promise<RecordEntry | null> {
  const found = await tx.execute(
    sql`select ${columns} from record_entry where org_id = ${actor.orgId} and kind = ${kind} and key = ${key}`,
  );
  const [row] = rowsIn(found);
  return row ? toEntry(row) : null;
}

/** Every version of a document, the newest first. */
export async function versionsAt({ tx, actor }: Work, kind: EntryKind, id: string): Promise<RecordEntry[]> {
  const found = await tx.execute(
    sql`select ${columns} from record_entry where org_id = ${actor.orgId} and kind = ${kind} and cells ->> 'id' = ${id}
      order by from_day desc`,
  );
  return rowsIn(found).map(toEntry);
}

/** What stood before: from when to when it was on record, and where it was written. */
export interface OldRow {
  readonly cells: Cells;
  readonly parts: readonly Part[];
  readonly origin: RecordEntry['origin'];
  readonly recordedAt: string;
  readonly replacedAt: string;
}

/** Old states of one row, the newest first. */
export async function oldRowsOf({ tx, actor }: Work, kind: EntryKind, key: string): Promise<OldRow[]> {
  const found = await tx.execute(
    sql`select kind, key, cells, origin_file, origin_row, record_moment(recorded_at) as recorded_at,
        record_moment(replaced_at) as replaced_at
      from replaced_row where org_id = ${actor.orgId} and kind = ${kind} and key = ${key}
      order by replaced_row.replaced_at desc, replaced_row.recorded_at desc`,
  );
  return (rowsIn(found) as unknown as (Row & { replaced_at: string })[]).map((row) => ({
    ...cellsIn(row.cells),
    origin: originOf(row),
    recordedAt: row.recorded_at,
    replacedAt: row.replaced_at,
  }));
}

function toEntry(row: Row): RecordEntry {
  return {
    kind: row.kind,
    key: row.key,
    ...cellsIn(row.cells),
    person: row.person_id,
    site: row.site_id,
    sites: row.sites,
    from: row.from_day,
    to: row.to_day,
    origin: originOf(row),
    digest: row.digest,
    recordedAt: row.recorded_at,
  };
}

/** A row's cells as the view gives them, with its clauses or steps apart. */
export function cellsIn({ parts = [], ...cells }: Row['cells']): { cells: Cells; parts: readonly Part[] } {
  return { cells, parts: parts.map(partIn) };
}

/** What a step says, as record_document() of the database names it. */
type StoredStep = Readonly<Partial<Record<'actor' | 'say' | 'limit' | 'goes_wrong', string>>>;

function partIn({ actor, say, limit, goes_wrong: goesWrong, ...part }: Part & StoredStep): Part {
  const step = present({ actor, say, limit, goesWrong });
  return Object.keys(step).length === 0 ? part : { ...part, step };
}

function originOf(row: Pick<Row, 'origin_file' | 'origin_row'>): RecordEntry['origin'] {
  return { file: row.origin_file, ...(row.origin_row === null ? {} : { row: row.origin_row }) };
}

function listed(values: readonly string[]): SQL {
  return sql.join(
    values.map((one) => sql`${one}`),
    sql`, `,
  );
}

function rowsIn(found: unknown): readonly Row[] {
  return (found as { readonly rows: readonly Row[] }).rows;
}
