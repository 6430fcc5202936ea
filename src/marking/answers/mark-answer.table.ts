// What those who served say of marks on their own contacts; migrations/0071_mark-answers.sql says what guards it.
import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const markAnswerTable = pgTable(
  'mark_answer',
  {
    orgId: text('org_id').notNull(),
    mark: text('mark_id').notNull(),
    contact: text('contact_id').notNull(),
    person: text('person_id').notNull(),
    answer: text('answer').$type<'right' | 'not-so'>().notNull(),
    because: text('because'),
    answeredAt: moment('answered_at').notNull(),
    seenAt: moment('seen_at'),
    seenBy: text('seen_by'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.mark] })],
);

export type MarkAnswerRow = typeof markAnswerTable.$inferSelect;
