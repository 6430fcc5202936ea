// Checkpoints of an organisation's ledger: made, listed, taken away, and a ledger checked against one that was kept elsewhere.
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { Fault } from '../../kernel/fault.ts';
import type { Moment } from '../../kernel/moment.ts';
import { base64Of } from '../../kernel/sha256.ts';
import type { Tx, Work } from '../db/work.ts';
import { webhookTable, webhookTryTable } from '../webhooks/webhooks.store.ts';
import { append } from './append.ts';
import type { LedgerWrong } from './chain.core.ts';
import { checkpointLeftTable, checkpointTable } from './checkpoint.table.ts';
import { eventTable } from './event.table.ts';
import { claimLedger } from './ledger-head.ts';
import { readLedgerTree } from './ledger-tree.ts';
import { rootOf, sameBytes, treeOf, type MerkleTree } from '../../kernel/merkle.ts';
import { readCheckpointText, readNote, writeVerifierKey } from '../../kernel/signed-note.ts';
import { isSignedBy, originOf, quickSha256, signCheckpoint, verifierKeyOf } from './signing.ts';

/** A checkpoint with the tree that it was made over, for proofs. */
export interface MadeCheckpoint {
  readonly size: number;
  readonly root: string;
  /** The signed note. */
  readonly note: string;
  readonly tree: MerkleTree;
}

const checkpointMade = 'checkpoint.made';

/**
 * Signs the ledger as it stands, and tells the ledger, so that whoever hears its lines hears of the checkpoint too. Where the last
 * checkpoint already covers everything that was done it is given again.
 * @throws Fault `ledger-not-as-signed` where it no longer begins as it did when it was signed last
 */
export async function makeCheckpoint(work: Work): Promise<MadeCheckpoint> {
  const { tx, actor, now, key } = work;
  // Nobody appends until this transaction has ended: what is signed is the whole ledger.
  const size = await claimLedger(work);
  const [last] = await tx
    .select()
    .from(checkpointTable)
    .where(eq(checkpointTable.orgId, actor.orgId))
    .orderBy(desc(checkpointTable.size))
    .limit(1);
  const tree = await readLedgerTree(tx, actor.orgId, size);
  if (last) assertBeginsAs(tree, last);
  if (last && !(await anythingSince(work, last.size)))
    return {
      size: last.size,
      root: last.root,
      note: last.note,
      tree: treeOf(tree.levels[0]!.slice(0, last.size), quickSha256),
    };
  const root = rootOf(tree, quickSha256);
  const note = signCheckpoint({ origin: originOf(actor.orgId), size, root }, actor.orgId, key);
  const row = { size, root: base64Of(root), note };
  await tx.insert(checkpointTable).values({ orgId: actor.orgId, ...row, madeAt: new Date(now), madeBy: actor.id });
  const signature = readNote(note)!.signatures[0]!.signature;
  await append(work, { kind: checkpointMade, subjects: [String(size), row.root, base64Of(signature)] });
  return { ...row, tree };
}

function assertBeginsAs(tree: MerkleTree, last: { readonly size: number; readonly root: string }): void {
  const before = treeOf(tree.levels[0]!.slice(0, last.size), quickSha256);
  if (tree.size >= last.size && base64Of(rootOf(before, quickSha256)) === last.root) return;
  throw new Fault(
    'ledger-not-as-signed',
    'conflict',
    `The history no longer begins as it did when its first ${last.size} lines were signed, so nothing new is signed over it. Check the history, keep a copy of the data as it is, and find out who had a hand in it.`,
  );
}

/** Whether anything was done since, but for telling of checkpoints themselves. */
async function anythingSince({ tx, actor }: Work, size: number): Promise<boolean> {
  const found = await tx
    .select({ seq: eventTable.seq })
    .from(eventTable)
    .where(
      and(
        eq(eventTable.orgId, actor.orgId),
        sql`${eventTable.seq} > ${size}`,
        sql`${eventTable.kind} not like 'checkpoint.%'`,
      ),
    )
    .limit(1);
  return found.length > 0;
}

export interface ListedCheckpoint {
  readonly size: number;
  readonly root: string;
  readonly madeAt: Moment;
  readonly madeBy: string;
  /** How it left this machine, the first time each way; empty where it has not. */
  readonly left: readonly { readonly how: 'taken' | 'mailed' | 'webhook'; readonly at: Moment }[];
}

/** The newest first, at most `limit`. */
export async function listCheckpoints({ tx, actor }: Work, limit: number): Promise<ListedCheckpoint[]> {
  const rows = await tx
    .select()
    .from(checkpointTable)
    .where(eq(checkpointTable.orgId, actor.orgId))
    .orderBy(desc(checkpointTable.size))
    .limit(limit);
  if (rows.length === 0) return [];
  const sizes = rows.map((row) => row.size);
  const left = await tx
    .select()
    .from(checkpointLeftTable)
    .where(and(eq(checkpointLeftTable.orgId, actor.orgId), inArray(checkpointLeftTable.size, sizes)))
    .orderBy(checkpointLeftTable.at);
  const told = await toldByWebhook(tx, actor.orgId, sizes);
  return rows.map(({ size, root, madeAt, madeBy }) => ({
    size,
    root,
    madeAt: madeAt.toISOString(),
    madeBy,
    left: [
      ...(['taken', 'mailed'] as const).flatMap((how) => {
        const first = left.find((one) => one.size === size && one.how === how);
        return first ? [{ how, at: first.at.toISOString() }] : [];
      }),
      ...told.filter((one) => one.size === size).map(({ at }) => ({ how: 'webhook' as const, at })),
    ],
  }));
}

