// The table of searches kept by a name; migrations/0036_contact-search.sql says what guards it. What contacts are found by is asked
// in SQL alone.
import { jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { ContactQuery } from './contact-query.core.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const savedViewTable = pgTable(
  'saved_view',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    person: text('person').notNull(),
    of: text('of_page').notNull(),
    name: text('name').notNull(),
    query: jsonb('query').$type<ContactQuery>().notNull(),
    madeAt: moment('made_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
