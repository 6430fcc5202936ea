// The tables of tokens and of their ends; migrations/0020_tokens.sql says what guards them.
import { boolean, date, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Role } from '../kernel/actor.ts';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const tokenTable = pgTable(
  'api_token',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    says: text('says').notNull(),
    roles: text('roles').array().$type<Role[]>().notNull(),
    sites: text('sites').array(),
    readsOnly: boolean('reads_only').notNull(),
    until: date('until_day', { mode: 'string' }),
    digest: text('digest').notNull(),
    madeAt: instant('made_at').notNull(),
    madeBy: text('made_by').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const tokenEndTable = pgTable(
  'api_token_end',
  {
    orgId: text('org_id').notNull(),
    token: text('token_id').notNull(),
    endedAt: instant('ended_at').notNull(),
    endedBy: text('ended_by').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.token] })],
);
