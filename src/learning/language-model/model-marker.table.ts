// The tables of a language model as marker.
import {
  bigint,
  boolean,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';
import type { Evidence, Verdict } from '../../standards/standard.core.ts';
import type { ModelMarkerSettings } from './model-marker.core.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const modelMarkerTable = pgTable(
  'model_marker',
  {
    orgId: text('org_id').notNull(),
    provider: text('provider').$type<ModelMarkerSettings['provider']>().notNull(),
    url: text('url').notNull(),
    model: text('model').notNull(),
    keySealed: text('key_sealed'),
    standards: text('standards').array().notNull(),
    share: doublePrecision('share').notNull(),
    tokensAMonth: bigint('tokens_a_month', { mode: 'number' }).notNull(),
    atOnce: integer('at_once').notNull(),
    setAt: moment('set_at').notNull(),
    setBy: text('set_by').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId] })],
);

export const modelMarkTable = pgTable(
  'model_mark',
  {
    orgId: text('org_id').notNull(),
    contactId: text('contact_id').notNull(),
    contactVersion: integer('contact_version').notNull(),
    standard: text('standard').notNull(),
    standardVersion: text('standard_version').notNull(),
    askedAs: text('asked_as').notNull(),
    verdict: text('verdict').$type<Verdict>().notNull(),
    evidence: jsonb('evidence').$type<readonly Evidence[]>().notNull(),
    why: text('why'),
    instructed: boolean('instructed').notNull(),
    markedAt: moment('marked_at').notNull(),
  },
  (row) => [
    primaryKey({
      columns: [row.orgId, row.contactId, row.contactVersion, row.standard, row.standardVersion, row.askedAs],
    }),
  ],
);

export const modelUseTable = pgTable(
  'model_use',
  {
    orgId: text('org_id').notNull(),
    month: text('month').notNull(),
    calls: integer('calls').notNull(),
    tokensIn: bigint('tokens_in', { mode: 'number' }).notNull(),
    tokensOut: bigint('tokens_out', { mode: 'number' }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.month] })],
);
