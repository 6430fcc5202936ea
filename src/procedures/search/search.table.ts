// Searches that found no procedure; migrations/0056 says what guards them.
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day } from '../../people/kept.table.ts';

export const searchMissTable = pgTable(
  'procedure_search_miss',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    words: text('words').notNull(),
    on: day('on_day').notNull(),
    role: text('role'),
    site: text('site_id'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