/** Of which of these a webhook was told, and took it. The line after the last one that a checkpoint covers tells of it. */
async function toldByWebhook(tx: Tx, orgId: string, sizes: readonly number[]): Promise<{ size: number; at: Moment }[]> {
  const { fromSeq, toSeq, status, at } = webhookTryTable;
  const tries = await tx
    .select({ fromSeq, toSeq, at })
    .from(webhookTryTable)
    .innerJoin(webhookTable, and(eq(webhookTable.orgId, orgId), eq(webhookTable.id, webhookTryTable.webhookId)))
    .where(
      and(
        eq(webhookTryTable.orgId, orgId),
        sql`${status} between 200 and 299`,
        sql`(${webhookTable.kinds} = '{}' or 'checkpoint' = any(${webhookTable.kinds}))`,
      ),
    )
    .orderBy(asc(at));
  return sizes.flatMap((size) => {
    const first = tries.find((one) => one.fromSeq <= size + 1 && one.toSeq >= size + 1);
    return first ? [{ size, at: new Date(first.at).toISOString() }] : [];
  });
}

/** The signed note of a checkpoint, noted as having left. @throws Fault `checkpoint-unknown` */
export async function takeCheckpoint(work: Work, size: number, how: 'taken' | 'mailed' = 'taken'): Promise<string> {
  const { tx, actor, now } = work;
  const [row] = await tx
    .select({ note: checkpointTable.note })
    .from(checkpointTable)
    .where(and(eq(checkpointTable.orgId, actor.orgId), eq(checkpointTable.size, size)));
  if (!row)
    throw new Fault(
      'checkpoint-unknown',
      'missing',
      'There is no checkpoint over so many lines. List them, and take one of those.',
    );
  const left = { orgId: actor.orgId, size, at: new Date(now), how, by: actor.id };
  await tx.insert(checkpointLeftTable).values(left).onConflictDoNothing();
  return row.note;
}

/** The organisation's public key, by which others check its checkpoints. */
export function ownVerifierKey({ actor, key }: Work): string {
  return writeVerifierKey(verifierKeyOf(actor.orgId, key));
}

/**
 * Whether the ledger still begins as a checkpoint says that was kept elsewhere.
 * @returns what is wrong, empty where nothing is, and how many lines it covers
 * @throws Fault `checkpoint-malformed`, `checkpoint-of-another`
 */
export async function compareCheckpoint(work: Work, text: string): Promise<{ size: number; wrong: LedgerWrong[] }> {
  const { tx, actor, key } = work;
  const note = readNote(text);
  const told = note && readCheckpointText(note.text);
  if (!told)
    throw new Fault(
      'checkpoint-malformed',
      'malformed',
      'This is not a checkpoint. Give the file as it was taken away or mailed, with all its lines.',
    );
  if (told.origin !== originOf(actor.orgId) || !isSignedBy(text, verifierKeyOf(actor.orgId, key)))
    throw new Fault(
      'checkpoint-of-another',
      'conflict',
      'This checkpoint was not signed with the key of this data folder: it is of another organisation, or a letter of it was changed.',
    );
  const tree = await readLedgerTree(tx, actor.orgId, told.size);
  if (tree.size < told.size)
    return {
      size: told.size,
      wrong: [
        {
          seq: tree.size + 1,
          flaw: 'cut-off',
          sentence: `The checkpoint covers ${told.size} lines, and only ${tree.size} are there.`,
        },
      ],
    };
  if (sameBytes(rootOf(tree, quickSha256), told.root)) return { size: told.size, wrong: [] };
  return { size: told.size, wrong: [await firstOther(work, tree, told.size)] };
}

/** Earlier checkpoints that still hold narrow down where the history parts from what was signed. */
async function firstOther({ tx, actor, key }: Work, tree: MerkleTree, size: number): Promise<LedgerWrong> {
  const kept = await tx
    .select()
    .from(checkpointTable)
    .where(and(eq(checkpointTable.orgId, actor.orgId), sql`${checkpointTable.size} <= ${size}`))
    .orderBy(checkpointTable.size);
  const verifier = verifierKeyOf(actor.orgId, key);
  let holds = 0;
  let until = size;
  for (const one of kept) {
    const root = base64Of(rootOf(treeOf(tree.levels[0]!.slice(0, one.size), quickSha256), quickSha256));
    const signed = isSignedBy(one.note, verifier) && readCheckpointText(readNote(one.note)!.text)?.size === one.size;
    if (!signed) continue;
    if (base64Of(readCheckpointText(readNote(one.note)!.text)!.root) === root) holds = one.size;
    else {
      until = one.size;
      break;
    }
  }
  const where = holds + 1 === until ? `Line ${until} is` : `One of the lines ${holds + 1} to ${until} is`;
  return {
    seq: holds + 1,
    flaw: 'not-this-chain',
    sentence: `${where} not the one that the checkpoint was signed over.`,
  };
}
