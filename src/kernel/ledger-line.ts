// A line of the ledger and the bytes that stand for it, in hashes and in the Merkle tree. It needs nothing of a server, so that
// a browser page can check a line too.
import type { Moment } from './moment.ts';

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

/** A line's canonical bytes, as text: every field but the hash itself, as a JSON array in a fixed order. */
export function lineText(line: Omit<LedgerLine, 'hash'>): string {
  return JSON.stringify([
    line.orgId,
    line.seq,
    line.at,
    line.actor,
    line.kind,
    line.subjects,
    line.salt,
    line.digest,
    line.prev,
  ]);
}
