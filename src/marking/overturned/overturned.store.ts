// Rows of failures that a ruling took out.
import { and, eq } from 'drizzle-orm';
import { anyOf } from '../../platform/db/any-of.ts';
import type { Work } from '../../platform/db/work.ts';
import { overturnedTable } from './overturned.table.ts';

export interface OverturnedRow {
  readonly contact: string;
  readonly standard: string;
  /** The mark that was looked at. */
  readonly mark: string;
  /** The dispute that ruled so. */
  readonly ruledBy: string;
  readonly at: Date;
}

/** Once for a contact and standard: what was ruled before is replaced. */
export async function writeOverturned(work: Work, row: OverturnedRow): Promise<void> {
  await deleteOverturned(work, row.contact, row.standard);
  await work.tx.insert(overturnedTable).values({ orgId: work.actor.orgId, ...row });
}

export async function deleteOverturned({ tx, actor }: Work, contact: string, standard: string): Promise<void> {
  await tx
    .delete(overturnedTable)
    .where(
      and(
        eq(overturnedTable.orgId, actor.orgId),
        eq(overturnedTable.contact, contact),
        eq(overturnedTable.standard, standard),
      ),
    );
}

/** All of them, or those of some contacts. */
export async function overturnedRows({ tx, actor }: Work, contacts?: readonly string[]): Promise<OverturnedRow[]> {
  if (contacts?.length === 0) return [];
  const { contact, standard, mark, ruledBy, at } = overturnedTable;
  return tx
    .select({ contact, standard, mark, ruledBy, at })
    .from(overturnedTable)
    .where(and(eq(overturnedTable.orgId, actor.orgId), contacts && anyOf(overturnedTable.contact, contacts)));
}

export async function deleteOverturnedOf({ tx, actor }: Work, contacts: readonly string[]): Promise<void> {
  if (contacts.length === 0) return;
  await tx
    .delete(overturnedTable)
    .where(and(eq(overturnedTable.orgId, actor.orgId), anyOf(overturnedTable.contact, contacts)));
}
