// Pinned moments, lessons and their parts; migrations/0149_lessons.sql says what guards them.
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '../../people/kept.table.ts';
import type { LessonState } from './lesson.core.ts';
import type { HiddenWords, PinSort } from './pin.core.ts';

const orgId = () => text('org_id').notNull();

export const pinTable = pgTable(
  'pinned_moment',
  {
    orgId: orgId(),
    id: text('id').notNull(),
    contact: text('contact_id').notNull(),
    contactVersion: integer('contact_version').notNull(),
    fromTurn: integer('from_turn').notNull(),
    toTurn: integer('to_turn').notNull(),
    hidden: jsonb('hidden').$type<readonly HiddenWords[]>().notNull(),
    title: text('title').notNull(),
    sort: text('sort').$type<PinSort>().notNull(),
    standard: text('standard').notNull(),
    pinnedBy: text('pinned_by').notNull(),
    pinnedAt: instant('pinned_at').notNull(),
    takenDownAt: instant('taken_down_at'),
    takenDownBy: text('taken_down_by'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
export type PinRow = typeof pinTable.$inferSelect;

export const lessonTable = pgTable(
  'lesson',
  {
    orgId: orgId(),
    id: text('id').notNull(),
    title: text('title').notNull(),
    says: text('says').notNull(),
    standards: text('standards').array().notNull(),
    tasks: text('tasks').array().notNull(),
    sites: text('sites').array().notNull(),
    state: text('state').$type<LessonState>().notNull(),
    revision: integer('revision').notNull(),
    madeBy: text('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    changedAt: instant('changed_at').notNull(),
    outAt: instant('out_at'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
export type LessonRow = typeof lessonTable.$inferSelect;

export const lessonPartTable = pgTable(
  'lesson_part',
  {
    orgId: orgId(),
    lesson: text('lesson_id').notNull(),
    position: integer('position').notNull(),
    moment: text('moment_id'),
    says: text('says').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.lesson, row.position] })],
);
