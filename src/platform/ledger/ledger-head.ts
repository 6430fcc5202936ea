// The last line of an organisation's ledger: whoever finds it unchanged knows that nothing was done since.
import { eq, sql } from 'drizzle-orm';
import type { Tx, Work } from '../db/work.ts';
import { writeHead, type LedgerHead } from './chain.core.ts';
import { firstPrev } from './event.core.ts';
import { ledgerHeadTable } from './event.table.ts';

/** As `ledger verify --head` takes it: `SEQ:HASH`. */
export async function ledgerHead({ tx, actor }: Work): Promise<string> {
  return writeHead(await headOf(tx, actor.orgId));
}

export async function headOf(tx: Tx, orgId: string): Promise<LedgerHead> {
  const heads = await tx.select().from(ledgerHeadTable).where(eq(ledgerHeadTable.orgId, orgId));
  return heads[0] ?? { seq: 0, hash: firstPrev };
}

/** Makes whoever appends wait until this transaction ends. Returns the number of the last line. */
export async function claimLedger({ tx }: Work): Promise<number> {
  const heads = await tx.select({ seq: sql<number>`seq`.mapWith(Number) }).from(sql`ledger_claim()`);
  return heads[0]?.seq ?? 0;
}
