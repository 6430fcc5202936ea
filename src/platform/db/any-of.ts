// Is a column one of many values? As one parameter, whatever their number: a parameter for each costs more to bind than the
// rows to find, and every new number of them is another statement to plan.
import { sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';

/** `column = any(values)`; of no values, no row is one. For columns of type text. */
export function anyOf(column: PgColumn, values: Iterable<string>): SQL {
  return sql`${column} = any(${sql.param([...values])}::text[])`;
}
