// What was said of a draft's revisions, and the rules of approving; migrations/0051_document-drafts.sql says what guards them.
import { boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '../../people/kept.table.ts';
import type { DocumentKind } from '../document.core.ts';
import type { SaidWord } from './approval.core.ts';

export const sayTable = pgTable(
  'document_say',
  {
    orgId: text('org_id').notNull(),
    draft: text('draft_id').notNull(),
    nth: integer('nth').notNull(),
    revision: integer('revision').notNull(),
    said: text('said').$type<SaidWord>().notNull(),
    why: text('why'),
    alone: boolean('alone').notNull(),
    member: text('member_id').notNull(),
    at: instant('said_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.draft, row.nth] })],
);

export const ruleTable = pgTable(
  'document_rule',
  {
    orgId: text('org_id').notNull(),
    kind: text('kind').$type<DocumentKind>().notNull(),
    scope: text('scope').notNull(),
    quorum: integer('quorum').notNull(),
    approvers: text('approvers').array().notNull(),
    counsel: boolean('counsel').notNull(),
    counselDays: integer('counsel_days').notNull(),
    signOff: boolean('sign_off').notNull(),
    reviewMonths: integer('review_months').notNull(),
    sunsetAll: boolean('sunset_all').notNull(),
    setBy: text('set_by').notNull(),
    setAt: instant('set_at').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.kind, row.scope] })],
);
