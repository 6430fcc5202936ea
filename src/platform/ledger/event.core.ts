// A line of the ledger and its hash. Lines carry ids and salted digests, never words or names: what they speak of can
// be erased, and the chain still holds.
import { keyedDigest, sha256 } from '../../kernel/digest.ts';
import { lineText, type LedgerLine } from '../../kernel/ledger-line.ts';

export { lineText, type LedgerLine } from '../../kernel/ledger-line.ts';

export const firstPrev = '0'.repeat(64);

/** SHA-256 over a line's canonical bytes. */
export function hashOf(line: Omit<LedgerLine, 'hash'>): string {
  return sha256(lineText(line));
}

/** The digest by which a line vouches for a content: only who holds the key and the content can make it again. */
export function digestOf(key: Uint8Array, salt: string, content: string): string {
  return keyedDigest(key, `${salt}\u001f${content}`);
}
