// The table of what was written of standards in the editor.
import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export const standardTextTable = pgTable(
  'standard_text',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    standard: text('standard').notNull(),
    /** Null where they went back to what ships. */
    written: text('written'),
    note: text('note').notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true, mode: 'string' }).notNull(),
    savedBy: text('saved_by').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
