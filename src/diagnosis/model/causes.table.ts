// The table of the last causes report; migrations/0102_causes.sql says what guards it.
import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { CausesReport } from './causes-report.core.ts';

export const causesReportTable = pgTable('causes_report', {
  orgId: text('org_id').primaryKey(),
  /** A digest of the marks and the record that it was worked out from. */
  readFrom: text('read_from').notNull(),
  madeAt: timestamp('made_at', { withTimezone: true, mode: 'string' }).notNull(),
  report: jsonb('report').$type<CausesReport>().notNull(),
});
