// The tables of contacts and of what an import read and refused.
import { boolean, doublePrecision, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { FormAnswer, Turn } from '../standards/encounter.core.ts';
import type { Contact } from './contact.core.ts';
import type { FactColumns } from './prepare-contact.core.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'string' });

export const importTable = pgTable(
  'import',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    label: text('label').notNull(),
    startedAt: moment('started_at').notNull(),
    finishedAt: moment('finished_at'),
    counts: jsonb('counts').$type<Record<string, number>>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const rejectTable = pgTable(
  'reject',
  {
    orgId: text('org_id').notNull(),
    importId: text('import_id').notNull(),
    seq: integer('seq').notNull(),
    file: text('file').notNull(),
    row: integer('row'),
    field: text('field'),
    expected: text('expected').notNull(),
    remedy: text('remedy').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.importId, row.seq] })],
);

export const contactTable = pgTable(
  'contact',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    version: integer('version').notNull(),
    latest: boolean('latest').notNull(),
    contentHash: text('content_hash').notNull(),
    importId: text('import_id').notNull(),
    sourceFile: text('source_file').notNull(),
    originalId: text('original_id').notNull(),
    format: text('format').notNull(),
    channel: text('channel').$type<Contact['channel']>().notNull(),
    direction: text('direction').$type<NonNullable<Contact['direction']>>(),
    language: text('language').notNull(),
    timing: text('timing').$type<Contact['timing']>().notNull(),
    heardBy: text('heard_by').$type<NonNullable<Contact['heardBy']>>(),
    startedAt: moment('started_at'),
    startedLocal: text('started_local'),
    durationSeconds: doublePrecision('duration_seconds'),
    siteId: text('site_id'),
    personId: text('person_id'),
    repHash: text('rep_hash'),
    outcome: text('outcome').$type<NonNullable<Contact['outcome']>>(),
    outcomeStated: text('outcome_stated'),
    productAsked: text('product_asked'),
    priceQuoted: doublePrecision('price_quoted'),
    rings: integer('rings'),
    secondsToAnswer: doublePrecision('seconds_to_answer'),
    customerHash: text('customer_hash'),
    consentBasis: text('consent_basis').$type<Contact['consentBasis']>().notNull(),
    repFrom: text('rep_from').$type<Contact['repFrom']>().notNull(),
    repCertainty: doublePrecision('rep_certainty').notNull(),
    words: integer('words').notNull(),
    turns: jsonb('turns').$type<readonly Turn[]>().notNull(),
    answers: jsonb('answers').$type<readonly FormAnswer[]>().notNull(),
    holds: jsonb('holds').$type<NonNullable<Contact['holds']>>(),
    notes: jsonb('notes').$type<readonly string[]>().notNull(),
    markedWith: text('marked_with'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id, row.version] })],
);

export const contactFactTable = pgTable(
  'contact_fact',
  {
    orgId: text('org_id').notNull(),
    keyHash: text('key_hash').notNull(),
    facts: jsonb('facts').$type<FactColumns>().notNull(),
    importId: text('import_id').notNull(),
    file: text('file').notNull(),
    row: integer('row').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.keyHash] })],
);

export const contactKeyTable = pgTable(
  'contact_key',
  {
    orgId: text('org_id').notNull(),
    keyHash: text('key_hash').notNull(),
    contactId: text('contact_id').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.keyHash, row.contactId] })],
);
