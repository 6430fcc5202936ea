// Every row of the record through the view record_entry; what came of contacts is left out, since it is kept under digests alone.
import { sql } from 'drizzle-orm';
import type { Work } from '../../platform/db/work.ts';
import { cellsIn } from '../entries/entries.store.ts';
import type { Cells, EntryKind, Part } from '../entries/entry.core.ts';
import type { EntryOut } from './record-sheets.core.ts';

/** In order of table and key, `most` at most. */
export async function everyEntry({ tx, actor }: Work, most: number): Promise<EntryOut[]> {
  const found = await tx.execute(sql`select kind, cells from record_entry
    where org_id = ${actor.orgId} and kind <> 'outcomes' order by kind, key limit ${most}`);
  const { rows } = found as { rows: { kind: EntryKind; cells: Cells & { parts?: readonly Part[] } }[] };
  return rows.map(({ kind, cells }) => ({ kind, ...cellsIn(cells) }));
}
