// Tables of the Monday page by mail; migrations/0108_monday.sql says what guards them.
import { boolean, date, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const mondayChoiceTable = pgTable(
  'monday_choice',
  {
    orgId: text('org_id').notNull(),
    member: text('member_id').notNull(),
    isOn: boolean('is_on').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.member] })],
);

export const mondayLetterTable = pgTable(
  'monday_letter',
  {
    orgId: text('org_id').notNull(),
    member: text('member_id').notNull(),
    monday: date('monday', { mode: 'string' }).notNull(),
    mail: text('mail_id').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.member, row.monday] })],
);

export const toldProfitKillerTable = pgTable(
  'told_profit_killer',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    toldAt: instant('told_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
