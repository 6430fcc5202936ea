// The Merkle tree over an organisation's ledger. A leaf is a line's canonical bytes, so whoever holds a line can check it.
import { and, asc, eq, gt, lte } from 'drizzle-orm';
import { eachBatch } from '../db/each-batch.ts';
import type { Tx } from '../db/work.ts';
import { lineText, type LedgerLine } from './event.core.ts';
import { eventTable } from './event.table.ts';
import { leafHash, treeOf, type MerkleTree } from '../../kernel/merkle.ts';
import { quickSha256 } from './signing.ts';

/** The hash of a line as a leaf of the tree. */
function leafOfLine(line: Omit<LedgerLine, 'hash'>): Uint8Array {
  return leafHash(new TextEncoder().encode(lineText(line)), quickSha256);
}

/** The tree over the first `size` lines as they stand in the database now; of fewer, where there are fewer. */
export async function readLedgerTree(tx: Tx, orgId: string, size: number): Promise<MerkleTree> {
  const leaves: Uint8Array[] = [];
  const rows = eachBatch<typeof eventTable.$inferSelect>((after, limit) =>
    tx
      .select()
      .from(eventTable)
      .where(and(eq(eventTable.orgId, orgId), gt(eventTable.seq, after?.seq ?? 0), lte(eventTable.seq, size)))
      .orderBy(asc(eventTable.seq))
      .limit(limit),
  );
  for await (const batch of rows)
    for (const row of batch) leaves.push(leafOfLine({ ...row, at: row.at.toISOString() }));
  return treeOf(leaves, quickSha256);
}
