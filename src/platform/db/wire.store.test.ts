// What is sent to a database and what comes back: the same values on both, whichever way they are spoken to.
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from './databases.ts';
import { RefusedStatement } from './refused-statement.ts';

const actor: Actor = { orgId: 'harbor', id: 'somebody', roles: ['owner'] };

forEachDatabase((_name, open) => {
  it('gives every kind of value back as it was', async () => {
    const store = await open();
    const texts = ['', 'plain', 'a "quoted" \\ word', 'NULL', '{1,2}', 'ſtraße 🙂', 'tab\tand\nline'];
    const [row] = await store.asOwner(async (session) =>
      session.query(
        `select $1::text[] as texts, $2::text[] as none, $3::int as whole, $4::float8 as half, $5::boolean as yes,
          $6::jsonb as json, $7::text as missing, $8::bytea as bytes, $9::text as text, $10::text[] as gaps`,
        [
          texts,
          [],
          -7,
          0.5,
          true,
          { a: [1, 'b', null] },
          null,
          new Uint8Array([0, 255, 16]),
          'x'.repeat(70_000),
          ['a', null],
        ],
      ),
    );
    expect(row).toMatchObject({
      texts,
      none: [],
      whole: -7,
      half: 0.5,
      yes: true,
      json: { a: [1, 'b', null] },
      missing: null,
      text: 'x'.repeat(70_000),
      gaps: ['a', null],
    });
    expect([...(row!.bytes as Uint8Array)]).toEqual([0, 255, 16]);
  });

  it('gives rows in order, however many and however large', async () => {
    const store = await open();
    const rows = await store.asOwner(async (session) =>
      session.query(`select n, repeat('é', n % 300) as text from generate_series(1, 5000) as n`),
    );
    expect(rows.map((row) => row.n)).toEqual(Array.from({ length: 5000 }, (_, at) => at + 1));
    expect(rows.every((row) => (row.text as string).length === (row.n as number) % 300)).toBe(true);
  });

  it('goes on after a statement that was refused, whose values it never tells', async () => {
    const store = await open();
    const refused = store.inWork(actor, async ({ tx }) => tx.execute(sql`select ${'a secret'}::int`));
    await expect(refused).rejects.toThrow(RefusedStatement);
    await expect(refused).rejects.not.toThrow(/secret/);
    const found: unknown = await store.inWork(actor, async ({ tx }) => tx.execute(sql`select 1 as one`));
    expect((found as { rows: unknown[] }).rows).toEqual([{ one: 1 }]);
  });

  it('keeps nothing of a script that failed half way', async () => {
    const store = await open();
    const script = store.asOwner(async (session) =>
      session.script('create table half_way (n int); insert into half_way values (1); select 1 / 0;'),
    );
    await expect(script).rejects.toThrow(/division by zero/);
    const [row] = await store.asOwner(async (session) =>
      session.query(`select to_regclass('half_way') is null as gone`),
    );
    expect(row).toEqual({ gone: true });
  });

  it('runs transactions one after the other in the order they were asked for', async () => {
    const store = await open();
    const seen: number[] = [];
    const turns = Array.from({ length: 8 }, async (_, at) =>
      store.asOwner(async (session) => {
        await session.query('select 1');
        seen.push(at);
      }),
    );
    await Promise.all(turns);
    if (store.kind === 'pglite') expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    else expect(seen.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
