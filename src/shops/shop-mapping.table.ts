// Mappings kept by a name; migrations/0091_shop-mappings.sql says what guards them.
import { jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { ShopMapping } from './shop-mapping.core.ts';

export const shopMappingTable = pgTable(
  'shop_mapping',
  {
    orgId: text('org_id').notNull(),
    name: text('name').notNull(),
    columns: jsonb('columns').$type<ShopMapping>().notNull(),
    keptAt: timestamp('kept_at', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.name] })],
);
