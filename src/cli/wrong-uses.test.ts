// What people get wrong with paths: each is said with what to do, at once where nothing has to be opened for it, and leaves nothing.
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeApp } from '../app.ts';
import { runCommandLine } from './command-line.ts';
import { unwatchedTerminal } from './terminal.test-data.ts';

let folder: string;
let said: string[];
const at = (name: string): string => join(folder, name);
const run = async (...args: string[]): Promise<number> => {
  said = [];
  const terminal = unwatchedTerminal({ print: (text) => said.push(text), say: (text) => said.push(text) });
  return runCommandLine(args, async () => makeApp, terminal);
};
const text = (): string => said.join('\n');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customary-wrong-'));
});
afterEach(async () => rm(folder, { recursive: true }));

test.each([
  ['diagnose', ['diagnose', 'no such', '--data', 'data']],
  ['diagnose --record', ['diagnose', '.', '--record', 'no such', '--data', 'data']],
  ['import contacts', ['import', 'contacts', 'no such', '--data', 'data']],
])('%s of a path that is not there makes no data folder', async (_, args) => {
  expect(await run(...args.map((one) => (['no such', '.', 'data'].includes(one) ? at(one) : one)))).toBe(4);
  expect(text()).toContain('Check the path');
  expect(await readdir(folder)).toEqual([]);
});

test('a file in place of the data folder is said to be one', async () => {
  await writeFile(at('afile'), 'x');
  await mkdir(at('calls'));
  expect(await run('diagnose', at('calls'), '--data', at('afile'))).toBe(69);
  expect(text()).toContain('is a file');
  expect(text()).toContain('Name a folder with --data');
});

test('a folder of photos, or of nothing, is told as what it is; nothing is said to have gone in', async () => {
  await mkdir(at('fotos ü'));
  await mkdir(at('empty'));
  for (const nth of [1, 2, 3])
    await writeFile(at(`fotos ü/IMG_${nth}.jpg`), Buffer.from([0xff, 0xd8, 0xff, 0xe0, nth]));
  expect(await run('import', 'contacts', at('fotos ü'), at('empty'), '--data', at('data'))).toBe(3);
  expect(said.filter((one) => one.includes('expected text; this is a picture'))).toHaveLength(3);
  expect(text()).toContain('3 things could not go in, and there was nothing else.');
  expect(text()).toContain(`There is no file to read in ${at('empty')}`);
}, 120_000);
