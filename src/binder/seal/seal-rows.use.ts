// Seals rows: a line of the ledger with the root over their salted hashes, so that the checkpoint over the line vouches for what each
// of them says. It is done when a checkpoint is made and not where rows are written, which costs an import nothing.
import { keyedDigest } from '../../kernel/digest.ts';
import { bytesOfHex, hexOf } from '../../kernel/sha256.ts';
import { append } from '../../platform/ledger/append.ts';
import { claimLedger } from '../../platform/ledger/ledger-head.ts';
import { rootOf, treeOf } from '../../kernel/merkle.ts';
import { quickSha256 } from '../../platform/ledger/signing.ts';
import type { Work } from '../../platform/db/work.ts';
import { contentsByKey, contentKinds, inOneZone } from './content-sources.store.ts';
import { contentHash, saltedBy } from './sealed-row.core.ts';
import { keepSeals, keysToSeal, type SealedRow } from './sealed-row.store.ts';

export const rowsSealed = 'rows.sealed';

/** The salt of a row's seal: nobody without the organisation's key can try out what an erased row may have said. */
export function saltOf(key: Uint8Array, seq: number, kind: string, rowKey: string): string {
  return keyedDigest(key, saltedBy(seq, kind, rowKey)).slice(0, 32);
}

/**
 * Seals at most `most` rows that no seal vouches for as they are. Returns how many; fewer than `most` once none is left.
 * Whoever writes meanwhile waits, so that a row with a line of the ledger before this one is never left out.
 */
export async function sealRows(work: Work, most: number): Promise<number> {
  const { tx, actor, key } = work;
  await inOneZone(tx);
  const seq = (await claimLedger(work)) + 1;
  const rows: SealedRow[] = [];
  for (const kind of contentKinds) {
    const keys = await keysToSeal(tx, actor.orgId, kind, most - rows.length);
    for (const row of await contentsByKey(tx, actor.orgId, kind, keys)) {
      const hash = contentHash(saltOf(key, seq, kind, row.key), { kind, key: row.key, cells: row.cells }, quickSha256);
      rows.push({ seq, place: rows.length, kind, key: row.key, stamp: row.stamp, hash });
    }
    if (rows.length >= most) break;
  }
  if (rows.length === 0) return 0;
  await keepSeals(tx, actor.orgId, rows);
  await append(work, { kind: rowsSealed, subjects: [rootOfHashes(rows.map((row) => row.hash)), String(rows.length)] });
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
