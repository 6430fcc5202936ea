// The table of the last report of what failing costs; migrations/0105_money.sql says what guards it.
import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { MoneyReport } from './money-report.core.ts';

export const moneyReportTable = pgTable('money_report', {
  orgId: text('org_id').primaryKey(),
  /** A digest of the marks, the record, the outcomes and the assumption that it was worked out from. */
  readFrom: text('read_from').notNull(),
  madeAt: timestamp('made_at', { withTimezone: true, mode: 'string' }).notNull(),
  report: jsonb('report').$type<MoneyReport>().notNull(),
});
