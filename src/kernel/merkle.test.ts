import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOfHex, hexOf, sha256Bytes } from './sha256.ts';
import { consistencyPath, inclusionPath, isConsistent, leafHash, rootFromInclusion, rootOf, treeOf } from './merkle.ts';

const hex = (text: string): Uint8Array => bytesOfHex(text)!;

// The reference vectors of Certificate Transparency (RFC 6962): google/certificate-transparency, merkletree/merkle_tree_test.cc, also in
// golang.org/x/mod/sumdb/tlog and transparency-dev/merkle.
const contents = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = contents.map((one) => leafHash(hex(one)));

describe('the published tree', () => {
  it('has the published roots, and that of nothing', () => {
    expect(roots.map((_, at) => hexOf(rootOf(treeOf(leaves.slice(0, at + 1)))))).toEqual(roots);
    expect(hexOf(rootOf(treeOf([])))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('gives the published proofs', () => {
    expect(inclusionPath(treeOf(leaves), 5).map(hexOf)).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(consistencyPath(treeOf(leaves), 6).map(hexOf)).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(consistencyPath(treeOf(leaves.slice(0, 5)), 2).map(hexOf)).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });
});

const sizeAndIndex = fc.integer({ min: 1, max: 70 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));
const leavesOf = (size: number): Uint8Array[] =>
  Array.from({ length: size }, (_, at) => leafHash(Uint8Array.of(at, size)));

describe('any tree', () => {
  it('proves each of its leaves, and no other place or content', () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.nat(), ([size, index], other) => {
        const own = leavesOf(size);
        const tree = treeOf(own);
        const root = hexOf(rootOf(tree));
        const path = inclusionPath(tree, index);
        const led = (leaf: Uint8Array, at: number): string =>
          hexOf(rootFromInclusion(leaf, { index: at, size, path }) ?? new Uint8Array(0));
        expect(led(own[index]!, index)).toBe(root);
        const elsewhere = other % size;
        if (elsewhere !== index) {
          expect(led(own[index]!, elsewhere)).not.toBe(root);
          expect(led(own[elsewhere]!, index)).not.toBe(root);
        }
      }),
    );
  });

  it('begins with each smaller one, and proves it', () => {
    fc.assert(
      fc.property(sizeAndIndex, fc.nat(), ([size, index], which) => {
        const own = leavesOf(size);
        const tree = treeOf(own);
        const before = { size: index + 1, root: rootOf(treeOf(own.slice(0, index + 1))) };
        const after = { size, root: rootOf(tree) };
        const path = consistencyPath(tree, before.size);
        expect(isConsistent(before, after, path)).toBe(true);
        const forged = { ...before, root: leafHash(before.root) };
        expect(isConsistent(forged, after, path)).toBe(false);
        if (path.length > 0) {
          const at = which % path.length;
          expect(isConsistent(before, after, path.with(at, leafHash(path[at]!)))).toBe(false);
          expect(isConsistent(before, after, path.toSpliced(at, 1))).toBe(false);
        }
      }),
    );
  });
});

it('hashes any bytes as Node does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(hexOf(sha256Bytes(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
    }),
  );
});
