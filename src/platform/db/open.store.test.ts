import { randomBytes } from 'node:crypto';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { append } from '../ledger/append.ts';
import { eventTable } from '../ledger/event.table.ts';
import { forEachDatabase } from './databases.ts';

const actor: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };

forEachDatabase((_name, open) => {
  it('keeps what a unit of work did, and nothing of one that throws', async () => {
    const store = await open();
    await store.inWork(actor, async (work) => append(work, { kind: 'a.done', subjects: [] }));
    const failing = store.inWork(actor, async (work) => {
      await append(work, { kind: 'b.done', subjects: [] });
      throw new Error('thought better of it');
    });
    await expect(failing).rejects.toThrow('thought better of it');
    const kinds = await store.inWork(actor, async ({ tx }) => tx.select({ kind: eventTable.kind }).from(eventTable));
    expect(kinds).toEqual([{ kind: 'a.done' }]);
  });

  it('counts the rows of a table again when it has grown by more than a fifth, and leaves it where it has not', async () => {
    const store = await open();
    const add = async (from: number, to: number): Promise<number> => {
      await store.asOwner(async (session) =>
        session.script(`insert into grows select n, repeat('x', 1000) from generate_series(${from}, ${to}) n`),
      );
      await store.analyze(['grows']);
      const [row] = await store.asOwner(async (session) =>
        session.query(`select reltuples::int as counted from pg_class where oid = 'grows'::regclass`),
      );
      return row!.counted as number;
    };
    await store.asOwner(async (session) => session.script('create table grows (n int, words text)'));
    try {
      expect(await add(1, 1000)).toBe(1000);
      expect(await add(1001, 1100)).toBe(1000);
      expect(await add(1101, 1400)).toBe(1400);
    } finally {
      await store.asOwner(async (session) => session.script('drop table grows'));
    }
  });

  it('gives the clock it was opened with', async () => {
    const store = await open({ now: () => new Date('2026-05-04T03:02:01.000Z') });
    expect(await store.inWork(actor, async ({ now }) => now)).toBe('2026-05-04T03:02:01.000Z');
  });

  it('refuses a unit of work inside another instead of waiting for ever, and goes on afterwards', async () => {
    const store = await open();
    const nested = store.inWork(actor, async () => store.inWork(actor, async () => 'never'));
    await expect(nested).rejects.toThrow('inside another');
    const owner = store.inWork(actor, async () => store.asOwner(async () => 'never'));
    await expect(owner).rejects.toThrow('inside another');
    expect(await store.inWork(actor, async () => 'yes')).toBe('yes');
  });

  it('lets units of work stand side by side', async () => {
    const store = await open();
    const lines = await Promise.all(
      Array.from({ length: 12 }, async (_, index) =>
        store.inWork(actor, async (work) => append(work, { kind: 'a.done', subjects: [`s${index}`] })),
      ),
    );
    expect(lines.map((line) => line.seq).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, index) => index + 1),
    );
  });

  it('never lets a value of a refused statement into the error', async () => {
    const store = await open();
    await store.asOwner(async (session) => {
      await session.script(
        `drop table if exists secret; create table secret (org_id text not null, words text not null, primary key (org_id, words)); select customary_protect('secret')`,
      );
    });
    const secretTable = pgTable('secret', { orgId: text().notNull(), words: text().notNull() });
    const row = { orgId: 'harbor', words: 'my card is 4111' };
    const refused = await store
      .inWork(actor, async ({ tx }) => {
        await tx.insert(secretTable).values(row);
        await tx.insert(secretTable).values(row);
      })
      .catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'RefusedStatement', sqlState: '23505', constraint: 'secret_pkey' });
    expect(`${String(refused)} ${JSON.stringify(refused)} ${(refused as Error).stack}`).not.toContain('4111');
    expect((refused as Error).cause).toBeUndefined();
  });

  it("keeps each organisation's key in a file that only its owner may read, and never in the database", async () => {
    const store = await open();
    const key = await store.inWork(actor, async (work) => work.key);
    const other = await store.inWork({ ...actor, orgId: 'rival' }, async (work) => work.key);
    expect(key).toHaveLength(32);
    expect(other).not.toEqual(key);
    const file = join(store.dataDir, 'keys/harbor.key');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(new Uint8Array(await readFile(file))).toEqual(key);
    const seal = await store.asOwner(async (session) => session.query('select seal from organisation_seal'));
    expect(JSON.stringify(seal)).not.toContain(Buffer.from(key).toString('hex'));
  });

  it('refuses to work with a lost or a strange key', async () => {
    const before = await open();
    await before.inWork(actor, async () => undefined);
    const file = join(before.dataDir, 'keys/harbor.key');
    await writeFile(file, randomBytes(32));
    const strange = await open();
    await expect(strange.inWork(actor, async () => undefined)).rejects.toMatchObject({
      slug: 'organisation-key-mismatch',
    });
    await rm(file);
    await expect(strange.inWork(actor, async () => undefined)).rejects.toMatchObject({
      slug: 'organisation-key-missing',
    });
  });

  it('refuses an organisation id that could name another file', async () => {
    const store = await open();
    await expect(store.inWork({ ...actor, orgId: '../harbor' }, async () => undefined)).rejects.toMatchObject({
      slug: 'organisation-id-malformed',
    });
  });

  it('runs on PostgreSQL 15 or later', async () => {
    const store = await open();
    const found = await store.inWork(actor, async ({ tx }) =>
      tx.select({ version: sql<string>`current_setting('server_version_num')` }).from(sql`(select 1) as one`),
    );
    expect(Number(found[0]?.version)).toBeGreaterThanOrEqual(150_000);
  });
});
