// The tables of fixes and of what happened to them; migrations/0110_fixes.sql says what guards them.
import { date, doublePrecision, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Cause } from '../diagnosis/finding.core.ts';
import type { FixKind } from './fix-kinds.core.ts';
import type { FixEvent, Verdict } from './fix.core.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'string' });
const day = (name: string) => date(name, { mode: 'string' });

export const fixTable = pgTable(
  'fix',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    pattern: text('pattern_id').notNull(),
    standard: text('standard').notNull(),
    site: text('site_id'),
    cause: text('cause').$type<Cause>().notNull(),
    kind: text('kind').$type<FixKind>().notNull(),
    says: text('says').notNull(),
    owner: text('owner'),
    due: day('due'),
    sites: text('sites').array().notNull(),
    expected: doublePrecision('expected').notNull(),
    guardrails: text('guardrails').array().notNull(),
    pickedFrom: day('picked_from'),
    pickedTo: day('picked_to'),
    proposedAt: instant('proposed_at').notNull(),
    proposedBy: text('proposed_by').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const fixEventTable = pgTable(
  'fix_event',
  {
    orgId: text('org_id').notNull(),
    fix: text('fix_id').notNull(),
    nth: integer('nth').notNull(),
    kind: text('kind').$type<FixEvent['kind']>().notNull(),
    on: day('on_day').notNull(),
    sites: text('sites').array(),
    verdict: text('verdict').$type<Verdict>(),
    why: text('why'),
    pickedFrom: day('picked_from'),
    pickedTo: day('picked_to'),
    recordedAt: instant('recorded_at').notNull(),
    byActor: text('by_actor').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.fix, row.nth] })],
);
