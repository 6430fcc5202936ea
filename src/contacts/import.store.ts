// Rows of an import: what it was, what it refused, and the facts that came beside contacts.
import { and, asc, desc, eq, gt, isNull, or } from 'drizzle-orm';
import { insertMany } from '../platform/db/insert-many.ts';
import type { Tx } from '../platform/db/work.ts';
import type { Reject } from './contact.core.ts';
import { contactFactTable, contactKeyTable, contactTable, importTable, rejectTable } from './contact.table.ts';

export async function writeImport(tx: Tx, row: typeof importTable.$inferInsert): Promise<void> {
  await tx.insert(importTable).values(row);
}

export async function finishImport(
  tx: Tx,
  orgId: string,
  id: string,
  at: string,
  counts: Record<string, number>,
): Promise<void> {
  await tx
    .update(importTable)
    .set({ finishedAt: at, counts })
    .where(and(eq(importTable.orgId, orgId), eq(importTable.id, id)));
}

/** Whether it was said to be finished. */
export async function importFinished(tx: Tx, orgId: string, id: string): Promise<boolean> {
  const [row] = await tx
    .select({ finishedAt: importTable.finishedAt })
    .from(importTable)
    .where(and(eq(importTable.orgId, orgId), eq(importTable.id, id)));
  return row?.finishedAt != null;
}

export async function importExists(tx: Tx, orgId: string, id: string): Promise<boolean> {
  const found = await tx
    .select({ id: importTable.id })
    .from(importTable)
    .where(and(eq(importTable.orgId, orgId), eq(importTable.id, id)));
  return found.length > 0;
}

export async function latestImports(tx: Tx, orgId: string, limit: number) {
  return tx
    .select({ id: importTable.id, label: importTable.label, startedAt: importTable.startedAt })
    .from(importTable)
    .where(eq(importTable.orgId, orgId))
    .orderBy(desc(importTable.startedAt))
    .limit(limit);
}

export async function writeRejects(
  tx: Tx,
  orgId: string,
  importId: string,
  firstSeq: number,
  rejects: readonly Reject[],
): Promise<void> {
  await insertMany(
    tx,
    rejectTable,
    rejects.map((one, index) => ({
      orgId,
      importId,
      seq: firstSeq + index,
      ...one,
      row: one.row ?? null,
      field: one.field ?? null,
    })),
    // A file that is read again after a stop refuses the same rows again.
    { onConflict: 'nothing' },
  );
}

export async function readRejects(tx: Tx, orgId: string, importId: string): Promise<Reject[]> {
  const rows = await tx
    .select()
    .from(rejectTable)
    .where(and(eq(rejectTable.orgId, orgId), eq(rejectTable.importId, importId)))
    .orderBy(asc(rejectTable.seq));
  return rows.map((row) => ({
    file: row.file,
    ...(row.row === null ? {} : { row: row.row }),
    ...(row.field === null ? {} : { field: row.field }),
    expected: row.expected,
    remedy: row.remedy,
  }));
}

export async function writeFacts(tx: Tx, rows: readonly (typeof contactFactTable.$inferInsert)[]): Promise<void> {
  for (const row of rows) {
    await tx
      .insert(contactFactTable)
      .values(row)
      .onConflictDoUpdate({
        target: [contactFactTable.orgId, contactFactTable.keyHash],
        set: { facts: row.facts, importId: row.importId, file: row.file, row: row.row },
      });
  }
}

/** Facts that belong to contacts in the store, with those contacts, in order of contact id after `after`. */
export async function factsAndContacts(tx: Tx, orgId: string, importId: string, after: string, limit: number) {
  return tx
    .select({ contact: contactTable, facts: contactFactTable.facts, keyHash: contactFactTable.keyHash })
    .from(contactFactTable)
    .innerJoin(
      contactKeyTable,
      and(eq(contactKeyTable.orgId, orgId), eq(contactKeyTable.keyHash, contactFactTable.keyHash)),
    )
    .innerJoin(
      contactTable,
      and(eq(contactTable.orgId, orgId), eq(contactTable.id, contactKeyTable.contactId), contactTable.latest),
    )
    .where(
      and(
        eq(contactFactTable.orgId, orgId),
        gt(contactTable.id, after),
        or(eq(contactFactTable.importId, importId), eq(contactTable.importId, importId)),
      ),
    )
    .orderBy(asc(contactTable.id), asc(contactFactTable.keyHash))
    .limit(limit);
}

/** Facts of one import that name no contact in the store: the file and row of each. */
export async function factsWithoutContact(tx: Tx, orgId: string, importId: string) {
  return tx
    .select({ file: contactFactTable.file, row: contactFactTable.row })
    .from(contactFactTable)
    .leftJoin(
      contactKeyTable,
      and(eq(contactKeyTable.orgId, orgId), eq(contactKeyTable.keyHash, contactFactTable.keyHash)),
    )
    .where(
      and(
        eq(contactFactTable.orgId, orgId),
        eq(contactFactTable.importId, importId),
        isNull(contactKeyTable.contactId),
      ),
    )
    .orderBy(asc(contactFactTable.file), asc(contactFactTable.row));
}
