// The tables of counts for rates; migrations/0145_rates-counted.sql says what guards them.
import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Split } from './rates.core.ts';

export const rateCountTable = pgTable(
  'rate_count',
  {
    orgId: text('org_id').notNull(),
    split: text('split').$type<Split>().notNull(),
    standard: text('standard').notNull(),
    group: text('group_id').notNull(),
    met: integer('met').notNull(),
    failed: integer('failed').notNull(),
    unsure: integer('unsure').notNull(),
    framedMet: integer('framed_met').notNull(),
    framedFailed: integer('framed_failed').notNull(),
    framedUnsure: integer('framed_unsure').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.split, row.standard, row.group] })],
);

export const rateCountedTable = pgTable(
  'rate_counted',
  {
    orgId: text('org_id').notNull(),
    split: text('split').$type<Split>().notNull(),
    readFrom: text('read_from').notNull(),
    countedAt: timestamp('counted_at', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.split] })],
);
