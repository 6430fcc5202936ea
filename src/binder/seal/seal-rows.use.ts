// Seals rows: a line of the ledger with the root over their salted hashes, so that the checkpoint over the line vouches for what each
// of them says. It is done when a checkpoint is made and not where rows are written, which costs an import nothing.
import { keyedDigest, sha256 } from '../../kernel/digest.ts';
import { bytesOfHex, hexOf } from '../../kernel/sha256.ts';
import { append } from '../../platform/ledger/append.ts';
import { claimLedger } from '../../platform/ledger/ledger-head.ts';
import { rootOf, treeOf } from '../../kernel/merkle.ts';
import { quickSha256 } from '../../platform/ledger/signing.ts';
import type { Work } from '../../platform/db/work.ts';
import { contentKinds, inOneZone, type ContentKind } from './content-sources.store.ts';
import { contentText, saltedBy, type Content } from './sealed-row.core.ts';
import { contentsToSeal, keepSeals, placesToSeal, type SealedRow } from './sealed-row.store.ts';

export const rowsSealed = 'rows.sealed';
/** Stands in a sealing line after which more rows waited. */
export const moreWait = 'more';

/** The salt of a row's seal: nobody without the organisation's key can try out what an erased row may have said. */
export function saltOf(key: Uint8Array, seq: number, kind: string, rowKey: string): string {
  return keyedDigest(key, saltedBy(seq, kind, rowKey)).slice(0, 32);
}

/** The hash of a row, in one go and by the machine's own crypto; the same as contentHash(). */
export function quickContentHash(salt: string, content: Content): string {
  return sha256(`\u0000${contentText(salt, content)}`);
}

/** A row that waits for a seal: where it lies. */
export interface Waiting {
  readonly kind: ContentKind;
  readonly place: string;
}

/** Every row that no seal vouches for as it is. */
export async function waitingRows({ tx, actor }: Work): Promise<Waiting[]> {
  await inOneZone(tx);
  const waiting: Waiting[] = [];
  for (const kind of contentKinds)
    for (const place of await placesToSeal(tx, actor.orgId, kind)) waiting.push({ kind, place });
  return waiting;
}

/**
 * Seals what still waits of these. Returns how many.
 * @param whole nothing else waits: from this line on, a row that says it was written before is not believed
 */
export async function sealRows(work: Work, waiting: readonly Waiting[], whole: boolean): Promise<number> {
  const { tx, actor, key } = work;
  await inOneZone(tx);
  const seq = (await claimLedger(work)) + 1;
  const rows: SealedRow[] = [];
  for (const [kind, own] of Map.groupBy(waiting, (one) => one.kind)) {
    const places = own.map((one) => one.place);
    for (const row of await contentsToSeal(tx, actor.orgId, kind, places)) {
      const hash = quickContentHash(saltOf(key, seq, kind, row.key), { kind, key: row.key, cells: row.cells });
      rows.push({ seq, place: rows.length, kind, key: row.key, stamp: row.stamp, hash });
    }
  }
  if (rows.length === 0) return 0;
  await keepSeals(tx, actor.orgId, rows);
  const root = rootOfHashes(rows.map((row) => row.hash));
  await append(work, { kind: rowsSealed, subjects: [root, String(rows.length), ...(whole ? [] : [moreWait])] });
  return rows.length;
}

/** The root over what a line sealed, in hex. */
export function rootOfHashes(hashes: readonly string[]): string {
  return hexOf(
    rootOf(
      treeOf(
        hashes.map((hash) => bytesOfHex(hash) ?? new Uint8Array(0)),
        quickSha256,
      ),
      quickSha256,
    ),
  );
}
