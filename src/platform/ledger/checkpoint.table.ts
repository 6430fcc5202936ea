// Tables of checkpoints; migrations/0058_checkpoints-and-seals.sql says what guards them.
import { bigint, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const checkpointTable = pgTable(
  'ledger_checkpoint',
  {
    orgId: text('org_id').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    root: text('root').notNull(),
    note: text('note').notNull(),
    madeAt: moment('made_at').notNull(),
    madeBy: text('made_by').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.size] })],
);

export const checkpointLeftTable = pgTable(
  'checkpoint_left',
  {
    orgId: text('org_id').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    at: moment('at').notNull(),
    how: text('how').$type<'taken' | 'mailed'>().notNull(),
    by: text('by').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.size, row.at, row.how, row.by] })],
);

export const checkpointAddressTable = pgTable(
  'checkpoint_address',
  {
    orgId: text('org_id').notNull(),
    address: text('address').notNull(),
    chosenAt: moment('chosen_at').notNull(),
    chosenBy: text('chosen_by').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.address] })],
);
