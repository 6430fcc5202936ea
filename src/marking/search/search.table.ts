// The tables that contacts are found by, and of searches kept by a name; migrations/0036_contact-search.sql says what guards them.
import { integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { ContactQuery } from './contact-query.core.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

/** All but the words and tags, which are asked by contact_search_find alone. */
export const contactSearchTable = pgTable(
  'contact_search',
  {
    orgId: text('org_id').notNull(),
    contactId: text('contact_id').notNull(),
    contactVersion: integer('contact_version').notNull(),
    at: moment('at').notNull(),
    met: integer('met').notNull(),
    failed: integer('failed').notNull(),
    unsure: integer('unsure').notNull(),
    atrocities: integer('atrocities').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.contactId] })],
);

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
