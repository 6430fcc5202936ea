// `customary shops bring` where the command holds the data itself: what it took the columns for, what it brought, and what a person
// says of the columns instead.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeApp } from '../app.ts';
import { runCommandLine } from './command-line.ts';
import { unwatchedTerminal } from './terminal.test-data.ts';

const shops = `Shop #,Visited on,Store,Did the employee stand up to greet you?,Kept waiting
S-1,2026-02-03,Bay Street,Yes,No
S-2,2026-02-04,Elm,No,Yes
S-3,some day,Elm,No,No
`;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customary-shops-'));
  await writeFile(join(folder, 'shops.csv'), shops);
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function run(...args: string[]): Promise<{ code: number; screen: string }> {
  const said: string[] = [];
  const terminal = unwatchedTerminal({ print: (text) => said.push(text), say: (text) => said.push(text) });
  const file = join(folder, 'shops.csv');
  const code = await runCommandLine(
    ['shops', 'bring', file, '--data', join(folder, 'data'), ...args],
    async () => makeApp,
    terminal,
  );
  return { code, screen: said.join('\n') };
}

it('says what it took the columns for, and brings each shop in once', async () => {
  const looked = await run('--look');
  expect(looked.screen).toContain('Store: the site');
  expect(looked.screen).toContain('stand up to greet you?: an answer about desk.stood-up');
  expect(looked.screen).toContain('row 4: expected a day');
  expect(looked.screen).toContain('shops.csv: 2 mystery shops can be read. Nothing was brought in.');
  const brought = await run('--keep-as', 'Agency');
  expect([brought.code, brought.screen.includes('shops.csv: 2 mystery shops came in, 0 were here already.')]).toEqual([
    0,
    true,
  ]);
  const again = await run('--like', 'Agency');
  expect(again.screen).toContain('shops.csv: 0 mystery shops came in, 2 were here already.');
}, 120_000);

it('takes what a person says of a column instead, and refuses what is no column and no standard', async () => {
  const said = await run(
    '--look',
    '--column',
    'Did the employee stand up to greet you?=ignore',
    '--column',
    'Kept waiting=desk.stood-up:missed',
  );
  expect(said.screen).toContain('stand up to greet you?: left out');
  expect(said.screen).toContain('Kept waiting: an answer about desk.stood-up, yes: it was missed');
  for (const wrong of ['Nothing=site', 'Store=colour', 'Store=desk.stood-up:many']) {
    const refused = await run('--look', '--column', wrong);
    expect([wrong, refused.code, refused.screen.includes('--column takes NAME=FIELD')]).toEqual([wrong, 2, true]);
  }
  const unknown = await run('--like', 'Nobody');
  expect(unknown.screen).toContain('Kept are: Agency.');
  const without = await run('--column', 'Visited on=ignore');
  expect([without.code, without.screen.includes('Say which column holds the day.')]).toEqual([2, true]);
}, 120_000);
