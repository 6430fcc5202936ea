// Steps that need a second approver; migrations/0055_adverse-steps.sql says what guards them.
import { boolean, date, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { AdverseAct } from './adverse-step.core.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const adverseStepTable = pgTable(
  'adverse_step',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    person: text('person_id').notNull(),
    act: text('act').$type<AdverseAct>().notNull(),
    on: date('on_day', { mode: 'string' }).notNull(),
    says: text('says').notNull(),
    askedBy: text('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
    agreed: boolean('agreed'),
    answerSays: text('answer_says').notNull().default(''),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
