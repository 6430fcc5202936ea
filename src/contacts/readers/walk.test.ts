// A folder's files, in an order that does not depend on the machine.
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { walk } from './walk.ts';
import type { Walked } from './walk.ts';

test('lists files in a stable order, passes over hidden ones, and says which links it did not follow', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'customary-walk-'));
  try {
    await mkdir(join(folder, 'b'));
    await mkdir(join(folder, '.git'));
    for (const name of ['b/2.txt', 'b/10.txt', 'a.txt', '.hidden', '.git/x', 'Z.txt'])
      await writeFile(join(folder, name), 'x');
    await symlink('/etc', join(folder, 'c'));
    const found: Walked[] = [];
    for await (const one of walk(folder)) found.push(one);
    expect(found.flatMap((one) => (one.kind === 'file' ? [one.name] : []))).toEqual([
      'Z.txt',
      'a.txt',
      'b/10.txt',
      'b/2.txt',
    ]);
    expect(found.filter((one) => one.kind === 'said')).toMatchObject([{ file: 'c' }]);
    const single: Walked[] = [];
    for await (const one of walk(join(folder, 'a.txt'))) single.push(one);
    expect(single).toMatchObject([{ name: 'a.txt', bytes: 1 }]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a name that is no UTF-8, and a file deleted while the others are walked, are said and cost nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'customary-walk-'));
  try {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) await writeFile(join(folder, name), 'x');
    await writeFile(Buffer.concat([Buffer.from(`${folder}/b`), Buffer.from([0xff]), Buffer.from('.txt')]), 'x');
    const found: Walked[] = [];
    for await (const one of walk(folder)) {
      if (found.length === 0) await rm(join(folder, 'c.txt'));
      found.push(one);
    }
    expect(found.map((one) => (one.kind === 'file' ? one.name : one.sentence))).toEqual([
      'a.txt',
      'b.txt',
      'b\ufffd.txt has a name that is no UTF-8 and was passed over: rename it, then import again.',
      'c.txt is gone or can’t be looked at, and was passed over.',
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});
