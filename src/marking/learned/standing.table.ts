// The tables of learned markers and of which of them stands; migrations/0150_learned-markers.sql says more.
import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Verdict } from '../../standards/standard.core.ts';
import type { MarkerWeights } from './marker-model.core.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string', precision: 3 });

/** What is kept of a learned marker: its weights, and what `learning` tells of it. */
export interface MarkerDocument {
  readonly weights: MarkerWeights;
  readonly card: unknown;
}

export const learnedMarkerTable = pgTable(
  'learned_marker',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    standard: text('standard').notNull(),
    stated: text('stated').notNull(),
    madeAt: moment('made_at').notNull(),
    madeBy: text('made_by').notNull(),
    document: jsonb('document').$type<MarkerDocument>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const standingMarkerTable = pgTable(
  'standing_marker',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    standard: text('standard').notNull(),
    nth: integer('nth').notNull(),
    marker: text('marker'),
    since: moment('since').notNull(),
    decidedBy: text('decided_by').notNull(),
    how: text('how').$type<'person' | 'by-itself'>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

/** What a learned marker would have said of a contact that taught it; migrations/0154_marker-taught.sql says why. */
export const markerTaughtTable = pgTable(
  'marker_taught',
  {
    orgId: text('org_id').notNull(),
    marker: text('marker').notNull(),
    contactId: text('contact_id').notNull(),
    verdict: text('verdict').$type<Verdict>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.marker, row.contactId] })],
);

export const markerRuleTable = pgTable(
  'marker_rule',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    standard: text('standard').notNull(),
    nth: integer('nth').notNull(),
    afterReviews: integer('after_reviews').notNull(),
    byItself: boolean('by_itself').notNull(),
    setAt: moment('set_at').notNull(),
    setBy: text('set_by').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
