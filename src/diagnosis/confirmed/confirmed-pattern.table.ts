// The table of confirmed patterns; migrations/0103_confirmed-patterns.sql says what guards it.
import { date, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Cause } from '../finding.core.ts';

export const confirmedPatternTable = pgTable(
  'confirmed_pattern',
  {
    orgId: text('org_id').notNull(),
    fix: text('fix_id').notNull(),
    confirmedOn: date('confirmed_on', { mode: 'string' }).notNull(),
    standard: text('standard').notNull(),
    cause: text('cause').$type<Cause>().notNull(),
    sites: text('sites').array().notNull(),
    withdrawnOn: date('withdrawn_on', { mode: 'string' }),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.fix, row.confirmedOn] })],
);
