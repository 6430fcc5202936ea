// Who was shown able to do which task; migrations/0060_training.sql says what guards it.
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, keptColumns } from '../people/kept.table.ts';

export const certificateTable = pgTable(
  'certificate',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    person: text('person_id').notNull(),
    task: text('task').notNull(),
    standards: text('standards').array().notNull(),
    procedure: text('procedure_id'),
    procedureVersion: text('procedure_version'),
    on: day('on_day').notNull(),
    expires: day('expires'),
    lastPractised: day('last_practised'),
    ...keptColumns,
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
