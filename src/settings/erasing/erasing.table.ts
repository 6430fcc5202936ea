// The tables of how long contacts are kept, and of what was erased.
import { date, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { WhyErased } from './erasing.core.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const retentionTable = pgTable(
  'retention_setting',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    months: integer('months'),
    setAt: moment('set_at').notNull(),
    setBy: text('set_by').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const erasureTable = pgTable(
  'erasure',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    why: text('why').$type<WhyErased>().notNull(),
    beforeDay: date('before_day', { mode: 'string' }),
    beganAt: moment('began_at').notNull(),
    beganBy: text('began_by').notNull(),
    endedAt: moment('ended_at'),
    contacts: integer('contacts').notNull(),
    held: integer('held').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
