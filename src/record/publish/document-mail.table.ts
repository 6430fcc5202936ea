// Who was written to about which document; migrations/0134_mail-about-documents.sql.
import { date, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';

export const documentMailTable = pgTable(
  'document_mail',
  {
    orgId: text('org_id').notNull(),
    about: text('about').notNull(),
    member: text('member_id').notNull(),
    on: date('on_day', { mode: 'string' }).notNull(),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.about, row.member] })],
);
