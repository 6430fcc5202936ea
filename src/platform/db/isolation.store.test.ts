import { sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { append } from '../ledger/append.ts';
import { eventTable } from '../ledger/event.table.ts';
import { forEachDatabase } from './databases.ts';
import type { Store } from './open.ts';
import type { Tx } from './work.ts';

const ours: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const theirs: Actor = { orgId: 'rival', id: 'cli', roles: ['owner'] };

forEachDatabase((_name, open) => {
  let store: Store;

  beforeEach(async () => {
    store = await open();
    // A table with every privilege granted, so that only row-level security stands between the two.
    await store.asOwner(async (session) => {
      await session.script(`drop table if exists note;
        create table note (org_id text not null, id text not null, words text, primary key (org_id, id));
        select customary_protect('note');`);
    });
    for (const actor of [ours, theirs]) {
      await store.inWork(actor, async ({ tx }) => {
        await tx.execute(sql`insert into note values (${actor.orgId}, 'n1', 'first')`);
      });
    }
  });

  it('works as a role that is neither superuser nor owner nor above row-level security', async () => {
    const who = await rows(
      store,
      ours,
      sql`
      select current_user as name, rolsuper, rolbypassrls,
        exists (select from pg_class where relowner = pg_roles.oid) as owns,
        row_security_active('note') as secured
      from pg_roles where rolname = current_user`,
    );
    expect(who).toEqual([
      { name: 'customary_worker', rolsuper: false, rolbypassrls: false, owns: false, secured: true },
    ]);
  });

  it("reads no row of another organisation, even when asked for by that organisation's id", async () => {
    expect(await rows(store, ours, sql`select org_id from note`)).toEqual([{ org_id: 'harbor' }]);
    expect(await rows(store, ours, sql`select org_id from note where org_id = 'rival'`)).toEqual([]);
  });

  it('refuses a row written for another organisation', async () => {
    await expect(rows(store, ours, sql`insert into note values ('rival', 'n2', 'planted')`)).rejects.toMatchObject({
      sqlState: '42501',
    });
    await expect(rows(store, ours, sql`update note set org_id = 'rival', id = 'n2'`)).rejects.toMatchObject({
      sqlState: '42501',
    });
    expect(await rows(store, theirs, sql`select id from note`)).toEqual([{ id: 'n1' }]);
  });

  it('changes and deletes nothing of another organisation', async () => {
    await rows(store, ours, sql`update note set words = 'changed'`);
    await rows(store, ours, sql`delete from note where org_id = 'rival'`);
    expect(await rows(store, theirs, sql`select words from note`)).toEqual([{ words: 'first' }]);
    expect(await rows(store, ours, sql`select words from note`)).toEqual([{ words: 'changed' }]);
  });

  it('sees nothing where no organisation is set', async () => {
    const seen = await store.asOwner(async (session) => {
      await session.query('set local role customary_worker');
      return session.query('select * from note');
    });
    expect(seen).toEqual([]);
  });

  it("doesn't carry the organisation or the role over into the next transaction", async () => {
    const after = await store.asOwner(async (session) =>
      session.query(`select current_user <> 'customary_worker' as own, customary_org() as org`),
    );
    expect(after).toEqual([{ own: true, org: null }]);
  });

  it('keeps the chains of two organisations apart', async () => {
    await store.inWork(theirs, async (work) => append(work, { kind: 'note.written', subjects: ['n1'] }));
    const line = await store.inWork(ours, async (work) => append(work, { kind: 'note.written', subjects: ['n1'] }));
    expect(line.seq).toBe(1);
    expect(await store.inWork(ours, async ({ tx }) => tx.select().from(eventTable))).toHaveLength(1);
  });

  it.each([
    ['update', sql`update event set kind = 'other'`],
    ['delete', sql`delete from event`],
    ['truncate', sql`truncate event`],
    ['disable the triggers of', sql`alter table event disable trigger all`],
    ['move the head of', sql`update ledger_head set seq = 0`],
    ['reseal', sql`update organisation_seal set seal = 'x'`],
    ['lift the security of', sql`alter table note disable row level security`],
    ['create a table beside', sql`create table elsewhere (org_id text)`],
  ])("can't %s the ledger's and the owner's tables", async (_verb, statement) => {
    await store.inWork(ours, async (work) => append(work, { kind: 'note.written', subjects: ['n1'] }));
    await expect(rows(store, ours, statement)).rejects.toMatchObject({ sqlState: '42501' });
  });
});

async function rows(store: Store, actor: Actor, statement: Parameters<Tx['execute']>[0]): Promise<unknown[]> {
  return store.inWork(actor, async ({ tx }) => ((await tx.execute(statement)) as unknown as { rows: unknown[] }).rows);
}
