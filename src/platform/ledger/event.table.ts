// The ledger's tables; migrations/0001_platform.sql says what guards them.
import { bigint, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export const eventTable = pgTable(
  'event',
  {
    orgId: text().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    at: timestamp({ withTimezone: true, precision: 3, mode: 'date' }).notNull(),
    actor: text().notNull(),
    kind: text().notNull(),
    subjects: text().array().notNull(),
    salt: text().notNull(),
    digest: text(),
    prev: text().notNull(),
    hash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.seq] })],
);

export const ledgerHeadTable = pgTable('ledger_head', {
  orgId: text().primaryKey(),
  seq: bigint({ mode: 'number' }).notNull(),
  hash: text().notNull(),
});
