// The tables of calibrations; migrations/0144_agreement-and-calibration.sql says what guards them.
import { date, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Verdict } from '../../standards/standard.core.ts';
import type { StandardAsked } from '../task.core.ts';
import type { Decision, RevealedBecause } from './calibration.core.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const calibrationTable = pgTable(
  'calibration',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    standards: jsonb('standards').$type<readonly StandardAsked[]>().notNull(),
    due: date('due', { mode: 'string' }).notNull(),
    madeAt: instant('made_at').notNull(),
    madeBy: text('made_by').notNull(),
    revealedAt: instant('revealed_at'),
    revealedBecause: text('revealed_because').$type<RevealedBecause>(),
    closedAt: instant('closed_at'),
    closedBy: text('closed_by'),
    droppedAt: instant('dropped_at'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
export type CalibrationRow = typeof calibrationTable.$inferSelect;

export const calibrationContactTable = pgTable(
  'calibration_contact',
  {
    orgId: text('org_id').notNull(),
    calibration: text('calibration_id').notNull(),
    contact: text('contact_id').notNull(),
    version: integer('contact_version').notNull(),
    position: integer('position').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.calibration, row.contact] })],
);

export const calibrationMemberTable = pgTable(
  'calibration_member',
  {
    orgId: text('org_id').notNull(),
    calibration: text('calibration_id').notNull(),
    member: text('member_id').notNull(),
    position: integer('position').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.calibration, row.member] })],
);

export const calibrationCommentTable = pgTable(
  'calibration_comment',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    calibration: text('calibration_id').notNull(),
    contact: text('contact_id').notNull(),
    standard: text('standard').notNull(),
    member: text('member_id').notNull(),
    at: instant('at').notNull(),
    says: text('says').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const calibrationKeyTable = pgTable(
  'calibration_key',
  {
    orgId: text('org_id').notNull(),
    calibration: text('calibration_id').notNull(),
    contact: text('contact_id').notNull(),
    standard: text('standard').notNull(),
    nth: integer('nth').notNull(),
    verdict: text('verdict').$type<Verdict>().notNull(),
    because: text('because').notNull(),
    at: instant('at').notNull(),
    by: text('by_member').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.calibration, row.contact, row.standard, row.nth] })],
);

export const calibrationOutcomeTable = pgTable(
  'calibration_outcome',
  {
    orgId: text('org_id').notNull(),
    calibration: text('calibration_id').notNull(),
    standard: text('standard').notNull(),
    nth: integer('nth').notNull(),
    decision: text('decision').$type<Decision>().notNull(),
    note: text('note').notNull(),
    at: instant('at').notNull(),
    by: text('by_member').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.calibration, row.standard, row.nth] })],
);
