// What a seal says of a row: a salted hash of its kind, its key and what it says. The salt comes from the organisation's key, so that
// the hash of a row that was erased since tells nobody what it said.
import { canonicalJson } from '../../kernel/canonical-json.ts';
import { hexOf } from '../../kernel/sha256.ts';
import { leafHash, type Sha256 } from '../../kernel/merkle.ts';

/** A row of the record, of marks or of how a document came to be, as it can be sealed. */
export interface Content {
  readonly kind: string;
  readonly key: string;
  readonly cells: unknown;
}

/** What is hashed of a row, in one form only. */
export function contentText(salt: string, { kind, key, cells }: Content): string {
  return canonicalJson([salt, kind, key, cells]);
}

/** The row as a leaf of the tree that a sealing line's root stands for, in hex. */
export function contentHash(salt: string, content: Content, sha?: Sha256): string {
  return hexOf(leafHash(new TextEncoder().encode(contentText(salt, content)), sha));
}

/** What is salted: the line that seals the row, and the row. */
export function saltedBy(seq: number, kind: string, key: string): string {
  return `seals\u001F${seq}\u001F${kind}\u001F${key}`;
}
