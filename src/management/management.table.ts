// What managers did and asked for, waits and outages; migrations/0070_management.sql says what guards them.
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, instant, keptColumns } from '../people/kept.table.ts';
import type { ManagementAct, Target } from './management.core.ts';

const orgId = () => text('org_id').notNull();

export const observationTable = pgTable(
  'observation',
  {
    orgId: orgId(),
    id: text('id').notNull(),
    person: text('person_id').notNull(),
    by: text('by_id').notNull(),
    on: day('on_day').notNull(),
    act: text('act').$type<ManagementAct>().notNull(),
    standards: text('standards').array().notNull(),
    cycle: integer('cycle'),
    ...keptColumns,
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const targetTable = pgTable(
  'target',
  {
    orgId: orgId(),
    id: text('id').notNull(),
    says: text('says').notNull(),
    roles: text('roles').array().notNull(),
    sites: text('sites').array().notNull(),
    setBy: text('set_by').$type<NonNullable<Target['setBy']>>(),
    from: day('from_day').notNull(),
    to: day('to_day'),
    against: text('against').array().notNull(),
    ...keptColumns,
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const approvalTable = pgTable(
  'approval',
  {
    orgId: orgId(),
    id: text('id').notNull(),
    person: text('person_id').notNull(),
    waitedFor: text('waited_for').notNull(),
    askedAt: instant('asked_at').notNull(),
    answeredAt: instant('answered_at'),
    standards: text('standards').array().notNull(),
    ...keptColumns,
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const outageTable = pgTable(
  'outage',
  {
    orgId: orgId(),
    id: text('id').notNull(),
    site: text('site_id').notNull(),
    what: text('what').notNull(),
    from: instant('from_at').notNull(),
    to: instant('to_at').notNull(),
    ...keptColumns,
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
