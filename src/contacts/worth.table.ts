// What came of contacts and what they were worth; migrations/0080_worth.sql says why no contact is pointed at.
import { doublePrecision, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, keptColumns } from '../people/kept.table.ts';

export const contactWorthTable = pgTable(
  'contact_worth',
  {
    orgId: text('org_id').notNull(),
    keyHash: text('key_hash').notNull(),
    outcome: text('outcome'),
    worth: doublePrecision('worth'),
    on: day('on_day'),
    ...keptColumns,
  },
  (row) => [primaryKey({ columns: [row.orgId, row.keyHash] })],
);
