// Rows of certificates.
import { asc, eq } from 'drizzle-orm';
import { present } from '../kernel/present.ts';
import type { Origin, Sourced } from '../kernel/sourced.ts';
import { keepRows, originsOf, type Kept } from '../platform/db/keep-rows.ts';
import type { Work } from '../platform/db/work.ts';
import { certificateTable } from './certificate.table.ts';
import type { Certificate } from './training.core.ts';

export async function keepCertificates(work: Work, rows: readonly Sourced<Certificate>[]): Promise<Kept<Certificate>> {
  return keepRows(work, certificateTable, ['id'], rows, (row) => ({ ...row }));
}

export async function certificatesOf({ tx, actor }: Work): Promise<Certificate[]> {
  const { id, person, task, standards, procedure, procedureVersion, on, expires, lastPractised } = certificateTable;
  const rows = await tx
    .select({ id, person, task, standards, procedure, procedureVersion, on, expires, lastPractised })
    .from(certificateTable)
    .where(eq(certificateTable.orgId, actor.orgId))
    .orderBy(asc(on), asc(id));
  return rows.map((row) => present(row));
}

export async function certificateOrigins(work: Work): Promise<Map<string, Origin>> {
  return originsOf(work, certificateTable, ['id']);
}
