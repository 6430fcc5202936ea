// The history read, taken out and checked through the API, and the organisation's words changed, on both databases.
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';

const actor = (role: Role, orgId = 'harbor'): Actor => ({ orgId, id: 'cli', roles: [role] });
const words = { name: 'Harbor Storage', customerWord: 'tenant', currency: 'usd', products: ['storage unit'] };

function api(store: Store, who = actor('owner')) {
  const app = makeApp({ store, actorOf: () => who, spoolDir: '/nowhere', ownPacks: '/nowhere', version: 'test' });
  const ask = async (path: string, body?: unknown) =>
    app.request(
      path,
      body === undefined
        ? {}
        : { method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } },
    );
  return { ask, told: async <T>(path: string, body?: unknown) => (await (await ask(path, body)).json()) as T };
}

interface Lines {
  readonly items: readonly { seq: number; kind: string; says: string; by: string }[];
  readonly next: string | null;
}
interface Checked {
  readonly lines: number;
  readonly head: string;
  readonly wrong: readonly { flaw: string }[];
}

forEachDatabase((_name, open) => {
  it('comes newest first, a page at a time, narrowed by what and when', async () => {
    const used = api(await open());
    for (const customerWord of ['tenant', 'member', 'patient'])
      await used.ask('/v1/organisation', { ...words, customerWord });
    await used.ask('/v1/retention', { months: null });
    const all = await used.told<Lines>('/v1/ledger/lines');
    expect(all.items[0]).toMatchObject({ kind: 'retention.set', by: 'a command on the server' });
    expect(all.items.map((one) => one.seq)).toEqual(all.items.map((_, index) => all.items.length - index));
    const first = await used.told<Lines>('/v1/ledger/lines?limit=2');
    const rest = await used.told<Lines>(`/v1/ledger/lines?before=${first.next}`);
    expect([...first.items, ...rest.items]).toEqual(all.items);
    const kept = await used.told<Lines>('/v1/ledger/lines?about=erasing');
    expect(kept.items.map((one) => one.kind)).toEqual(['retention.set']);
    expect((await used.told<Lines>('/v1/ledger/lines?from=2026-03-02')).items).toEqual([]);
    expect((await used.told<Lines>('/v1/ledger/lines?to=2026-03-01')).items).toHaveLength(all.items.length);
    const table = await (await used.ask('/v1/ledger/lines.csv?about=erasing')).text();
    expect(table.trim().split('\r\n')).toHaveLength(2);
  });

  it('is checked line by line, against a head written down before, and tells what was changed', async () => {
    const store = await open();
    const used = api(store);
    await used.ask('/v1/retention', { months: 12 });
    const before = await used.told<Checked>('/v1/ledger/check');
    expect(before).toMatchObject({ lines: 1, wrong: [] });
    await used.ask('/v1/retention', { months: 24 });
    expect(await used.told<Checked>(`/v1/ledger/check?head=${before.head}`)).toMatchObject({ lines: 2, wrong: [] });
    expect((await used.ask('/v1/ledger/check?head=nonsense')).status).toBe(400);
    await store.asOwner(async (session) =>
      session.script(
        `set local session_replication_role = 'replica'; update event set kind = 'nothing.done' where seq = 1`,
      ),
    );
    const after = await used.told<Checked>(`/v1/ledger/check?head=${before.head}`);
    expect(after.wrong.map((one) => one.flaw)).toContain('changed');
  });

  it('is for owners, counsel and auditors of the own organisation', async () => {
    const store = await open();
    await api(store).ask('/v1/retention', { months: 12 });
    for (const role of ['counsel', 'auditor'] as const)
      expect((await api(store, actor(role)).told<Lines>('/v1/ledger/lines')).items).toHaveLength(1);
    for (const role of ['district-manager', 'manager', 'rep'] as const)
      for (const path of ['/v1/ledger/lines', '/v1/ledger/lines.csv', '/v1/ledger/check'])
        expect([role, path, (await api(store, actor(role)).ask(path)).status]).toEqual([role, path, 403]);
    expect((await api(store, actor('owner', 'rival')).told<Lines>('/v1/ledger/lines')).items).toEqual([]);
  });

  it('keeps the organisation’s words as organisation.yaml would, and refuses what it would', async () => {
    const store = await open();
    const used = api(store);
    expect(await used.told('/v1/organisation')).toEqual({ words: null });
    expect(await used.told('/v1/organisation', words)).toMatchObject({
      words: { name: 'Harbor Storage', currency: 'USD' },
    });
    const refused = await used.ask('/v1/organisation', { ...words, currency: 'dollars', conversion: 23 });
    expect(refused.status).toBe(400);
    const { errors } = (await refused.json()) as { errors: { pointer: string }[] };
    expect(errors.map((one) => one.pointer).toSorted()).toEqual(['/conversion', '/currency']);
    expect(await used.told('/v1/organisation')).toMatchObject({ words: { customerWord: 'tenant', conversion: null } });
    // Which standards are kept stays as it was chosen.
    await store.inWork(actor('owner'), async ({ tx }) =>
      tx.execute(sql`update organisation set standards = '{telephone}'`),
    );
    await used.ask('/v1/organisation', { ...words, customerWord: 'member' });
    const rows = await store.inWork(actor('owner'), async ({ tx }) =>
      tx.execute(sql`select standards, customer_word from organisation`),
    );
    expect((rows as unknown as { rows: unknown[] }).rows).toEqual([
      { standards: ['telephone'], customer_word: 'member' },
    ]);
    expect((await api(store, actor('manager')).ask('/v1/organisation', words)).status).toBe(403);
  });
});
