// What the record knows, given to contacts: its ids for reps and sites that came with a name, its zones for times: one statement each, whatever the number.
import { sql } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import { contactTable } from './contact.table.ts';

/**
 * Give every contact whose rep is known only by digest the person's id, where the record now has that person. Of a digest
 * given twice the last counts.
 */
export async function resolveReps(
  tx: Tx,
  orgId: string,
  people: readonly { repHash: string; person: string }[],
): Promise<void> {
  const pairs = pairsOf(people.map((one) => [one.repHash, one.person]));
  await tx.execute(sql`
    update ${contactTable} as c set person_id = known.new
    from json_to_recordset(${pairs}::json) as known (old text, new text)
    where c.org_id = ${orgId} and c.rep_hash = known.old and c.person_id is distinct from known.new`);
}

/** Rename sites as sources call them, in whatever letter case, to the record's ids. Of a name given twice the last counts. */
export async function resolveSites(
  tx: Tx,
  orgId: string,
  sites: readonly { stated: string; site: string }[],
): Promise<void> {
  const pairs = pairsOf(sites.map((one) => [one.stated.toLowerCase(), one.site]));
  await tx.execute(sql`
    update ${contactTable} as c set site_id = known.new
    from json_to_recordset(${pairs}::json) as known (old text, new text)
    where c.org_id = ${orgId} and lower(c.site_id) = known.old and c.site_id <> known.new`);
}

/**
 * Read starts that were written without a zone by the clock of their site; a bare day is its noon there. A zone that the
 * database doesn't know changes nothing. A time that the clock skips in spring is the one an hour later.
 */
export async function resolveTimes(
  tx: Tx,
  orgId: string,
  sites: readonly { site: string; timeZone: string }[],
): Promise<void> {
  const pairs = pairsOf(sites.map((one) => [one.site, one.timeZone]));
  // The list of zones is slow to read: only where a time waits for one. Materialized, so that no zone is used unseen.
  await tx.execute(sql`
    with known as materialized (
      select old as site, new as zone from json_to_recordset(${pairs}::json) as pair (old text, new text)
      where exists (select from ${contactTable} as c where c.org_id = ${orgId} and c.started_local is not null)
        and lower(new) in (select lower(name) from pg_timezone_names)
    ), found as materialized (
      select c.id, c.version, (
        case length(c.started_local) when 10 then c.started_local || 'T12:00:00' else c.started_local end
      )::timestamp at time zone known.zone as moment
      from ${contactTable} as c join known on known.site = c.site_id
      where c.org_id = ${orgId} and c.started_local is not null
    )
    update ${contactTable} as c set started_at = found.moment
    from found
    where c.org_id = ${orgId} and c.id = found.id and c.version = found.version
      and c.started_at is distinct from found.moment`);
}

/** One parameter holds them all, whatever their number. One row a key: an update that finds two would take either. */
function pairsOf(pairs: readonly (readonly [string, string])[]): string {
  return JSON.stringify([...new Map(pairs)].map(([old, name]) => ({ old, new: name })));
}
