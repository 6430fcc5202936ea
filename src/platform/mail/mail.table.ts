// The table of mail that is to be sent; migrations/0023_mail.sql and 0090_mail-once.sql say what guards it.
import { boolean, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

export const mailTable = pgTable(
  'mail',
  {
    orgId: text('org_id').notNull(),
    id: text('id').notNull(),
    to: text('to_address').notNull(),
    subject: text('subject').notNull(),
    words: text('words').notNull(),
    madeAt: instant('made_at').notNull(),
    sentAt: instant('sent_at'),
    tries: integer('tries').notNull().default(0),
    failed: text('failed'),
    html: text('html'),
    once: boolean('once').notNull().default(false),
    claimedAt: instant('claimed_at'),
  },
  (row) => [primaryKey({ columns: [row.orgId, row.id] })],
);
