// A backup taken through the API and brought into another store, on both databases.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import { openStore, type Store } from '../../platform/db/open.ts';
import { restore } from '../../platform/db/restore.ts';
import { backup } from '../../platform/db/backup.ts';

const actor = (role: Role, orgId = 'harbor'): Actor => ({ orgId, id: 'cli', roles: [role] });
let spoolDir: string;
beforeEach(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-backup-'));
});
afterEach(async () => rm(spoolDir, { recursive: true, force: true }));

const ask = async (store: Store, method: string, path: string, body?: unknown, who = actor('owner')) =>
  makeApp({ store, actorOf: () => who, spoolDir, ownPacks: '/nowhere', version: 'test' }).request(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
const words = { name: 'Harbor', customerWord: 'tenant', currency: 'USD' };

forEachDatabase((_name, open, fresh) => {
  it('is whole, is told by the history, and leaves nothing beside', async () => {
    const store = await open();
    await ask(store, 'PUT', '/v1/organisation', words);
    const reply = await ask(store, 'POST', '/v1/backup');
    expect(reply.headers.get('content-disposition')).toBe('attachment; filename="customary-2026-03-01.backup"');
    const file = join(spoolDir, 'taken.backup');
    await writeFile(file, new Uint8Array(await reply.arrayBuffer()));
    expect(await readdir(spoolDir)).toEqual(['taken.backup']);
    const config = await fresh();
    await restore(config, file);
    const other = await openStore(config);
    expect(await (await ask(other, 'GET', '/v1/organisation')).json()).toMatchObject({
      words: { customerWord: 'tenant' },
    });
    const lines = (await (await ask(other, 'GET', '/v1/ledger/lines')).json()) as { items: { kind: string }[] };
    expect(lines.items[0]!.kind).toBe('backup.made');
    await other.close();
  }, 120_000);

  it('is for an owner, and of no more than their organisation', async () => {
    const store = await open();
    await ask(store, 'PUT', '/v1/organisation', words);
    for (const role of ['manager', 'counsel', 'auditor'] as const)
      expect([role, (await ask(store, 'POST', '/v1/backup', undefined, actor(role))).status]).toEqual([role, 403]);
    await ask(store, 'PUT', '/v1/organisation', words, actor('owner', 'rival'));
    expect((await ask(store, 'POST', '/v1/backup')).status).toBe(403);
    expect(await readdir(spoolDir)).toEqual([]);
  });

  it('is not brought in over what is under legal hold', async () => {
    const config = await fresh();
    const store = await openStore(config);
    const file = join(spoolDir, 'before.backup');
    await ask(store, 'PUT', '/v1/organisation', words);
    await backup(store, file, config.now);
    await ask(store, 'POST', '/v1/legal-holds', { about: 'customer', customer: 'C-1', says: 'a claim' });
    await store.close();
    await expect(restore(config, file, { replace: true })).rejects.toMatchObject({ slug: 'legal-hold-stands' });
    const again = await openStore(config);
    expect(await (await ask(again, 'GET', '/v1/legal-holds')).json()).toMatchObject({ holds: [{ says: 'a claim' }] });
    await again.close();
  }, 120_000);
});
