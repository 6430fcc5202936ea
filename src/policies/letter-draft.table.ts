// The table of letters that were begun.
import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export const letterDraftTable = pgTable(
  'letter_draft',
  {
    orgId: text('org_id').notNull(),
    member: text('member_id').notNull(),
    wrong: text('wrong').notNull(),
    why: text('why').notNull(),
    solution: text('solution').notNull(),
    aboutMark: text('about_mark'),
    keptAt: timestamp('kept_at', { withTimezone: true, mode: 'string' }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.member] })],
);
