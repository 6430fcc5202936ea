// Versions of documents and who acknowledged them; migrations/0050_documents.sql says what guards them.
import { asc, sql } from 'drizzle-orm';
import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, keptColumns } from '../people/kept.table.ts';
import type { AcknowledgementAnswer, DocumentKind, DocumentVersion } from './document.core.ts';

export const documentVersionTable = pgTable(
  'document_version',
  {
    orgId: text('org_id').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    id: text('id').notNull(),
    version: text('version').notNull(),
    title: text('title').notNull(),
    owner: text('owner'),
    from: day('from_day').notNull(),
    to: day('to_day'),
    reviewDue: day('review_due'),
    roles: text('roles').array().notNull(),
    sites: text('sites').array().notNull(),
    clarity: text('clarity').$type<NonNullable<DocumentVersion['clarity']>>(),
    ...keptColumns,
  },
  (row) => [primaryKey({ columns: [row.orgId, row.kind, row.id, row.version] })],
);

/** Versions of one document; of those that began on one day the one that was replaced first stands first. */
export const oldestFirst = [
  asc(documentVersionTable.from),
  sql`${documentVersionTable.to} asc nulls last`,
  asc(documentVersionTable.recordedAt),
  asc(documentVersionTable.version),
];

export const acknowledgementTable = pgTable(
  'acknowledgement',
  {
    orgId: text('org_id').notNull(),
    person: text('person_id').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    document: text('document_id').notNull(),
    version: text('version').notNull(),
    on: day('on_day').notNull(),
    answer: text('answer').$type<AcknowledgementAnswer>().notNull(),
    ...keptColumns,
  },
  (row) => [primaryKey({ columns: [row.orgId, row.person, row.kind, row.document, row.version, row.on] })],
);
