// A data folder whose keys alone are gone still holds data, and says which key it misses.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeApp } from '../app.ts';
import { runCommandLine } from './command-line.ts';
import { unwatchedTerminal } from './terminal.test-data.ts';

test('without its keys a folder is not called empty', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'customary-keys-'));
  const said: string[] = [];
  const terminal = unwatchedTerminal({ print: (text) => said.push(text), say: (text) => said.push(text) });
  const run = async (...args: string[]): Promise<number> =>
    runCommandLine([...args, '--data', folder], async () => makeApp, terminal);
  try {
    expect(await run('rejects', 'i-none')).toBe(3);
    expect(said.join('\n')).toContain('There is nothing in');
    expect(await run('import', 'record', join(import.meta.dirname, 'no-such-record'))).toBe(4);
    expect(await run('record', 'as-of', '2026-03-14')).toBe(0);
    await rm(join(folder, 'keys'), { recursive: true });
    said.length = 0;
    expect(await run('record', 'as-of', '2026-03-14')).toBe(3);
    expect(said.join('\n')).toContain('Put that key back');
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);
