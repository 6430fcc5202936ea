import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readRecord } from './read-record.core.ts';
import { readFiles } from './read/read-files.ts';
import { exampleFiles, writeExample } from './write-example.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customary-example-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

it('writes every file, each saying what it is for, and reads without one refusal or doubt', async () => {
  const names = await writeExample(join(folder, 'record'));
  expect(names).toEqual(await exampleFiles());
  expect(names.length).toBeGreaterThan(20);
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: new Uint8Array(await readFile(join(folder, 'record', name))) })),
  );
  for (const { name, bytes } of files) {
    if (/\.(csv|yaml)$/.test(name)) expect(new TextDecoder().decode(bytes), name).toMatch(/^# [A-Z]/);
  }
  const read = await readFiles(files);
  const known = await standardIds();
  const empty = { sites: [], people: [], posts: [], policies: [], procedures: [] };
  const { rows, rejects, warnings } = readRecord(read.tables, empty, known);
  expect([...read.rejects, ...rejects]).toEqual([]);
  expect([...read.warnings, ...warnings]).toEqual([]);
  const { correctedPosts, ...kinds } = rows;
  expect(correctedPosts).toEqual([]);
  expect(Object.entries(kinds).filter(([, some]) => some.length === 0)).toEqual([]);
});

it('overwrites nothing', async () => {
  await writeFile(join(folder, 'mine.txt'), 'mine');
  await expect(writeExample(folder)).rejects.toMatchObject({ slug: 'folder-not-empty' });
  expect(await readFile(join(folder, 'mine.txt'), 'utf8')).toBe('mine');
});

/** Ids of the standards that come with the program, as plain text: the record knows nothing of the language of packs. */
async function standardIds(): Promise<string[]> {
  const packs = [
    'core',
    'telephone',
    'front-desk',
    'chat',
    'self-storage',
    'hard-moments',
    'complaints',
    'public-counter',
  ];
  const texts = await Promise.all(
    packs.map(async (name) => readFile(new URL(`../../packs/${name}.yaml`, import.meta.url), 'utf8')),
  );
  return texts.flatMap((text) => [...text.matchAll(/^ {2}- id: (\S+)$/gm)].map((found) => found[1]!));
}
