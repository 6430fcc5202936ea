import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { append } from '../ledger/append.ts';
import { forEachDatabase } from './databases.ts';
import { openStore, type StoreConfig } from './open.ts';
import { backupCommand, ledgerVerifyCommand, migrateCommand, restoreCommand } from './store.cli.ts';

const actor: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };

forEachDatabase((name, _open, fresh) => {
  it('migrates once, backs up, restores elsewhere, and verifies by a head kept from before', async () => {
    const here = await fresh();
    const first = await said((print) => migrateCommand(here, print));
    // A new embedded database begins migrated.
    expect(first.lines[0]).toBe(name === 'postgres' ? 'applied 0001_platform.sql' : 'The store is up to date.');
    expect(await said((print) => migrateCommand(here, print))).toEqual({
      exit: 0,
      lines: ['The store is up to date.'],
    });
    expect((await said((print) => ledgerVerifyCommand(here, {}, print))).lines).toEqual([
      'There is no organisation in this data folder yet, and so no ledger.',
    ]);
    await work(here);
    const verified = await said((print) => ledgerVerifyCommand(here, {}, print));
    expect(verified).toMatchObject({
      exit: 0,
      lines: ['The ledger of harbor holds: 1 line.', expect.stringMatching(/^ {2}head 1:[0-9a-f]{64}$/)],
    });
    const head = verified.lines[1]!.replace('  head ', '');

    const file = join(here.dataDir, 'b.backup');
    expect(await said((print) => backupCommand(here, file, print))).toMatchObject({
      exit: 0,
      lines: [expect.stringMatching(/^Backed up 1 organisation, \d+ rows of \d+ tables\.$/), expect.any(String)],
    });
    const there = await fresh();
    expect(await said((print) => restoreCommand(there, { file }, print))).toMatchObject({
      exit: 0,
      lines: [
        expect.stringMatching(/^Restored 1 organisation/),
        'The ledger of harbor holds: 1 line.',
        `  head ${head}`,
      ],
    });
    expect(
      await said((print) => ledgerVerifyCommand(there, { orgId: 'harbor', head: head.replace('1:', '2:') }, print)),
    ).toMatchObject({
      exit: 1,
      lines: [expect.stringContaining('does not hold'), expect.stringContaining('ends at line 1'), expect.any(String)],
    });
  });
});

async function said(
  command: (print: (line: string) => void) => Promise<number>,
): Promise<{ exit: number; lines: string[] }> {
  const lines: string[] = [];
  return { exit: await command((line) => lines.push(line)), lines };
}

async function work(config: StoreConfig): Promise<void> {
  const store = await openStore(config);
  await store.inWork(actor, async (unit) => append(unit, { kind: 'a.done', subjects: [] }));
  await store.close();
}
