// What was tried with a person; migrations/0070_management.sql says what guards it.
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, keptColumns } from '../people/kept.table.ts';
import type { Attempt, Tried } from './personnel.core.ts';

export const attemptTable = pgTable(
  'attempt',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    person: text('person_id').notNull(),
    tried: text('tried').$type<Tried>().notNull(),
    standards: text('standards').array().notNull(),
    on: day('on_day').notNull(),
    result: text('result').$type<NonNullable<Attempt['result']>>(),
    account: text('account').$type<NonNullable<Attempt['account']>>(),
    ...keptColumns,
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
