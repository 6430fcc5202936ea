// The table of the last forecast; migrations/0104_forecast.sql says what guards it.
import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import type { ForecastReport } from './forecast-report.core.ts';

export const forecastReportTable = pgTable('forecast_report', {
  orgId: text('org_id').primaryKey(),
  /** A digest of the marks and the record that it was worked out from. */
  readFrom: text('read_from').notNull(),
  madeAt: timestamp('made_at', { withTimezone: true, mode: 'string' }).notNull(),
  report: jsonb('report').$type<ForecastReport>().notNull(),
});
