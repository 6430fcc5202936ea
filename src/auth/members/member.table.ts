// The tables of members and of what they are given; migrations/0022_sign-in.sql says what guards them.
import { pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Role } from '../../kernel/actor.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const memberTable = pgTable(
  'member',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    email: text('email'),
    person: text('person_id'),
    madeAt: instant('made_at').notNull(),
    madeBy: text('made_by').notNull(),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const memberGrantTable = pgTable(
  'member_grant',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    member: text('member_id').notNull(),
    role: text('role').$type<Role>().notNull(),
    sites: text('sites').array(),
    givenAt: instant('given_at').notNull(),
    givenBy: text('given_by').notNull(),
    endedAt: instant('ended_at'),
    endedBy: text('ended_by'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
