import { appendFile, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { append } from '../ledger/append.ts';
import { verifyLedger } from '../ledger/verify-ledger.ts';
import { backup } from './backup.ts';
import { databaseNames, forEachDatabase, freshConfigs } from './databases.ts';
import { openStore, type Store, type StoreConfig } from './open.ts';
import { restore } from './restore.ts';

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

async function filled(config: StoreConfig): Promise<Store> {
  const store = await openStore(config);
  await store.asOwner(async (session) => session.script(oddTable));
  for (const actor of [harbor, rival]) {
    await store.inWork(actor, async (work) => {
      for (let index = 0; index < 3; index += 1)
        await append(work, { kind: 'note.written', subjects: [actor.orgId], digestOf: 'x' });
    });
  }
  await store.asOwner(async (session) =>
    session.script(`set local timezone = 'UTC'; set constraints all deferred; ${oddRows}`),
  );
  return store;
}

async function odd(store: Store): Promise<unknown> {
  return store.asOwner(async (session) => {
    await session.script(`set local timezone = 'UTC'`);
    return session.query(oddText);
  });
}

/** A store like the one the backup came from, made before the restore: the odd table is in no migration. */
async function shaped(config: StoreConfig): Promise<StoreConfig> {
  const store = await openStore(config);
  await store.asOwner(async (session) => session.script(oddTable));
  await store.close();
  return config;
}

describe.runIf(databaseNames.length === 2)('from one database to the other and back', () => {
  const embedded = freshConfigs('pglite');
  const server = freshConfigs('postgres');

  it('moves every row, every type, the ledger and the keys', async () => {
    const origin = await embedded();
    const store = await filled(origin);
    const rows = await odd(store);
    const key = await store.inWork(harbor, async (work) => work.key);
    const head = (await store.inWork(harbor, async (work) => verifyLedger(work))).head;
    const first = join(origin.dataDir, 'first.backup');
    const summary = await backup(store, first, origin.now);
    await store.close();

    const there = await shaped(await server());
    expect(await restore(there, first)).toMatchObject({ organisations: ['harbor', 'rival'], rows: summary.rows });
    const second = join(origin.dataDir, 'second.backup');
    const onServer = await openStore(there);
    expect(await odd(onServer)).toEqual(rows);
    await backup(onServer, second, origin.now);
    await onServer.close();

    const back = await shaped(await embedded());
    await restore(back, second);
    const home = await openStore(back);
    expect(await odd(home)).toEqual(rows);
    expect(await home.inWork(harbor, async (work) => work.key)).toEqual(key);
    expect(await home.inWork(harbor, async (work) => verifyLedger(work, head))).toMatchObject({ lines: 3, wrong: [] });
    expect(await home.inWork(rival, async (work) => verifyLedger(work))).toMatchObject({ lines: 3, wrong: [] });
    await home.inWork(harbor, async (work) => append(work, { kind: 'note.written', subjects: [] }));
    await home.close();
    expect(gunzipSync(await readFile(second)).toString()).toBe(gunzipSync(await readFile(first)).toString());
  });
});

forEachDatabase((_name, _open, fresh) => {
  it('writes a file that only its owner may read, and never over another', async () => {
    const { config, file, store } = await backedUp();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await expect(backup(store, file, config.now)).rejects.toMatchObject({ slug: 'backup-exists' });
    await store.close();
  });

  it('refuses a store that holds data already, unless told to replace it', async () => {
    const { config, file, store } = await backedUp();
    await store.inWork(harbor, async (work) => append(work, { kind: 'later.line', subjects: [] }));
    await store.close();
    await expect(restore(config, file)).rejects.toMatchObject({ slug: 'store-not-empty' });
    expect(await linesIn(config)).toBe(4);
    await restore(config, file, { replace: true });
    expect(await linesIn(config)).toBe(3);
  });

  it('keeps nothing of a backup that is cut off, changed or none at all', async () => {
    const { file, store } = await backedUp();
    await store.close();
    const target = await shaped(await fresh());
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
      await expect(restore(target, file), what).rejects.toMatchObject({ slug: 'backup-damaged' });
    }
    await rm(file);
    await expect(restore(target, file)).rejects.toMatchObject({ slug: 'backup-missing' });
    expect(await linesIn(target)).toBe(0);
  });

  it('refuses a backup made by a later version', async () => {
    const { file, store } = await backedUp();
    await store.close();
    const text = gunzipSync(await readFile(file)).toString();
    await writeFile(file, gzipSync(text.replace('0001_platform.sql', '9999_platform.sql')));
    await expect(restore(await fresh(), file)).rejects.toMatchObject({ slug: 'backup-newer' });
  });

  it('carries a broken ledger over as it is, so that it is still found', async () => {
    const { config, store } = await backedUp();
    await store.asOwner(async (session) =>
      session.script(
        `set local session_replication_role = 'replica'; delete from event where org_id = 'harbor' and seq = 3`,
      ),
    );
    const broken = join(config.dataDir, 'broken.backup');
    await backup(store, broken, config.now);
    await store.close();
    const target = await shaped(await fresh());
    await restore(target, broken);
    const restored = await openStore(target);
    const { wrong } = await restored.inWork(harbor, async (work) => verifyLedger(work));
    expect(wrong).toMatchObject([{ seq: 3, flaw: 'cut-off' }]);
    await restored.close();
  });

  it('comes into use with the key that lies beside, where it was interrupted after the commit', async () => {
    const { file, store } = await backedUp();
    const key = await store.inWork(harbor, async (work) => work.key);
    await store.close();
    const target = await shaped(await fresh());
    await restore(target, file);
    const kept = join(target.dataDir, 'keys/harbor.key');
    await writeFile(`${kept}.restored`, await readFile(kept));
    await writeFile(kept, new Uint8Array(32));
    const opened = await openStore(target);
    expect(await opened.inWork(harbor, async (work) => work.key)).toEqual(key);
    await opened.close();
  });

  async function backedUp(): Promise<{ config: StoreConfig; file: string; store: Store }> {
    const config = await fresh();
    const store = await filled(config);
    const file = join(config.dataDir, 'customary.backup');
    await backup(store, file, config.now);
    return { config, file, store };
  }

  async function linesIn(config: StoreConfig): Promise<number> {
    const store = await openStore(config);
    const report = await store.inWork(harbor, async (work) => verifyLedger(work));
    await store.close();
    return report.lines;
  }
});
