import { appendFile, mkdtemp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { append } from '../ledger/append.ts';
import { verifyLedger, type LedgerReport } from '../ledger/verify-ledger.ts';
import { backup } from './backup.ts';
import type { Database } from './database.ts';
import { anotherDatabase, databaseNames, forEachDatabase, type DatabaseName } from './databases.ts';
import { storeOver, type Store, type StoreConfig } from './open.ts';
import { restore, restoreOpen } from './restore.ts';

const harbor: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const rival: Actor = { orgId: 'rival', id: 'cli', roles: ['owner'] };

// Every type that a migration may use, with values that a careless move would bend.
const oddTable = `create table odd (
    org_id text not null, id text not null, parent text, yes boolean, small integer, large bigint, half real, whole double precision,
    exact numeric, day date, at timestamptz(3), doc jsonb, bytes bytea, list text[],
    primary key (org_id, id), foreign key (org_id, parent) references odd (org_id, id));
  select customary_protect('odd');`;
const oddRows = `insert into odd values
  ('harbor', 'a', 'z', true, -1, 9007199254740993, 0.1, 'NaN', 12345678901234567890.5, '2024-02-29', '2026-03-01T12:00:00.123Z',
    '{"b": [1, 2.50, null, "\u2028 \\n \\"quoted\\" é"], "a": 1e3}', '\\x00ff0a', '{"one","two, \\"three\\"",NULL,""}'),
  ('harbor', 'z', null, null, null, null, null, null, null, null, null, null, null, null);`;
const oddText = `select (t.*)::text as row from odd t order by id`;

interface Open {
  readonly config: StoreConfig;
  readonly database: Database;
  readonly store: Store;
}

/** A store with a table of every type, not yet in any migration. */
async function shaped(name: DatabaseName): Promise<Open> {
  const database = await anotherDatabase(name);
  const config: StoreConfig = {
    dataDir: await mkdtemp(join(tmpdir(), 'customary-backup-')),
    now: () => new Date('2026-03-01T12:00:00.000Z'),
  };
  onTestFinished(async () => rm(config.dataDir, { recursive: true }));
  await database.asOwner(async (session) => session.script(oddTable));
  return { config, database, store: storeOver(database, config) };
}

async function filled(name: DatabaseName): Promise<Open & { readonly file: string }> {
  const open = await shaped(name);
  for (const actor of [harbor, rival]) {
    await open.store.inWork(actor, async (work) => {
      for (let index = 0; index < 3; index += 1)
        await append(work, { kind: 'note.written', subjects: [actor.orgId], digestOf: 'x' });
    });
  }
  await open.store.asOwner(async (session) =>
    session.script(`set local timezone = 'UTC'; set constraints all deferred; ${oddRows}`),
  );
  const file = join(open.config.dataDir, 'customary.backup');
  await backup(open.store, file, open.config.now);
  return { ...open, file };
}

async function odd(store: Store): Promise<unknown> {
  return store.asOwner(async (session) => {
    await session.script(`set local timezone = 'UTC'`);
    return session.query(oddText);
  });
}

describe.runIf(databaseNames.length === 2)('from one database to the other and back', () => {
  it('moves every row, every type, the ledger and the keys', async () => {
    const first = await filled('pglite');
    const rows = await odd(first.store);
    const key = await keyOf(first.store);
    const { head } = await verified(first.store);

    const there = await shaped('postgres');
    expect((await restoreOpen(there.database, there.config.dataDir, first.file)).organisations).toEqual([
      'harbor',
      'rival',
    ]);
    expect(await odd(there.store)).toEqual(rows);
    const second = join(there.config.dataDir, 'second.backup');
    await backup(there.store, second, there.config.now);

    const back = await shaped('pglite');
    await restoreOpen(back.database, back.config.dataDir, second);
    expect(await odd(back.store)).toEqual(rows);
    expect(await keyOf(back.store)).toEqual(key);
    expect(await verified(back.store, head)).toMatchObject({ lines: 3, wrong: [] });
    expect(await back.store.inWork(rival, async (work) => verifyLedger(work))).toMatchObject({ lines: 3, wrong: [] });
    await back.store.inWork(harbor, async (work) => append(work, { kind: 'note.written', subjects: [] }));
    expect(gunzipSync(await readFile(second)).toString()).toBe(gunzipSync(await readFile(first.file)).toString());
  });
});

forEachDatabase((name) => {
  it('writes a file that only its owner may read, and never over another', async () => {
    const { config, file, store } = await filled(name);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(backup(store, file, config.now)).rejects.toMatchObject({ slug: 'backup-exists' });
  });

  it('refuses a store that holds data already, unless told to replace it', async () => {
    const { config, database, file, store } = await filled(name);
    await store.inWork(harbor, async (work) => append(work, { kind: 'later.line', subjects: [] }));
    await expect(restoreOpen(database, config.dataDir, file)).rejects.toMatchObject({ slug: 'store-not-empty' });
    expect((await verified(store)).lines).toBe(4);
    await restoreOpen(database, config.dataDir, file, { replace: true });
    expect((await verified(store)).lines).toBe(3);
    // The ledger's guards are back in their place.
    await expect(store.asOwner(async (session) => session.query('delete from event'))).rejects.toThrow('append-only');
  });

  it('keeps nothing of a backup that is cut off, changed or none at all', async () => {
    const { file } = await filled(name);
    const target = await shaped(name);
    const whole = await readFile(file);
    const text = gunzipSync(whole).toString();
    const damages: [string, () => Promise<void>][] = [
      ['cut in the middle', async () => writeFile(file, whole.subarray(0, whole.length - 40))],
      ['cut at a line', async () => writeFile(file, gzipSync(text.split('\n').slice(0, -3).join('\n') + '\n'))],
      ['one word changed', async () => writeFile(file, gzipSync(text.replace('note.written', 'note.wrotten')))],
      [
        'a row for another organisation',
        async () => writeFile(file, gzipSync(text.replace('{"org_id":"harbor"', '{"org_id":"outlaw"'))),
      ],
      ['more after the end', async () => appendFile(file, gzipSync('{"org_id":"harbor"}\n'))],
      ['not a backup', async () => writeFile(file, 'hello')],
    ];
    for (const [what, damage] of damages) {
      await writeFile(file, whole);
      await damage();
      await expect(restoreOpen(target.database, target.config.dataDir, file), what).rejects.toMatchObject({
        slug: 'backup-damaged',
      });
    }
    expect((await verified(target.store)).lines).toBe(0);
    expect(await odd(target.store)).toEqual([]);
    expect(await readdir(join(target.config.dataDir, 'keys'))).toEqual(['harbor.key']);
  });

  it('leaves the store as it was when it is interrupted on the way', async () => {
    const { file } = await filled(name);
    const target = await shaped(name);
    const stop = (rows: number): void => {
      if (rows > 5) throw new Error('interrupted');
    };
    await expect(restoreOpen(target.database, target.config.dataDir, file, { progress: stop })).rejects.toThrow(
      'interrupted',
    );
    expect((await verified(target.store)).lines).toBe(0);
    await restoreOpen(target.database, target.config.dataDir, file);
    expect((await verified(target.store)).lines).toBe(3);
  });

  it('carries a broken ledger over as it is, so that it is still found', async () => {
    const { config, store } = await filled(name);
    await store.asOwner(async (session) =>
      session.script(
        `set local session_replication_role = 'replica'; delete from event where org_id = 'harbor' and seq = 3`,
      ),
    );
    const broken = join(config.dataDir, 'broken.backup');
    await backup(store, broken, config.now);
    const target = await shaped(name);
    await restoreOpen(target.database, target.config.dataDir, broken);
    expect((await verified(target.store)).wrong).toMatchObject([{ seq: 3, flaw: 'cut-off' }]);
  });

  it('comes into use with the key that lies beside, where it was interrupted after the commit', async () => {
    const { config, database, store } = await filled(name);
    const key = await keyOf(store);
    const kept = join(config.dataDir, 'keys/harbor.key');
    await rename(kept, `${kept}.restored`);
    await writeFile(kept, new Uint8Array(32));
    const later = storeOver(database, config);
    expect(await keyOf(later)).toEqual(key);
  });
});

it('refuses a file that is missing, and a backup made by a later version, before it opens any database', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'customary-backup-'));
  onTestFinished(async () => rm(folder, { recursive: true }));
  const config: StoreConfig = { dataDir: join(folder, 'data'), now: () => new Date(0) };
  const file = join(folder, 'b');
  await expect(restore(config, file)).rejects.toMatchObject({ slug: 'backup-missing' });
  await writeFile(
    file,
    gzipSync('["customary-backup",{"format":1,"madeAt":"","migrations":[{"name":"9999_later.sql","sha256":""}]}]\n'),
  );
  await expect(restore(config, file)).rejects.toMatchObject({ slug: 'backup-newer' });
  expect(await readdir(folder)).toEqual(['b']);
});

async function keyOf(store: Store): Promise<Uint8Array> {
  return store.inWork(harbor, async (work) => work.key);
}

async function verified(store: Store, head?: string): Promise<LedgerReport> {
  return store.inWork(harbor, async (work) => verifyLedger(work, head));
}
