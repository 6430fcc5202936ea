// The record's own ids for reps and sites, given to contacts that came with a name: one statement each, whatever the number.
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

/** One parameter holds them all, whatever their number. One row a key: an update that finds two would take either. */
function pairsOf(pairs: readonly (readonly [string, string])[]): string {
  return JSON.stringify([...new Map(pairs)].map(([old, name]) => ({ old, new: name })));
}
