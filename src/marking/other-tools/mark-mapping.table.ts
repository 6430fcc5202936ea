// Mappings of other tools' exports, kept by their head; migrations/0153_mark-mappings.sql says what guards them.
import { jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { MarkMapping } from './mark-mapping.core.ts';

export const markMappingTable = pgTable(
  'mark_mapping',
  {
    orgId: text('org_id').notNull(),
    head: text('head').notNull(),
    mapping: jsonb('mapping').$type<MarkMapping>().notNull(),
    keptAt: timestamp('kept_at', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.head] })],
);
