// The register of documents as of a day: one row a document, by its title, a page at a time, decided in the database; and for the
// rows of a page, who it is for and how many of them acknowledged it.
import { sql, type SQL } from 'drizzle-orm';
import type { DocumentKind } from '../../documents/document.core.ts';
import type { Day } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import type { RegisterState } from './register-states.core.ts';

export interface RegisterAsked {
  readonly day: Day;
  readonly kind?: DocumentKind | undefined;
  readonly state?: RegisterState | undefined;
  /** In small letters; all of them must stand in the title or the id. */
  readonly words: readonly string[];
  /** Only what is due for review within the reminder's days, or was. */
  readonly due?: boolean | undefined;
  /** Only drafts of which approval is asked for. */
  readonly asked?: boolean | undefined;
}

export interface RegisterRow {
  readonly kind: DocumentKind;
  readonly id: string;
  /** null: it has no version yet. */
  readonly version: string | null;
  readonly title: string;
  readonly owner: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly due: Day | null;
  readonly state: RegisterState;
  readonly class: string | null;
  /** The draft that is open now, where it was begun by that day, and whether approval of it is asked for. */
  readonly draft: string | null;
  readonly asked: boolean;
}

export interface RegisterAt {
  readonly title: string;
  readonly kind: string;
  readonly id: string;
}

/** `most` at most after a place, in the order of titles. @param reminder how many days before its day a review is told */
export async function registerRows(
  { tx, actor }: Work,
  { day, kind, state, words, due, asked }: RegisterAsked,
  after: RegisterAt | null,
  most: number,
  reminder: number,
): Promise<RegisterRow[]> {
  const org = actor.orgId;
  const ofKind = (column: SQL): SQL => (kind === undefined ? sql`true` : sql`${column} = ${kind}`);
  const where: SQL[] = [sql`true`];
  if (asked === true) where.push(sql`asked`);
  if (state !== undefined) where.push(sql`state = ${state}`);
  if (due === true)
    where.push(sql`state in ('in-force', 'suspended') and due_day <= ${day}::date + ${reminder}::integer`);
  for (const word of words)
    where.push(sql`(position(${word} in lower(title)) > 0 or position(${word} in lower(id)) > 0)`);
  if (after !== null)
    where.push(sql`(lower(title) collate "C", kind, id) > (${after.title} collate "C", ${after.kind}, ${after.id})`);
  // On a past day nobody had begun what was begun since.
  const begun = sql`(d.begun_at at time zone 'UTC')::date <= ${day}::date`;
  const found = await tx.execute(sql`
    with shown as (
      select distinct on (v.kind, v.id) v.kind, v.id, v.version, v.title, v.owner, v.from_day, v.to_day, v.review_due
      from document_version v where v.org_id = ${org} and ${ofKind(sql`v.kind`)}
      order by v.kind, v.id,
        case when v.from_day <= ${day}::date and (v.to_day is null or v.to_day > ${day}::date) then 0 when v.to_day = v.from_day then 3 when v.from_day > ${day}::date then 1 else 2 end,
        abs(v.from_day - ${day}::date)
    ), looked as (
      select s.*, p.class, coalesce(r.next_due, s.review_due) as due_day,
        (p.legal_basis is null and (t.version is not null or coalesce(one.sunset_all, every_one.sunset_all, false))) as lapses
      from shown s
      left join policy_version p on p.org_id = ${org} and s.kind = 'policy' and p.id = s.id and p.version = s.version
      left join document_text t on t.org_id = ${org} and t.kind = s.kind and t.id = s.id and t.version = s.version
      left join document_rule one on one.org_id = ${org} and one.kind = s.kind and one.scope = 'document:' || s.id
      left join document_rule every_one on every_one.org_id = ${org} and every_one.kind = s.kind and every_one.scope = '*'
      left join lateral (select w.next_due from document_review w where w.org_id = ${org} and w.kind = s.kind and w.id = s.id
        and w.version = s.version and w.on_day <= ${day}::date order by w.nth desc limit 1) r on true
    ), listed as (
      select l.kind, l.id, l.version, l.title, l.owner, l.from_day, l.to_day, l.due_day, l.class,
        case when l.from_day > ${day}::date then 'to-come' when l.to_day <= ${day}::date then 'ended'
          when l.lapses and l.due_day < ${day}::date then 'suspended' else 'in-force' end as state,
        d.id as draft, coalesce(d.asked_revision = d.revision, false) as asked
      from looked l
      left join document_draft d on d.org_id = ${org} and d.kind = l.kind and d.document_id = l.id and d.ended is null and ${begun}
      union all
      select d.kind, d.document_id, null, d.content ->> 'title', nullif(d.content ->> 'owner', ''), null, null, null,
        d.content -> 'fields' ->> 'class', 'draft', d.id, coalesce(d.asked_revision = d.revision, false)
      from document_draft d where d.org_id = ${org} and ${ofKind(sql`d.kind`)} and d.ended is null and ${begun}
        and not exists (select from document_version v where v.org_id = ${org} and v.kind = d.kind and v.id = d.document_id)
    )
    select kind, id, version, title, owner, from_day::text as from, to_day::text as to, due_day::text as due, state, class, draft, asked
    from listed where ${sql.join(where, sql` and `)}
    order by lower(title) collate "C", kind, id limit ${most}`);
  return (found as unknown as { readonly rows: readonly RegisterRow[] }).rows.map((row) => ({ ...row }));
}

export interface ReadCounts {
  readonly readers: number;
  readonly waiting: number;
}

/**
 * By `kind/id`: how many serve today where a document is for, and how many of them have not acknowledged it since its last
 * material change.
 */
export async function readCounts(
  { tx, actor }: Work,
  day: Day,
  rows: readonly { readonly kind: string; readonly id: string; readonly version: string }[],
): Promise<Map<string, ReadCounts>> {
  if (rows.length === 0) return new Map();
  const org = actor.orgId;
  const asked = sql.join(
    rows.map((row) => sql`(${row.kind}, ${row.id}, ${row.version})`),
    sql`, `,
  );
  const found = await tx.execute(sql`
    with serving as materialized (
      select person_id, role, site_id from post
      where org_id = ${org} and from_day <= ${day}::date and (to_day is null or to_day > ${day}::date)
    ), asked (kind, id, version) as (values ${asked}), wanted as (
      select a.kind, a.id, v.roles, v.sites, array(select s.version from document_text s where s.org_id = ${org} and s.kind = a.kind and s.id = a.id
          and s.material_since = coalesce(t.material_since, a.version)) || a.version || coalesce(t.material_since, a.version) as versions
      from asked a join document_version v on v.org_id = ${org} and v.kind = a.kind and v.id = a.id and v.version = a.version
      left join document_text t on t.org_id = ${org} and t.kind = a.kind and t.id = a.id and t.version = a.version
    )
    select w.kind, w.id, count(p.person_id)::integer as readers,
      count(p.person_id) filter (where not exists (select from acknowledgement k where k.org_id = ${org} and k.kind = w.kind
        and k.document_id = w.id and k.version = any(w.versions) and k.person_id = p.person_id))::integer as waiting
    from wanted w left join lateral (select distinct s.person_id from serving s
      where (w.roles = '{}' or s.role = any(w.roles)) and (w.sites = '{}' or s.site_id = any(w.sites))) p on true
    group by w.kind, w.id`);
  const counted = (
    found as unknown as { readonly rows: readonly { kind: string; id: string; readers: number; waiting: number }[] }
  ).rows;
  return new Map(counted.map(({ kind, id, readers, waiting }) => [`${kind}/${id}`, { readers, waiting }]));
}
