// Tables of judge's files; migrations/0058_checkpoints-and-seals.sql says what guards them.
import { bigint, customType, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { BundleAsked, BundleState, BundleSummary } from './bundle.core.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

export const bundleTable = pgTable(
  'bundle',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    asked: jsonb('asked').$type<BundleAsked>().notNull(),
    state: text('state').$type<BundleState>().notNull(),
    done: integer('done').notNull().default(0),
    of: integer('of_all'),
    says: text('says'),
    askedAt: moment('asked_at').notNull(),
    askedBy: text('asked_by').notNull(),
    madeAt: moment('made_at'),
    bytes: bigint('bytes', { mode: 'number' }),
    pages: integer('pages'),
    sha256: text('sha256'),
    manifest: text('manifest'),
    line: bigint('line', { mode: 'number' }),
    counts: jsonb('counts').$type<BundleSummary>(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const bundlePieceTable = pgTable(
  'bundle_piece',
  {
    orgId: text('org_id').notNull(),
    bundleId: text('bundle_id').notNull(),
    place: integer('place').notNull(),
    bytes: bytes('bytes').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.bundleId, row.place] })],
);

export const bundleContactTable = pgTable(
  'bundle_contact',
  {
    orgId: text('org_id').notNull(),
    bundleId: text('bundle_id').notNull(),
    contactId: text('contact_id').notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.bundleId, row.contactId] })],
);
