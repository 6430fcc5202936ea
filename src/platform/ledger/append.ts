// Appends to the ledger: one line for one deed, however many things it was done to.
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Work } from '../db/work.ts';
import { digestOf, hashOf, type LedgerLine } from './event.core.ts';
import { eventTable } from './event.table.ts';

export interface Deed {
  /** `thing.verb` in the past tense, e.g. `contacts.added`. */
  readonly kind: string;
  /** Ids of what it was done to; never names or words. For a large batch, the batch's id. */
  readonly subjects: readonly string[];
  /** Content that the line vouches for; only its salted, keyed digest is kept. */
  readonly digestOf?: string;
}

/**
 * Adds one line to the organisation's chain, in the work's own transaction. Appending locks the chain until the
 * transaction ends, so do it last.
 */
export async function append(work: Work, deed: Deed): Promise<LedgerLine> {
  const { tx, actor } = work;
  const heads = await tx
    .select({ seq: sql<number>`seq`.mapWith(Number), hash: sql<string>`hash` })
    .from(sql`ledger_claim()`);
  const head = heads[0];
  if (!head) throw new Error('The ledger has no head, though it was just claimed.');
  const salt = randomBytes(16).toString('hex');
  const unhashed = {
    orgId: actor.orgId,
    seq: head.seq + 1,
    at: work.now,
    actor: actor.id,
    kind: deed.kind,
    subjects: deed.subjects,
    salt,
    digest: deed.digestOf === undefined ? null : digestOf(work.key, salt, deed.digestOf),
    prev: head.hash,
  };
  const line: LedgerLine = { ...unhashed, hash: hashOf(unhashed) };
  await tx.insert(eventTable).values({ ...line, subjects: [...line.subjects], at: new Date(line.at) });
  return line;
}
