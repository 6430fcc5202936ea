// Rows of what was said for clauses; migrations/0053_clause-reasons-and-readers.sql says what guards them.
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '../../people/kept.table.ts';
import type { FactorAnswer } from './clause-reasons.core.ts';

const saidOfClause = {
  orgId: text('org_id').notNull(),
  id: text('id').notNull(),
  kind: text('kind').$type<'policy'>().notNull().default('policy'),
  policy: text('policy_id').notNull(),
  version: text('version').notNull(),
  clause: text('clause_id').notNull(),
  wordsDigest: text('words_digest').notNull(),
  by: text('by_actor').notNull(),
  saidAt: instant('said_at').notNull(),
  nth: integer('nth').notNull(),
};

export const clauseReasonTable = pgTable(
  'clause_reason',
  {
    ...saidOfClause,
    purpose: text('purpose'),
    protects: text('protects'),
    legalBasis: text('legal_basis'),
    authority: text('authority'),
    factor: text('factor').$type<FactorAnswer>(),
    factorReason: text('factor_reason'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const clauseLinkTable = pgTable(
  'clause_link',
  {
    ...saidOfClause,
    serves: text('serves').array().notNull(),
    obstructs: text('obstructs').array().notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
