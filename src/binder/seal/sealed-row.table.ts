// The table of seals; migrations/0058_checkpoints-and-seals.sql says what guards it.
import { bigint, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

export const sealedRowTable = pgTable(
  'sealed_row',
  {
    orgId: text('org_id').notNull(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    place: integer('place').notNull(),
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    stamp: text('stamp').notNull(),
    hash: text('hash').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.seq, row.place] })],
);
