// What was tried with people, taken in from the record and read back, oldest first.
import type { Sourced, Taken } from '../kernel/sourced.ts';
import { countsOf, takeRows } from '../people/take-rows.use.ts';
import type { Work } from '../platform/db/work.ts';
import * as store from './attempt.store.ts';
import type { Attempt } from './personnel.core.ts';

/** @throws Fault `record-import-forbidden` */
export async function importAttempts(work: Work, rows: readonly Sourced<Attempt>[]): Promise<Taken> {
  return countsOf(
    await takeRows(
      work,
      'attempts',
      async () => store.keepAttempts(work, rows),
      (row) => row.id,
    ),
  );
}

export async function readAttempts(work: Work): Promise<Attempt[]> {
  return store.attemptsOf(work);
}
