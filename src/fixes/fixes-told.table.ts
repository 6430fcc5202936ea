// The table of what was last told of all fixes; migrations/0047_fixes-told.sql says what guards it.
import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';

export const fixesToldTable = pgTable('fixes_told', {
  orgId: text('org_id').primaryKey(),
  toldFrom: text('told_from').notNull(),
  told: jsonb('told').$type<unknown>().notNull(),
});
