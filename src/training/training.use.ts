// Certificates taken in from the record and read back, oldest first.
import type { Origin, Sourced, Taken } from '../kernel/sourced.ts';
import { countsOf, prefixed, takeRows } from '../people/take-rows.use.ts';
import type { Work } from '../platform/db/work.ts';
import * as store from './certificate.store.ts';
import type { Certificate } from './training.core.ts';

/** @throws Fault `record-import-forbidden` */
export async function importCertificates(work: Work, rows: readonly Sourced<Certificate>[]): Promise<Taken> {
  return countsOf(
    await takeRows(
      work,
      'certificates',
      async () => store.keepCertificates(work, rows),
      (row) => row.id,
    ),
  );
}

export async function readCertificates(work: Work): Promise<Certificate[]> {
  return store.certificatesOf(work);
}

/** Where rows were last read from, by `kind/key`, e.g. `certificate/...`. */
export async function readCertificateOrigins(work: Work): Promise<Map<string, Origin>> {
  return new Map(prefixed('certificate', await store.certificateOrigins(work)));
}
