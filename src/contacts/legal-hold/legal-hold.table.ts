// The table of legal holds; migrations/0039_legal-hold-and-erasing.sql and 0133 say what they keep from being erased.
import { date, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { HoldAbout } from './legal-hold.core.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const legalHoldTable = pgTable(
  'legal_hold',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    about: text('about').$type<HoldAbout>().notNull(),
    contactId: text('contact_id'),
    siteId: text('site_id'),
    fromDay: date('from_day', { mode: 'string' }),
    toDay: date('to_day', { mode: 'string' }),
    customerHash: text('customer_hash'),
    documentKind: text('document_kind').$type<'policy' | 'procedure'>(),
    documentId: text('document_id'),
    letterId: text('letter_id'),
    personId: text('person_id'),
    says: text('says').notNull(),
    placedAt: moment('placed_at').notNull(),
    placedBy: text('placed_by').notNull(),
    releasedAt: moment('released_at'),
    releasedBy: text('released_by'),
    releaseSays: text('release_says'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
