// What a procedure adds to a version of a document: its task and its steps; and duties, the lines of job descriptions.
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, keptColumns } from '../people/kept.table.ts';
import type { ProcedureSort } from './procedure.core.ts';

export const procedureVersionTable = pgTable(
  'procedure_version',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    version: text('version').notNull(),
    task: text('task'),
    sort: text('sort').$type<ProcedureSort>(),
    trigger: text('trigger'),
    /** What it is searched by: all its words in small letters, a space before each. */
    words: text('words').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id, row.version] })],
);

export const procedureStepTable = pgTable(
  'procedure_step',
  {
    orgId: text('org_id').notNull(),
    procedure: text('procedure_id').notNull(),
    version: text('version').notNull(),
    id: text('id').notNull(),
    position: integer('position').notNull(),
    words: text('words').notNull(),
    serves: text('serves').array().notNull(),
    obstructs: text('obstructs').array().notNull(),
    actor: text('actor'),
    say: text('say'),
    limit: text('authority_limit'),
    goesWrong: text('goes_wrong'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.procedure, row.version, row.id] })],
);

export const dutyTable = pgTable(
  'duty',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    role: text('role').notNull(),
    task: text('task').notNull(),
    standards: text('standards').array().notNull(),
    from: day('from_day').notNull(),
    to: day('to_day'),
    ...keptColumns,
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
