// Drafts with every save of them, what two wrote of one place, and who has a draft open; migrations/0051_document-drafts.sql
// says what guards them.
import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '../../people/kept.table.ts';
import type { DocumentKind } from '../document.core.ts';
import type { DraftContent } from './draft.core.ts';

export const draftTable = pgTable(
  'document_draft',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    document: text('document_id').notNull(),
    basedOn: text('based_on'),
    revision: integer('revision').notNull(),
    content: jsonb('content').$type<DraftContent>().notNull(),
    sites: text('sites').array().notNull(),
    letters: text('letters').array().notNull(),
    begunBy: text('begun_by').notNull(),
    begunAt: instant('begun_at').notNull(),
    changedBy: text('changed_by').notNull(),
    changedAt: instant('changed_at').notNull(),
    askedRevision: integer('asked_revision'),
    askedAt: instant('asked_at'),
    material: boolean('material'),
    materialWhy: text('material_why'),
    accepted: text('accepted').array().notNull(),
    ended: text('ended').$type<'published' | 'dropped'>(),
    endedAt: instant('ended_at'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const saveTable = pgTable(
  'document_save',
  {
    orgId: text('org_id').notNull(),
    draft: text('draft_id').notNull(),
    revision: integer('revision').notNull(),
    content: jsonb('content').$type<DraftContent>().notNull(),
    by: text('saved_by').notNull(),
    at: instant('saved_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.draft, row.revision] })],
);

export const clashTable = pgTable(
  'document_clash',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    draft: text('draft_id').notNull(),
    place: text('place').notNull(),
    mine: jsonb('mine').$type<{ readonly value: unknown }>().notNull(),
    revision: integer('revision').notNull(),
    by: text('written_by').notNull(),
    at: instant('written_at').notNull(),
    settledAt: instant('settled_at'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const editorTable = pgTable(
  'document_editor',
  {
    orgId: text('org_id').notNull(),
    draft: text('draft_id').notNull(),
    member: text('member_id').notNull(),
    seenAt: instant('seen_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.draft, row.member] })],
);
