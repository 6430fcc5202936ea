// A line of the ledger and its hash. Lines carry ids and salted digests, never words or names: what they speak of can
// be erased, and the chain still holds.
import { keyedDigest, sha256 } from '../../kernel/digest.ts';
import type { Moment } from '../../kernel/moment.ts';

export interface LedgerLine {
  readonly orgId: string;
  /** 1, 2, 3 ... without a gap, per organisation. */
  readonly seq: number;
  readonly at: Moment;
  /** Id of the person, or name of the part of the program. */
  readonly actor: string;
  /** What happened, `thing.verb`, e.g. `contacts.added`. */
  readonly kind: string;
  /** Ids of what it happened to. */
  readonly subjects: readonly string[];
  readonly salt: string;
  /** Salted, keyed digest of the content, where the line vouches for one. */
  readonly digest: string | null;
  /** Hash of the line before; 64 zeros for the first. */
  readonly prev: string;
  readonly hash: string;
}

export const firstPrev = '0'.repeat(64);

/** SHA-256 over every field but the hash itself, as a JSON array in a fixed order. */
export function hashOf(line: Omit<LedgerLine, 'hash'>): string {
  return sha256(
    JSON.stringify([
      line.orgId,
      line.seq,
      line.at,
      line.actor,
      line.kind,
      line.subjects,
      line.salt,
      line.digest,
      line.prev,
    ]),
  );
}

/** The digest by which a line vouches for a content: only who holds the key and the content can make it again. */
export function digestOf(key: Uint8Array, salt: string, content: string): string {
  return keyedDigest(key, `${salt}\u001f${content}`);
}
