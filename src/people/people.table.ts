// The tables of who works where; migrations/0010_people.sql says what guards them.
import { doublePrecision, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { day, instant, keptColumns } from './kept.table.ts';

const orgId = () => text('org_id').notNull();

export const organisationTable = pgTable('organisation', {
  orgId: text('org_id').primaryKey(),
  name: text('name').notNull(),
  otherNames: text('other_names').array().notNull(),
  customerWord: text('customer_word').notNull(),
  products: text('products').array().notNull(),
  currency: text('currency').notNull(),
  enquiriesAMonth: integer('enquiries_a_month'),
  conversion: doublePrecision('conversion'),
  worthOfAStay: doublePrecision('worth_of_a_stay'),
  standards: text('standards').array(),
  ...keptColumns,
});

export const siteTable = pgTable(
  'site',
  {
    orgId: orgId(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    timeZone: text('time_zone').notNull(),
    locationClass: text('location_class'),
    spokenNames: text('spoken_names').array().notNull(),
    opened: day('opened'),
    closed: day('closed'),
    ...keptColumns,
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const siteMonthTable = pgTable(
  'site_month',
  {
    orgId: orgId(),
    site: text('site_id').notNull(),
    month: text('month').notNull(),
    units: integer('units'),
    price: doublePrecision('price'),
    occupancy: doublePrecision('occupancy'),
    moveIns: integer('move_ins'),
    moveOuts: integer('move_outs'),
    revenue: doublePrecision('revenue'),
    ...keptColumns,
  },
  (row) => [primaryKey({ columns: [row.orgId, row.site, row.month] })],
);

export const personTable = pgTable(
  'person',
  { orgId: orgId(), id: text('id').notNull(), name: text('name').notNull(), ...keptColumns },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);

export const postTable = pgTable(
  'post',
  {
    orgId: orgId(),
    person: text('person_id').notNull(),
    site: text('site_id').notNull(),
    role: text('role').notNull(),
    supervisor: text('supervisor_id'),
    from: day('from_day').notNull(),
    to: day('to_day'),
    ...keptColumns,
  },
  (row) => [primaryKey({ columns: [row.orgId, row.person, row.site, row.from] })],
);

export const shiftTable = pgTable(
  'shift',
  {
    orgId: orgId(),
    person: text('person_id').notNull(),
    site: text('site_id').notNull(),
    from: instant('from_at').notNull(),
    to: instant('to_at').notNull(),
    ...keptColumns,
  },
  (row) => [primaryKey({ columns: [row.orgId, row.person, row.site, row.from] })],
);

export const authorityLimitTable = pgTable(
  'authority_limit',
  {
    orgId: orgId(),
    id: text('id').notNull(),
    role: text('role').notNull(),
    act: text('act').notNull(),
    limit: doublePrecision('most').notNull(),
    from: day('from_day').notNull(),
    to: day('to_day'),
    standards: text('standards').array().notNull(),
    ...keptColumns,
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
