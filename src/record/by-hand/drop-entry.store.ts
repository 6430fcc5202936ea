// Takes one row out of its table, unless another points at it.
import { sql, type SQL } from 'drizzle-orm';
import { sqlStateOf } from '../../platform/db/refused-statement.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Cells, EntryKind } from '../entries/entry.core.ts';

/** Each table and the columns of its key, with the cells they stand in. Documents are not taken out. */
const tables: Readonly<Partial<Record<EntryKind, readonly [table: string, key: Readonly<Record<string, string>>]>>> = {
  people: ['person', { id: 'id' }],
  posts: ['post', { person_id: 'person', site_id: 'site', from_day: 'from' }],
  sites: ['site', { id: 'id' }],
  'site-months': ['site_month', { site_id: 'site', month: 'month' }],
  shifts: ['shift', { person_id: 'person', site_id: 'site', from_at: 'from' }],
  'authority-limits': ['authority_limit', { id: 'id' }],
  duties: ['duty', { id: 'id' }],
  acknowledgements: [
    'acknowledgement',
    { person_id: 'person', kind: 'kind', document_id: 'document', version: 'version', on_day: 'on' },
  ],
  certificates: ['certificate', { id: 'id' }],
  observations: ['observation', { id: 'id' }],
  targets: ['target', { id: 'id' }],
  approvals: ['approval', { id: 'id' }],
  outages: ['outage', { id: 'id' }],
  attempts: ['attempt', { id: 'id' }],
};

/** `used` where another row points at it, `held` where it is under legal hold; then it stays, and the work may go on. */
export async function dropEntry(
  work: Work,
  kind: EntryKind,
  cells: Cells,
  key: string,
): Promise<'gone' | 'used' | 'held'> {
  const { tx, actor, now } = work;
  const [table, columns] = tables[kind] ?? ['contact_worth', {}];
  const own: SQL[] = Object.entries(columns).map(([column, cell]) => {
    const value = String(cells[cell]);
    return column.endsWith('_at')
      ? sql`${sql.identifier(column)} = ${value}::timestamptz`
      : sql`${sql.identifier(column)}::text = ${value}`;
  });
  if (own.length === 0) own.push(sql`key_hash = ${key}`);
  // The trigger that keeps the old row reads the work's own clock.
  await tx.execute(sql`select set_config('customary.now', ${now}, true)`);
  try {
    await tx.transaction(async (inner) => {
      await inner.execute(
        sql`delete from ${sql.identifier(table)} where org_id = ${actor.orgId} and ${sql.join(own, sql` and `)}`,
      );
    });
    return 'gone';
  } catch (error) {
    if (sqlStateOf(error) === '23503') return 'used';
    if (sqlStateOf(error) === 'LH001') return 'held';
    throw error;
  }
}
