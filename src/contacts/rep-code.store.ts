// Contacts of a rep whom the record doesn't know, counted by site.
import { and, eq, isNull, like, sql } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import { contactTable } from './contact.table.ts';

/** Most contacts first; `site` is null where they don't say. @param code as `repCodeOf` writes it */
export async function contactsOfCode(
  tx: Tx,
  orgId: string,
  code: string,
): Promise<{ site: string | null; contacts: number }[]> {
  const { siteId, repHash, personId } = contactTable;
  const contacts = sql<number>`count(*)::int`;
  return tx
    .select({ site: siteId, contacts })
    .from(contactTable)
    .where(and(eq(contactTable.orgId, orgId), like(repHash, `${code.slice(4)}%`), isNull(personId)))
    .groupBy(siteId)
    .orderBy(sql`${contacts} desc`, siteId);
}
