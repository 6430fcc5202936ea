// The table of jobs; migrations/0037_jobs.sql says what guards it.
import { bigint, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Actor } from '../../kernel/actor.ts';
import type { Problem } from '../http/problem.ts';
import type { JobInput, JobState } from './job.core.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const jobTable = pgTable(
  'job',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    work: text('work').notNull(),
    input: jsonb('input').$type<JobInput>().notNull(),
    askedBy: text('asked_by').notNull(),
    acting: jsonb('acting').$type<Actor>().notNull(),
    askedAt: moment('asked_at').notNull(),
    state: text('state').$type<JobState>().notNull(),
    notBefore: moment('not_before').notNull(),
    tries: integer('tries').notNull().default(0),
    begunAt: moment('begun_at'),
    beatAt: moment('beat_at'),
    runner: text('runner'),
    endedAt: moment('ended_at'),
    done: bigint('done', { mode: 'number' }).notNull().default(0),
    ofAll: bigint('of_all', { mode: 'number' }),
    says: text('says'),
    problem: jsonb('problem').$type<Problem>(),
    cancelledAt: moment('cancelled_at'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export type JobRow = typeof jobTable.$inferSelect;
