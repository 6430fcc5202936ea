// Procedures and duties taken in from the record and read back whole, every version of every one.
import { readVersions, takeVersions } from '../documents/documents.use.ts';
import { asTheyHeld } from '../documents/review/held-versions.use.ts';
import type { Origin, Sourced, Taken } from '../kernel/sourced.ts';
import { countsOf, prefixed, takeRows } from '../people/take-rows.use.ts';
import type { Work } from '../platform/db/work.ts';
import type { Duty, ProcedureVersion } from './procedure.core.ts';
import * as store from './procedure.store.ts';

/** @throws Fault `record-import-forbidden` */
export async function importProcedures(work: Work, rows: readonly Sourced<ProcedureVersion>[]): Promise<Taken> {
  const kept = await takeVersions(work, 'procedure', rows);
  await store.writeProcedures(work, [...kept.addedRows, ...kept.changedRows]);
  return countsOf(kept);
}

/**
 * Every version on record, by id, oldest first: ask with `inForce` which held on a day. One that was suspended, since nobody had
 * re-justified it, stands once for each stretch of days on which it held.
 */
export async function readProcedures(work: Work): Promise<ProcedureVersion[]> {
  const versions = await store.proceduresOf(
    work,
    (await readVersions(work, 'procedure')).map((one) => one.row),
  );
  return asTheyHeld(work, 'procedure', versions, () => false);
}

/** @throws Fault `record-import-forbidden` */
export async function importDuties(work: Work, rows: readonly Sourced<Duty>[]): Promise<Taken> {
  return countsOf(
    await takeRows(
      work,
      'duties',
      async () => store.keepDuties(work, rows),
      (row) => row.id,
    ),
  );
}

export async function readDuties(work: Work): Promise<Duty[]> {
  return store.dutiesOf(work);
}

/** Where rows were last read from, by `kind/key`, e.g. `duty/...`. */
export async function readDutyOrigins(work: Work): Promise<Map<string, Origin>> {
  return new Map(prefixed('duty', await store.dutyOrigins(work)));
}
