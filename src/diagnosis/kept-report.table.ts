// Tables that keep one report of an organisation each: alike but for their names and what stands in `report`.
import { jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export function keptReportTable<Report>(name: string) {
  return pgTable(name, {
    orgId: text('org_id').primaryKey(),
    readFrom: text('read_from').notNull(),
    madeAt: timestamp('made_at', { withTimezone: true, mode: 'string' }).notNull(),
    report: jsonb('report').$type<Report>().notNull(),
  });
}

export type KeptReportTable<Report> = ReturnType<typeof keptReportTable<Report>>;
