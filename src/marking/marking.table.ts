// The tables of marks and of the standards they were made with.
import { boolean, integer, jsonb, pgTable, primaryKey, real, text, timestamp } from 'drizzle-orm/pg-core';
import type { EncounterMarks, Evidence, MarkDraft, Standard } from '../standards/standard.core.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const standardVersionTable = pgTable(
  'standard_version',
  {
    orgId: text('org_id').notNull(),
    standard: text('standard').notNull(),
    version: text('version').notNull(),
    stated: jsonb('stated').$type<Standard>().notNull(),
    seenAt: moment('seen_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.standard, row.version] })],
);

export const packSetTable = pgTable(
  'pack_set',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    standards: jsonb('standards').$type<Record<string, string>>().notNull(),
    current: boolean('current').notNull(),
    madeAt: moment('made_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const markingTable = pgTable(
  'marking',
  {
    orgId: text('org_id').notNull(),
    contactId: text('contact_id').notNull(),
    contactVersion: integer('contact_version').notNull(),
    packSet: text('pack_set').notNull(),
    kinds: jsonb('kinds').$type<readonly string[]>().notNull(),
    reason: jsonb('reason').$type<Evidence>(),
    heard: jsonb('heard').$type<readonly Heard[]>().notNull(),
    notApplicable: integer('not_applicable').notNull(),
    markedAt: moment('marked_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.contactId, row.contactVersion] })],
);

/** Words of a contact that serve as a record: the name a pack gives them, and where they stand. */
export type Heard = NonNullable<EncounterMarks['heard']>[number];

export const markTable = pgTable(
  'mark',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    contactId: text('contact_id').notNull(),
    contactVersion: integer('contact_version').notNull(),
    standard: text('standard').notNull(),
    standardVersion: text('standard_version').notNull(),
    marker: text('marker').$type<MarkDraft['marker']>().notNull(),
    verdict: text('verdict').$type<MarkDraft['verdict']>().notNull(),
    confidence: real('confidence').notNull(),
    evidence: jsonb('evidence').$type<readonly Evidence[]>().notNull(),
    searched: jsonb('searched').$type<NonNullable<MarkDraft['searched']>>(),
    why: text('why'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
