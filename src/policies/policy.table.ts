// What a policy adds to a version of a document: its class, its legal basis and its clauses.
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PolicyClass } from './policy.core.ts';

export const policyVersionTable = pgTable(
  'policy_version',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    version: text('version').notNull(),
    class: text('class').$type<PolicyClass>().notNull(),
    legalBasis: text('legal_basis'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id, row.version] })],
);

export const policyClauseTable = pgTable(
  'policy_clause',
  {
    orgId: text('org_id').notNull(),
    policy: text('policy_id').notNull(),
    version: text('version').notNull(),
    id: text('id').notNull(),
    position: integer('position').notNull(),
    words: text('words').notNull(),
    serves: text('serves').array().notNull(),
    obstructs: text('obstructs').array().notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.policy, row.version, row.id] })],
);
