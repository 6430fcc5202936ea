// The tables by which erased contacts are known again: digests of which nothing can be read.
import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export const erasedContactTable = pgTable(
  'erased_contact',
  {
    orgId: text('org_id').notNull(),
    contactId: text('contact_id').notNull(),
    contentHash: text('content_hash').notNull(),
    erasedAt: timestamp('erased_at', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.contactId, row.contentHash] })],
);

export const erasedKeyTable = pgTable(
  'erased_key',
  {
    orgId: text('org_id').notNull(),
    keyHash: text('key_hash').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.keyHash] })],
);
