// The table of learned models: weights under hashes and what they were learned on, never a word of a contact.
import { jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { ModelDocument } from './model-file.core.ts';

export const learnedModelTable = pgTable(
  'learned_model',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    purpose: text('purpose').$type<ModelDocument['purpose']>().notNull(),
    madeAt: timestamp('made_at', { withTimezone: true, mode: 'string' }).notNull(),
    document: jsonb('document').$type<ModelDocument>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
