// The Merkle tree of RFC 6962, section 2.1: its hashes, proofs that a leaf is in it, and proofs that a larger one begins with a
// smaller one. A node without a neighbour is carried up as it is, which gives the same tree as the RFC's splits.
import { sha256Bytes } from './sha256.ts';

/** SHA-256 of some bytes: the plain one, or the machine's own, which is quicker. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** The hash of a leaf: SHA-256 of a zero byte and its content. */
export function leafHash(content: Uint8Array, sha: Sha256 = sha256Bytes): Uint8Array {
  const whole = new Uint8Array(content.length + 1);
  whole.set(content, 1);
  return sha(whole);
}

/** The hash of a node: SHA-256 of a one byte and both its parts. */
function nodeHash(left: Uint8Array, right: Uint8Array, sha: Sha256 = sha256Bytes): Uint8Array {
  const whole = new Uint8Array(65);
  whole[0] = 1;
  whole.set(left, 1);
  whole.set(right, 33);
  return sha(whole);
}

/** All nodes of a tree, the leaves first; each level holds what the one below comes to. */
export interface MerkleTree {
  readonly size: number;
  readonly levels: readonly (readonly Uint8Array[])[];
}

/** @param leaves hashes of leaves, in their order */
export function treeOf(leaves: readonly Uint8Array[], sha: Sha256 = sha256Bytes): MerkleTree {
  const levels: Uint8Array[][] = [[...leaves]];
  for (let below = levels[0]!; below.length > 1; below = levels.at(-1)!) {
    const level: Uint8Array[] = [];
    for (let at = 0; at < below.length; at += 2) {
      const right = below[at + 1];
      level.push(right === undefined ? below[at]! : nodeHash(below[at]!, right, sha));
    }
    levels.push(level);
  }
  return { size: leaves.length, levels };
}

/** The root; of an empty tree the hash of nothing. */
export function rootOf({ size, levels }: MerkleTree, sha: Sha256 = sha256Bytes): Uint8Array {
  return size === 0 ? sha(new Uint8Array(0)) : levels.at(-1)![0]!;
}

/** The proof that leaf number `index` (the first is 0) is in the tree: its neighbours on the way up. */
export function inclusionPath({ levels }: MerkleTree, index: number): Uint8Array[] {
  const path: Uint8Array[] = [];
  let at = index;
  for (const level of levels) {
    const neighbour = level[at % 2 === 0 ? at + 1 : at - 1];
    if (neighbour !== undefined) path.push(neighbour);
    at = Math.floor(at / 2);
  }
  return path;
}

/** The root that a leaf and its proof lead to; null where the proof can't be one of a tree of that size. */
export function rootFromInclusion(
  leaf: Uint8Array,
  { index, size, path }: { readonly index: number; readonly size: number; readonly path: readonly Uint8Array[] },
  sha: Sha256 = sha256Bytes,
): Uint8Array | null {
  if (!Number.isInteger(index) || index < 0 || index >= size) return null;
  let hash = leaf;
  let taken = 0;
  let at = index;
  for (let width = size; width > 1; width = Math.ceil(width / 2)) {
    if (at % 2 === 1 || at + 1 < width) {
      const neighbour = path[taken];
      if (neighbour === undefined || neighbour.length !== 32) return null;
      hash = at % 2 === 1 ? nodeHash(neighbour, hash, sha) : nodeHash(hash, neighbour, sha);
      taken += 1;
    }
    at = Math.floor(at / 2);
  }
  return taken === path.length ? hash : null;
}

/** The proof that the tree begins with the tree of its first `size` leaves. */
export function consistencyPath(tree: MerkleTree, size: number): Uint8Array[] {
  const path: Uint8Array[] = [];
  if (size <= 0 || size >= tree.size) return path;
  // As section 2.1.2 does it: down to where the smaller tree ends, noting what stands beside.
  let from = 0;
  let to = tree.size;
  let whole = true;
  const beside: Uint8Array[] = [];
  while (size - from !== to - from) {
    const split = splitOf(to - from);
    if (size - from <= split) {
      beside.push(nodeAt(tree, from + split, to));
      to = from + split;
    } else {
      beside.push(nodeAt(tree, from, from + split));
      from += split;
      whole = false;
    }
  }
  if (!whole) path.push(nodeAt(tree, from, to));
  return [...path, ...beside.toReversed()];
}

/** Whether a proof shows that the tree of root `after` begins with the tree of root `before`. */
export function isConsistent(
  before: { readonly size: number; readonly root: Uint8Array },
  after: { readonly size: number; readonly root: Uint8Array },
  path: readonly Uint8Array[],
  sha: Sha256 = sha256Bytes,
): boolean {
  if (before.size > after.size || before.size < 0) return false;
  if (before.size === after.size) return path.length === 0 && sameBytes(before.root, after.root);
  if (before.size === 0) return path.length === 0;
  const [first, ...others] = 2 ** Math.floor(Math.log2(before.size)) === before.size ? [before.root, ...path] : path;
  if (first === undefined) return false;
  // RFC 9162, section 2.1.4.2.
  let at = before.size - 1;
  let last = after.size - 1;
  while (at % 2 === 1) {
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  let old = first;
  let grown = first;
  for (const hash of others) {
    if (last === 0 || hash.length !== 32) return false;
    if (at % 2 === 1 || at === last) {
      old = nodeHash(hash, old, sha);
      grown = nodeHash(hash, grown, sha);
      while (at % 2 === 0 && at !== 0) {
        at = Math.floor(at / 2);
        last = Math.floor(last / 2);
      }
    } else grown = nodeHash(grown, hash, sha);
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(old, before.root) && sameBytes(grown, after.root);
}

/** The largest power of two below a number over 1. */
function splitOf(width: number): number {
  let split = 1;
  while (split * 2 < width) split *= 2;
  return split;
}

/** The node over leaves `from` to `to`: a whole subtree, or one that ends with the tree. */
function nodeAt({ levels }: MerkleTree, from: number, to: number): Uint8Array {
  let level = 0;
  let span = 1;
  while (span < to - from) {
    span *= 2;
    level += 1;
  }
  return levels[level]![from / span]!;
}

/** Whether two runs of bytes are the same. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
