// The rule from which on agreement is called poor; migrations/0144_agreement-and-calibration.sql says what guards it.
import { doublePrecision, integer, pgTable, text, timestamp } from 'drizzle-orm/pg-core';

export const agreementRuleTable = pgTable('agreement_rule', {
  orgId: text('org_id').primaryKey(),
  floor: doublePrecision('floor').notNull(),
  doubles: integer('doubles').notNull(),
  setAt: timestamp('set_at', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
  setBy: text('set_by').notNull(),
});
