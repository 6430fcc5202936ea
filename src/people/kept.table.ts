// The columns that every table of the record has beside its own: where a row was last read from, and a keyed digest of
// its content by which the same row is known again. And the two kinds of columns for time.
import { date, integer, text, timestamp } from 'drizzle-orm/pg-core';

export const keptColumns = {
  originFile: text('origin_file').notNull(),
  originRow: integer('origin_row'),
  digest: text('digest').notNull(),
  recordedAt: timestamp('recorded_at', { withTimezone: true, precision: 3, mode: 'date' }).notNull(),
};

/** A calendar day, as text. */
export const day = (name: string) => date(name, { mode: 'string' });

/** An instant, as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
