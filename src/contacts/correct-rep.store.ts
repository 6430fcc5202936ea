// The rep of a contact, written anew.
import { and, eq } from 'drizzle-orm';
import type { Work } from '../platform/db/work.ts';
import { contactTable } from './contact.table.ts';

export async function writeRep(
  { tx, actor }: Work,
  contact: string,
  personId: string | null,
  repHash: string | null,
): Promise<void> {
  await tx
    .update(contactTable)
    .set({ personId, repHash })
    .where(and(eq(contactTable.orgId, actor.orgId), eq(contactTable.id, contact)));
}
