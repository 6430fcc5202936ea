// The table of what is left of erased contacts: counts, with no word and no person.
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

export const erasedCountTable = pgTable(
  'erased_count',
  {
    orgId: text('org_id').notNull(),
    standard: text('standard').notNull(),
    standardVersion: text('standard_version').notNull(),
    siteId: text('site_id').notNull(),
    /** At the site. */
    day: text('day').notNull(),
    kind: text('kind').notNull(),
    met: integer('met').notNull(),
    failed: integer('failed').notNull(),
    unsure: integer('unsure').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.standard, row.standardVersion, row.siteId, row.day, row.kind] })],
);
