// What explains that a sealed row is no longer there: old rows that the record keeps, and what was erased.
import { sql } from 'drizzle-orm';
import type { Tx } from '../../platform/db/work.ts';
import { rowsIn } from './content-sources.store.ts';

/** What the record keeps of earlier states of some rows, by key. */
export async function oldContents(
  tx: Tx,
  orgId: string,
  kind: string,
  keys: readonly string[],
): Promise<Map<string, unknown[]>> {
  const found = new Map<string, unknown[]>();
  if (keys.length === 0) return found;
  const rows = rowsIn<{ key: string; cells: unknown }>(
    await tx.execute(
      sql`select key, jsonb_build_object('says', cells, 'recorded_at', record_moment(recorded_at)) as cells from replaced_row where org_id = ${orgId} and kind = ${kind} and key = any(${sql.param([...keys])}::text[])`,
    ),
  );
  for (const { key, cells } of rows) found.set(key, [...(found.get(key) ?? []), cells]);
  return found;
}

/** Contacts that were erased, by the moment of it, in the order of their ids; and the digests of names that went with them. */
export async function erasedOf(
  tx: Tx,
  orgId: string,
): Promise<{ readonly contacts: ReadonlyMap<string, readonly string[]>; readonly keys: ReadonlySet<string> }> {
  const rows = rowsIn<{ id: string; at: string }>(
    await tx.execute(
      sql`select distinct contact_id as id, record_moment(erased_at) as at from erased_contact where org_id = ${orgId} order by contact_id`,
    ),
  );
  const contacts = new Map<string, string[]>();
  for (const { id, at } of rows) contacts.set(at, [...(contacts.get(at) ?? []), id]);
  const keys = rowsIn<{ key_hash: string }>(
    await tx.execute(sql`select key_hash from erased_key where org_id = ${orgId}`),
  );
  return { contacts, keys: new Set(keys.map((row) => row.key_hash)) };
}
