// Job descriptions; migrations/0057 says what guards them.
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, instant } from '../../people/kept.table.ts';
import type { Evaluation, Written } from './job-description.core.ts';

export const jobDescriptionTable = pgTable(
  'job_description',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    person: text('person_id').notNull(),
    nth: integer('nth').notNull(),
    role: text('role').notNull(),
    site: text('site_id'),
    supervisor: text('supervisor_id'),
    state: text('state').$type<'being-written' | 'sent' | 'evaluated'>().notNull(),
    revision: integer('revision').notNull(),
    written: jsonb('written').$type<Written>().notNull(),
    begunAt: instant('begun_at').notNull(),
    sentAt: instant('sent_at'),
    dueOn: day('due_on'),
    evaluatedOn: day('evaluated_on'),
    evaluatedBy: text('evaluated_by'),
    evaluation: jsonb('evaluation').$type<Evaluation>(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
export type JobDescriptionRow = typeof jobDescriptionTable.$inferSelect;
