// Rows of what was tried with people.
import { asc, eq } from 'drizzle-orm';
import { present } from '../kernel/present.ts';
import type { Sourced } from '../kernel/sourced.ts';
import { keepRows, type Kept } from '../platform/db/keep-rows.ts';
import type { Work } from '../platform/db/work.ts';
import { attemptTable } from './attempt.table.ts';
import type { Attempt } from './personnel.core.ts';

export async function keepAttempts(work: Work, rows: readonly Sourced<Attempt>[]): Promise<Kept<Attempt>> {
  return keepRows(work, attemptTable, ['id'], rows, (row) => ({ ...row }));
}

export async function attemptsOf({ tx, actor }: Work): Promise<Attempt[]> {
  const { id, person, tried, standards, on, result, account } = attemptTable;
  const rows = await tx
    .select({ id, person, tried, standards, on, result, account })
    .from(attemptTable)
    .where(eq(attemptTable.orgId, actor.orgId))
    .orderBy(asc(on), asc(id));
  return rows.map((row) => present(row));
}
