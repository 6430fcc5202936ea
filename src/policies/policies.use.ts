// Policies taken in from the record and read back whole, every version of every one.
import { readVersions, takeVersions } from '../documents/documents.use.ts';
import { asTheyHeld } from '../documents/review/held-versions.use.ts';
import type { Sourced, Taken } from '../kernel/sourced.ts';
import { countsOf } from '../people/take-rows.use.ts';
import type { Work } from '../platform/db/work.ts';
import type { PolicyVersion } from './policy.core.ts';
import * as store from './policy.store.ts';
import { bringLinksUpToDate } from './reasons/links-up-to-date.use.ts';

/** @throws Fault `record-import-forbidden` */
export async function importPolicies(work: Work, rows: readonly Sourced<PolicyVersion>[]): Promise<Taken> {
  const kept = await takeVersions(work, 'policy', rows);
  const written = [...kept.addedRows, ...kept.changedRows];
  await store.writePolicies(work, written);
  await bringLinksUpToDate(work, written, true);
  return countsOf(kept);
}

/**
 * Every version on record, by id, oldest first: ask with `inForce` which held on a day. One that was suspended, since nobody had
 * re-justified it, stands once for each stretch of days on which it held.
 * @param id of one policy; left out: of all
 */
export async function readPolicies(work: Work, id?: string): Promise<PolicyVersion[]> {
  const versions = await store.policiesOf(
    work,
    (await readVersions(work, 'policy', id)).map((one) => one.row),
    id,
  );
  return asTheyHeld(work, 'policy', versions, (policy) => policy.legalBasis !== undefined);
}
