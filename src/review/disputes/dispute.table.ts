// The tables of disputes; migrations/0146_disputes.sql says what guards them.
import { date, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { DisputeAnswer, DisputeEventKind, DisputeGround, DisputeLevel, InstructionKind } from './dispute.core.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });

export const disputeTable = pgTable(
  'dispute',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    mark: text('mark_id').notNull(),
    contact: text('contact_id').notNull(),
    contactVersion: integer('contact_version').notNull(),
    standard: text('standard').notNull(),
    standardVersion: text('standard_version').notNull(),
    marker: text('marker').notNull(),
    /** Ids of members, parted by blanks. */
    madeBy: text('made_by'),
    member: text('member_id').notNull(),
    person: text('person_id').notNull(),
    site: text('site_id'),
    ground: text('ground').$type<DisputeGround>().notNull(),
    says: text('says').notNull(),
    instruction: text('instruction').$type<InstructionKind>(),
    document: text('document_id'),
    version: text('document_version'),
    part: text('part_id'),
    saidBy: text('said_by'),
    saidOn: day('said_on'),
    openedAt: moment('opened_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const disputeEventTable = pgTable(
  'dispute_event',
  {
    orgId: text('org_id').notNull(),
    dispute: text('dispute_id').notNull(),
    seq: integer('seq').notNull(),
    kind: text('kind').$type<DisputeEventKind>().notNull(),
    at: moment('happened_at').notNull(),
    by: text('by').notNull(),
    says: text('says').notNull(),
    round: integer('round').$type<1 | 2>().notNull(),
    level: text('level').$type<DisputeLevel>(),
    asked: text('asked'),
    due: day('due'),
    answer: text('answer').$type<DisputeAnswer>(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.dispute, row.seq] })],
);

export const disputeRuleTable = pgTable('dispute_rule', {
  orgId: text('org_id').primaryKey(),
  days: integer('days').notNull(),
  daysOff: day('days_off').array().notNull(),
});
