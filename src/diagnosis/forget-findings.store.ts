// Findings about contacts that go, of whichever run.
import { and, eq } from 'drizzle-orm';
import { anyOf } from '../platform/db/any-of.ts';
import type { Tx } from '../platform/db/work.ts';
import { findingTable } from './finding.table.ts';

export async function dropFindingsOf(tx: Tx, orgId: string, contacts: readonly string[]): Promise<void> {
  await tx.delete(findingTable).where(and(eq(findingTable.orgId, orgId), anyOf(findingTable.contact, contacts)));
}
