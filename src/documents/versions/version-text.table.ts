// Versions that were published here, whole; and reviews that let a version stand on.
import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, instant } from '../../people/kept.table.ts';
import type { DocumentKind } from '../document.core.ts';
import type { DraftContent } from '../drafts/draft.core.ts';
import type { DecidedChange } from './version-text.core.ts';

export const versionTextTable = pgTable(
  'document_text',
  {
    orgId: text('org_id').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    id: text('id').notNull(),
    version: text('version').notNull(),
    content: jsonb('content').$type<DraftContent>().notNull(),
    sha256: text('sha256').notNull(),
    material: boolean('material').notNull(),
    materialSince: text('material_since').notNull(),
    change: jsonb('change').$type<DecidedChange>().notNull(),
    letters: text('letters').array().notNull(),
    draft: text('draft_id').notNull(),
    revision: integer('revision').notNull(),
    publishedBy: text('published_by').notNull(),
    publishedAt: instant('published_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.kind, row.id, row.version] })],
);

export const reviewTable = pgTable(
  'document_review',
  {
    orgId: text('org_id').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    id: text('id').notNull(),
    version: text('version').notNull(),
    nth: integer('nth').notNull(),
    on: day('on_day').notNull(),
    nextDue: day('next_due').notNull(),
    why: text('why').notNull(),
    by: text('reviewed_by').notNull(),
    at: instant('reviewed_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.kind, row.id, row.version, row.nth] })],
);
