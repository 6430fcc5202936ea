// Counts of marks of erased contacts: added when they go, and read beside those of contacts that are here.
import { and, eq, sql, type SQL } from 'drizzle-orm';
import { anyOf } from '../../platform/db/any-of.ts';
import { insertMany } from '../../platform/db/insert-many.ts';
import type { Tx } from '../../platform/db/work.ts';
import type { Tally } from '../tally.store.ts';
import { erasedCountTable } from './erased-count.table.ts';

/** What a count can be split by once no contact is left to ask. */
export type ErasedBy = 'site' | 'month' | 'day' | 'kind';

export type ErasedRow = Omit<typeof erasedCountTable.$inferInsert, 'orgId'>;

/** Adds to what is counted already. */
export async function addErasedCounts(tx: Tx, orgId: string, rows: readonly ErasedRow[]): Promise<void> {
  const { standard, standardVersion, siteId, day, kind, met, failed, unsure } = erasedCountTable;
  const there = and(
    eq(erasedCountTable.orgId, orgId),
    anyOf(
      standardVersion,
      rows.map((row) => row.standardVersion),
    ),
    anyOf(
      day,
      rows.map((row) => row.day),
    ),
  );
  const before = new Map(
    (await tx.select().from(erasedCountTable).where(there)).map((row) => [placeOf(row), row] as const),
  );
  const added = rows.filter((row) => !before.has(placeOf(row)));
  await insertMany(
    tx,
    erasedCountTable,
    added.map((row) => ({ ...row, orgId })),
  );
  for (const row of rows.filter((one) => before.has(placeOf(one))))
    await tx
      .update(erasedCountTable)
      .set({
        met: sql`${met} + ${row.met}`,
        failed: sql`${failed} + ${row.failed}`,
        unsure: sql`${unsure} + ${row.unsure}`,
      })
      .where(
        and(
          eq(erasedCountTable.orgId, orgId),
          eq(standard, row.standard),
          eq(standardVersion, row.standardVersion),
          eq(siteId, row.siteId),
          eq(day, row.day),
          eq(kind, row.kind),
        ),
      );
}

const placeOf = (row: ErasedRow): string =>
  [row.standard, row.standardVersion, row.siteId, row.day, row.kind].join('\u001f');

/** The same counts as `tally` gives, of contacts that were erased. */
export async function erasedTally<By extends ErasedBy>(
  tx: Tx,
  orgId: string,
  versions: readonly string[],
  by: readonly By[],
): Promise<(Tally & Record<By, string>)[]> {
  if (versions.length === 0) return [];
  const { standard, standardVersion, siteId, day, kind } = erasedCountTable;
  const columns: Record<ErasedBy, SQL<string>> = {
    site: sql<string>`${siteId}`,
    month: sql<string>`case when ${day} = 'unknown' then ${day} else left(${day}, 7) end`,
    day: sql<string>`${day}`,
    kind: sql<string>`${kind}`,
  };
  const chosen = Object.fromEntries(by.map((name) => [name, columns[name]]));
  const positions = sql.raw([1, ...by.map((_, index) => index + 2)].join(', '));
  const sum = (column: 'met' | 'failed' | 'unsure') =>
    sql<number>`sum(${erasedCountTable[column]})::int`.mapWith(Number);
  const rows = await tx
    .select({ standard, ...chosen, met: sum('met'), failed: sum('failed'), unsure: sum('unsure') })
    .from(erasedCountTable)
    .where(and(eq(erasedCountTable.orgId, orgId), anyOf(standardVersion, versions)))
    .groupBy(positions)
    .orderBy(positions);
  return rows as unknown as (Tally & Record<By, string>)[];
}
