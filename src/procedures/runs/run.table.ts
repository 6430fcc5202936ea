// Runs of procedures at the desk; migrations/0056 says what guards them.
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '../../people/kept.table.ts';
import type { RunEvent } from './run.core.ts';

export const runTable = pgTable(
  'procedure_run',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    procedure: text('procedure_id').notNull(),
    version: text('version').notNull(),
    member: text('member_id').notNull(),
    person: text('person_id'),
    site: text('site_id'),
    beganAt: instant('began_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const runEventTable = pgTable(
  'procedure_run_event',
  {
    orgId: text('org_id').notNull(),
    run: text('run_id').notNull(),
    nth: integer('nth').notNull(),
    what: text('what').$type<RunEvent['what']>().notNull(),
    step: text('step_id'),
    why: text('why'),
    at: instant('at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.run, row.nth] })],
);
