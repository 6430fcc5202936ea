// Marks that people made before reviews were kept here; migrations/0042_past-marks.sql says why no contact is pointed at.
import { doublePrecision, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, keptColumns } from '../people/kept.table.ts';
import type { Verdict } from '../standards/standard.core.ts';

export const pastMarkTable = pgTable(
  'past_mark',
  {
    orgId: text('org_id').notNull(),
    keyHash: text('key_hash').notNull(),
    standard: text('standard').notNull(),
    markerHash: text('marker_hash').notNull(),
    verdict: text('verdict').$type<Verdict>().notNull(),
    probability: doublePrecision('probability'),
    on: day('on_day'),
    ...keptColumns,
  },
  (row) => [primaryKey({ columns: [row.orgId, row.keyHash, row.standard, row.markerHash] })],
);
