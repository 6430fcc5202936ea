// Rows of what contacts were worth, by the keyed digest of the id they go by; joined to contacts only when read.
import { and, asc, eq } from 'drizzle-orm';
import { present } from '../kernel/present.ts';
import type { Sourced } from '../kernel/sourced.ts';
import { keepRows, type Kept } from '../platform/db/keep-rows.ts';
import type { Work } from '../platform/db/work.ts';
import { contactKeyTable } from './contact.table.ts';
import { factKeyHash } from './identity.core.ts';
import type { ContactWorth } from './worth.core.ts';
import { contactWorthTable } from './worth.table.ts';

export async function keepWorths(work: Work, rows: readonly Sourced<ContactWorth>[]): Promise<Kept<ContactWorth>> {
  return keepRows(work, contactWorthTable, ['keyHash'], rows, ({ contact, ...row }) => ({
    ...row,
    keyHash: factKeyHash(work.key, contact),
  }));
}

/** What is known of contacts that are here, `contact` being our own id; the rows of absent ones wait. */
export async function worthsOf({ tx, actor }: Work): Promise<ContactWorth[]> {
  const { outcome, worth, on } = contactWorthTable;
  const rows = await tx
    .selectDistinct({ contact: contactKeyTable.contactId, outcome, worth, on })
    .from(contactWorthTable)
    .innerJoin(
      contactKeyTable,
      and(eq(contactKeyTable.orgId, actor.orgId), eq(contactKeyTable.keyHash, contactWorthTable.keyHash)),
    )
    .where(eq(contactWorthTable.orgId, actor.orgId))
    .orderBy(asc(contactKeyTable.contactId));
  return rows.map((row) => present(row));
}
