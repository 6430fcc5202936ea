// The tables of reviews; migrations/0140_reviews.sql and 0141_reviews-of-a-site.sql say what guards them.
import {
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Evidence, Verdict } from '../standards/standard.core.ts';
import type { DraftMark } from './draft-mark.core.ts';
import { type DrawSettings, type ReviewTarget, usualWaitForSecond } from './plan.core.ts';
import type { ReviewPurpose } from './review-mark.core.ts';
import type { StandardAsked } from './task.core.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
const day = (name: string) => date(name, { mode: 'string' });

export const reviewPlanTable = pgTable(
  'review_plan',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    standards: text('standards').array().notNull(),
    sites: text('sites').array().notNull(),
    channels: text('channels').array().notNull(),
    fromDay: day('from_day').notNull(),
    aWeek: integer('a_week').notNull(),
    atRandom: doublePrecision('at_random').notNull(),
    seenByTwo: doublePrecision('seen_by_two').notNull(),
    dueInDays: integer('due_in_days').notNull(),
    reviewers: text('reviewers').array().notNull(),
    targets: text('targets').array().$type<ReviewTarget[]>().notNull(),
    targetedAWeek: integer('targeted_a_week').notNull(),
    waitForSecondDays: integer('wait_for_second_days').notNull().default(usualWaitForSecond),
    madeAt: instant('made_at').notNull(),
    madeBy: text('made_by').notNull(),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const reviewDrawTable = pgTable(
  'review_draw',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    planId: text('plan_id').notNull(),
    week: day('week').notNull(),
    seed: text('seed').notNull(),
    frameDigest: text('frame_digest').notNull(),
    frameSize: integer('frame_size').notNull(),
    asked: integer('asked').notNull(),
    drawn: integer('drawn').notNull(),
    targeted: integer('targeted').notNull(),
    settings: jsonb('settings').$type<DrawSettings>().notNull(),
    drawnAt: instant('drawn_at').notNull(),
    drawnBy: text('drawn_by').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const reviewFrameTable = pgTable(
  'review_frame',
  {
    orgId: text('org_id').notNull(),
    planId: text('plan_id').notNull(),
    contactId: text('contact_id').notNull(),
    drawId: text('draw_id').notNull(),
    contactVersion: integer('contact_version').notNull(),
    probability: doublePrecision('probability').notNull(),
    drawn: boolean('drawn').notNull(),
    strata: integer('strata').array().notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.planId, row.contactId] })],
);

export const reviewBlindTable = pgTable(
  'review_blind',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    contactId: text('contact_id').notNull(),
    closes: text('closes').$type<'when-all-are-in' | 'when-told'>().notNull(),
    closedAt: instant('closed_at'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const reviewTaskTable = pgTable(
  'review_task',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    purpose: text('purpose').$type<ReviewPurpose>().notNull(),
    planId: text('plan_id'),
    drawId: text('draw_id'),
    blindId: text('blind_id'),
    contactId: text('contact_id').notNull(),
    contactVersion: integer('contact_version').notNull(),
    standards: jsonb('standards').$type<readonly StandardAsked[]>().notNull(),
    probability: doublePrecision('probability'),
    target: text('target').$type<ReviewTarget>(),
    meantFor: text('meant_for'),
    sourceId: text('source_id'),
    due: day('due').notNull(),
    madeAt: instant('made_at').notNull(),
    reviewer: text('reviewer'),
    heldUntil: instant('held_until'),
    doneAt: instant('done_at'),
    seconds: integer('seconds'),
    endedAt: instant('ended_at'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
export type ReviewTaskRow = typeof reviewTaskTable.$inferSelect;

export const reviewDraftTable = pgTable(
  'review_draft',
  {
    orgId: text('org_id').notNull(),
    taskId: text('task_id').notNull(),
    reviewer: text('reviewer').notNull(),
    marks: jsonb('marks').$type<readonly DraftMark[]>().notNull(),
    seconds: integer('seconds').notNull(),
    revision: integer('revision').notNull(),
    keptAt: instant('kept_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.taskId, row.reviewer] })],
);

export const reviewSkipTable = pgTable(
  'review_skip',
  {
    orgId: text('org_id').notNull(),
    taskId: text('task_id').notNull(),
    reviewer: text('reviewer').notNull(),
    because: text('because').notNull(),
    at: instant('at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.taskId, row.reviewer] })],
);

export const reviewMarkTable = pgTable(
  'review_mark',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    taskId: text('task_id').notNull(),
    blindId: text('blind_id'),
    contactId: text('contact_id').notNull(),
    contactVersion: integer('contact_version').notNull(),
    standard: text('standard').notNull(),
    standardVersion: text('standard_version').notNull(),
    reviewer: text('reviewer').notNull(),
    verdict: text('verdict').$type<Verdict>().notNull(),
    evidence: jsonb('evidence').$type<readonly Evidence[]>().notNull(),
    comment: text('comment'),
    purpose: text('purpose').$type<ReviewPurpose>().notNull(),
    probability: doublePrecision('probability'),
    at: instant('at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
