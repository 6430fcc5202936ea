// Makes the rows that contacts are found by: which are missing or no longer true, and a batch of them in one statement
// that never leaves the database.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';

// Whatever a row is made from; kept as a digest, since it names people.
const madeOf = sql`md5(concat_ws('|', c.version, c.marked_with, c.site_id, c.person_id, c.rep_hash, c.outcome, c.channel,
  c.started_local, extract(epoch from c.started_at)))`;

/** Contacts in one batch from which on their words wait in the index's own list, to be sorted in many at a time. */
const manyContacts = 500;

/** Until the transaction ends nobody else makes rows of this organisation: two at the same row would meet in its key. */
export async function indexAlone(tx: Tx, orgId: string, batch: number): Promise<void> {
  const alone = sql`pg_advisory_xact_lock(hashtextextended(${`contact_search ${orgId}`}, 0))`;
  const inMany = sql`set_config('gin_pending_list_limit', '64MB', true), set_config('work_mem', '128MB', true)`;
  await tx.execute(batch < manyContacts ? sql`select ${alone}` : sql`select ${alone}, ${inMany}`);
}

/** Sorts in the words that wait: until then every search reads them all. */
export async function settleSearch(tx: Tx): Promise<void> {
  await tx.execute(sql`select contact_search_settle()`);
}

/**
 * Ids of contacts after an id whose row is missing or outdated, in order of id. They stay where they are until the transaction ends;
 * those that somebody is taking out just now are passed over, since whoever takes them out waits for their rows and would be waited for.
 */
export async function outdatedAfter(tx: Tx, orgId: string, after: string, limit: number): Promise<string[]> {
  const found = await tx.execute(sql`
    select c.id from contact c left join contact_search s on s.org_id = c.org_id and s.contact_id = c.id
    where c.org_id = ${orgId} and c.latest and c.id > ${after} and s.made_of is distinct from ${madeOf}
    order by c.id limit ${limit} for key share of c skip locked`);
  return (found as unknown as { rows: { id: string }[] }).rows.map((row) => row.id);
}

/** Makes the rows of these contacts anew. */
export async function writeSearchRows(tx: Tx, orgId: string, ids: readonly string[]): Promise<void> {
  const some = sql`(select value from json_array_elements_text(${JSON.stringify(ids)}::json))`;
  await tx.execute(sql`delete from contact_search where org_id = ${orgId} and contact_id in ${some}`);
  await tx.execute(sql`
    insert into contact_search
      (org_id, contact_id, contact_version, at, words, tags, met, failed, unsure, atrocities, made_of)
    select c.org_id, c.id, c.version,
      coalesce(c.started_local::timestamp at time zone 'UTC',
        c.started_at at time zone coalesce(site.time_zone, 'UTC') at time zone 'UTC', '0001-01-01T00:00:00Z'),
      to_tsvector('simple', coalesce(said.words, '')),
      array_remove(array[
        'o:' || c.org_id, 'c:' || c.channel, 's:' || c.site_id, 'u:' || c.outcome,
        'p:' || coalesce(c.person_id, 'rep-' || left(c.rep_hash, 8)), 'k:' || (told.kinds ->> 0),
        case when marks.met > 0 then 'met' end, case when marks.failed > 0 then 'failed' end,
        case when marks.unsure > 0 then 'unsure' end], null) || coalesce(marks.tags, '{}'),
      coalesce(marks.met, 0), coalesce(marks.failed, 0), coalesce(marks.unsure, 0), coalesce(marks.atrocities, 0), ${madeOf}
    from contact c
    left join site on site.org_id = c.org_id and site.id = c.site_id
    left join marking told on told.org_id = c.org_id and told.contact_id = c.id and told.contact_version = c.version
    left join lateral (
      select string_agg(turn.part ->> 'text', ' ' order by turn.nth) as words from (
        select value as part, ordinality as nth from jsonb_array_elements(c.turns) with ordinality
        union all
        select jsonb_build_object('text', value ->> 'answer'), 100000 + ordinality
        from jsonb_array_elements(c.answers) with ordinality) turn) said on true
    left join lateral (
      select (count(*) filter (where m.verdict = 'met'))::int as met,
        (count(*) filter (where m.verdict = 'failed'))::int as failed,
        (count(*) filter (where m.verdict = 'unsure'))::int as unsure,
        (count(*) filter (where m.verdict = 'failed' and m.standard like 'atrocity.%'))::int as atrocities,
        array_agg(distinct m.verdict || ':' || m.standard) filter (where m.verdict <> 'not-applicable') as tags
      from mark m
      where m.org_id = c.org_id and m.contact_id = c.id and m.contact_version = c.version
        and m.standard_version in (
          select used.value from pack_set p, jsonb_each_text(p.standards) used where p.org_id = c.org_id and p.current)
    ) marks on true
    where c.org_id = ${orgId} and c.latest and c.id in ${some}`);
}
