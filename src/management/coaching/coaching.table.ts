// Coaching notes and what became of them; migrations/0148_coaching.sql says what guards them.
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, instant } from '../../people/kept.table.ts';
import type { Evidence } from '../../standards/standard.core.ts';
import type { CoachingEvent, CoachingNote } from './coaching.core.ts';

export const coachingNoteTable = pgTable(
  'coaching_note',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    person: text('person_id').notNull(),
    by: text('by_id').notNull(),
    byMember: text('by_member').notNull(),
    mark: text('mark_id').notNull(),
    contact: text('contact_id').notNull(),
    contactVersion: integer('contact_version').notNull(),
    standard: text('standard').notNull(),
    verdict: text('verdict').$type<CoachingNote['verdict']>().notNull(),
    evidence: jsonb('evidence').$type<readonly Evidence[]>().notNull(),
    says: text('says').notNull(),
    try: text('try').notNull(),
    exampleMark: text('example_mark'),
    exampleContact: text('example_contact'),
    followUp: day('follow_up'),
    givenAt: instant('given_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const coachingEventTable = pgTable(
  'coaching_event',
  {
    orgId: text('org_id').notNull(),
    note: text('note_id').notNull(),
    nth: integer('nth').notNull(),
    kind: text('kind').$type<CoachingEvent['kind']>().notNull(),
    says: text('says').notNull(),
    by: text('by_id').notNull(),
    at: instant('at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.note, row.nth] })],
);
