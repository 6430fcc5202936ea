// Failures that a ruling took out; migrations/0146_disputes.sql says what guards them.
import { sql, type SQL } from 'drizzle-orm';
import { type PgColumn, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

export const overturnedTable = pgTable(
  'overturned_mark',
  {
    orgId: text('org_id').notNull(),
    contact: text('contact_id').notNull(),
    standard: text('standard').notNull(),
    mark: text('mark_id').notNull(),
    ruledBy: text('ruled_by').notNull(),
    at: timestamp('overturned_at', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.contact, row.standard] })],
);

interface Marks {
  readonly orgId: PgColumn;
  readonly contactId: PgColumn;
  readonly standard: PgColumn;
  readonly verdict: PgColumn;
}

/** A condition on marks: a failure that a ruling took out is none. */
export function noRulingAgainst(mark: Marks): SQL {
  const { orgId, contact, standard } = overturnedTable;
  return sql`(${mark.verdict} <> 'failed' or not exists (select from ${overturnedTable}
    where ${orgId} = ${mark.orgId} and ${contact} = ${mark.contactId} and ${standard} = ${mark.standard}))`;
}
