// Sets beside each row how the history vouches for it: its salt, its place among what a line sealed, and the way up to that line's root.
import { base64Of, bytesOfHex } from '../../kernel/sha256.ts';
import { inclusionPath, treeOf, type MerkleTree } from '../../kernel/merkle.ts';
import { quickSha256 } from '../../platform/ledger/signing.ts';
import type { Work } from '../../platform/db/work.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Picked } from '../bundle.core.ts';
import { contentsByKey, contentKinds, inOneZone, type ContentKind } from '../seal/content-sources.store.ts';
import { hashesOfLines, sealsOfRows, type SealedRow } from '../seal/sealed-row.store.ts';
import { quickContentHash, saltOf } from '../seal/seal-rows.use.ts';
import type { BundleRow } from '../verify/bundle-format.core.ts';
import { oldRows } from './pick-rows.store.ts';

interface Found {
  readonly section: string;
  readonly kind: ContentKind;
  readonly key: string;
  readonly cells: unknown;
  readonly seal: SealedRow | undefined;
}

/** The rows as they stand, with what they said before they were corrected, each with its seal. @param covered lines that a checkpoint covers */
export async function vouchRows(work: Work, picked: readonly Picked[], covered: number): Promise<BundleRow[]> {
  const { tx, actor } = work;
  await inOneZone(tx);
  const found: Found[] = [];
  for (const [kind, own] of Map.groupBy(picked, (one) => one.kind)) {
    if (!isContentKind(kind))
      throw new Fault('bundle-kind', 'unready', `Rows of the kind ${kind} can’t be put into a judge’s file.`);
    const keys = own.map((one) => one.key);
    const seals = Map.groupBy(await sealsOfRows(tx, actor.orgId, kind, keys), (seal) => seal.key);
    const contents = new Map((await contentsByKey(tx, actor.orgId, kind, keys)).map((row) => [row.key, row.cells]));
    const with_ = (section: string, key: string, cells: unknown): Found => ({
      section,
      kind,
      key,
      cells,
      seal: seals.get(key)?.findLast((seal) => seal.seq <= covered && says(work, seal, cells)),
    });
    for (const { section, key } of own) if (contents.has(key)) found.push(with_(section, key, contents.get(key)));
    for (const { key, cells } of kind === 'marks' ? [] : await oldRows(tx, actor.orgId, kind, [...new Set(keys)]))
      found.push(with_('corrected', key, cells));
  }
  return withPaths(work, inReadingOrder(found, picked));
}

const isContentKind = (kind: string): kind is ContentKind => (contentKinds as readonly string[]).includes(kind);

function says({ key }: Work, seal: SealedRow, cells: unknown): boolean {
  const content = { kind: seal.kind, key: seal.key, cells };
  return quickContentHash(saltOf(key, seal.seq, seal.kind, seal.key), content) === seal.hash;
}

/** As they were picked; what was corrected stands last. */
function inReadingOrder(found: readonly Found[], picked: readonly Picked[]): Found[] {
  const place = new Map(picked.map(({ section, kind, key }, at) => [`${section}/${kind}/${key}`, at]));
  const of = ({ section, kind, key }: Found): number => place.get(`${section}/${kind}/${key}`) ?? picked.length;
  return found.toSorted((one, other) => of(one) - of(other));
}

async function withPaths(work: Work, found: readonly Found[]): Promise<BundleRow[]> {
  const lines = [...new Set(found.flatMap(({ seal }) => (seal ? [seal.seq] : [])))];
  const trees = new Map<number, MerkleTree>();
  for (const [seq, hashes] of await hashesOfLines(work.tx, work.actor.orgId, lines))
    trees.set(
      seq,
      treeOf(
        hashes.map((hash) => bytesOfHex(hash)!),
        quickSha256,
      ),
    );
  return found.map(({ section, kind, key, cells, seal }, at) => {
    const tree = seal && trees.get(seal.seq);
    return {
      n: at + 1,
      section,
      kind,
      key,
      cells,
      seal:
        seal && tree
          ? {
              salt: saltOf(work.key, seal.seq, kind, key),
              line: seal.seq,
              place: seal.place,
              of: tree.size,
              path: inclusionPath(tree, seal.place).map(base64Of),
            }
          : null,
    };
  });
}
