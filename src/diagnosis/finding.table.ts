// The tables of findings, of what they came to, and of owners' own answers; migrations/0100_diagnosis.sql says what guards them.
import { date, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Diagnosis } from './diagnosis.core.ts';
import type { Finding, Rung } from './finding.core.ts';
import type { OwnAnswer } from './records.core.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const diagnosisTable = pgTable('diagnosis', {
  orgId: text('org_id').primaryKey(),
  run: text('run').notNull(),
  madeAt: moment('made_at').notNull(),
  summary: jsonb('summary').$type<Diagnosis>().notNull(),
});

export const findingTable = pgTable(
  'finding',
  {
    orgId: text('org_id').notNull(),
    run: text('run').notNull(),
    id: text('id').notNull(),
    mark: text('mark_id').notNull(),
    contact: text('contact_id').notNull(),
    standard: text('standard').notNull(),
    site: text('site_id'),
    standing: text('standing').$type<Finding['standing']>().notNull(),
    odds: jsonb('odds').$type<Finding['odds']>().notNull(),
    leading: jsonb('leading_causes').$type<Finding['leading']>().notNull(),
    gaps: jsonb('gaps').$type<Finding['gaps']>().notNull(),
    /** Its twelve answers in order. */
    rungIds: text('rung_ids').array().notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.run, row.id] })],
);

export const findingRungTable = pgTable(
  'finding_rung',
  {
    orgId: text('org_id').notNull(),
    run: text('run').notNull(),
    id: text('id').notNull(),
    rung: jsonb('rung').$type<Rung>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.run, row.id] })],
);

export const ownAnswerTable = pgTable(
  'own_answer',
  {
    orgId: text('org_id').notNull(),
    question: text('question').notNull(),
    on: date('on_day', { mode: 'string' }).notNull(),
    rung: integer('rung').notNull(),
    about: text('about').$type<OwnAnswer['about']>().notNull(),
    value: text('about_value').notNull(),
    /** The question as it was worded, and what was said to it. */
    asked: text('asked').notNull(),
    said: text('said').$type<'yes' | 'no' | "don't know">().notNull(),
    answer: text('answer').$type<OwnAnswer['answer']>().notNull(),
    byActor: text('by_actor').notNull(),
    recordedAt: moment('recorded_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.question, row.on] })],
);
