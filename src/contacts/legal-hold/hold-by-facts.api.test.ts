// A legal hold keeps its contacts also from whoever changes what they say of themselves first: facts told later, then the import
// taken out.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';

let spoolDir: string;
beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

const columns = { Piece: 'contact', Voice: 'speaker', Words: 'text', When: 'time', Where: 'site', Who: 'customer' };
const calls = `Piece,Voice,Words,When,Where,Who
call-1,Rep,Good morning.,2025-06-01T10:00:00Z,north,C-1
call-1,Customer,What would a small one cost me?,2025-06-01T10:00:05Z,north,C-1
call-1,Rep,Ninety a month.,2025-06-01T10:00:09Z,north,C-1
`;
const facts: Readonly<Record<string, string>> = {
  site: 'Piece,Where\ncall-1,south\n',
  day: 'Piece,When\ncall-1,2019-01-01T10:00:00Z\n',
  customer: 'Piece,Who\ncall-1,C-9\n',
};
const holds: Readonly<Record<string, object>> = {
  site: { about: 'site', site: 'north', says: 'asked for by a court' },
  day: { about: 'site', site: 'north', from: '2025-05-01', to: '2025-07-01', says: 'asked for by a court' },
  customer: { about: 'customer', customer: 'C-1', says: 'asked for by a court' },
};

function asking(store: Store, role: Role) {
  const actor: Actor = { orgId: 'harbor', id: 'somebody', roles: [role] };
  const app = makeApp({ store, actorOf: () => actor, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' });
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> =>
    app.request(path, {
      method,
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(typeof body === 'object' ? { headers: { 'content-type': 'application/json' } } : {}),
    });
  const bring = async (text: string, table: string): Promise<string> => {
    const { id } = (await (await ask('POST', '/v1/imports', { label: 'test' })).json()) as { id: string };
    const query = new URLSearchParams({ name: 'calls.csv', columns: JSON.stringify(columns), table });
    await (await ask('PUT', `/v1/imports/${id}/files?${query.toString()}`, text)).text();
    expect((await ask('POST', `/v1/imports/${id}/finish`, { counts: {}, rejects: 99 })).status).toBe(200);
    return id;
  };
  return { ask, bring };
}

forEachDatabase((_name, open) => {
  const standing = async (store: Store) =>
    store.asOwner(async (session) =>
      session.query('select site_id, started_at, started_local, customer_hash from contact'),
    );

  it.each(['site', 'day', 'customer'])('a hold on a %s is not lost by facts that say otherwise', async (by) => {
    const store = await open();
    const manager = asking(store, 'manager');
    const brought = await manager.bring(calls, 'turns');
    expect((await asking(store, 'counsel').ask('POST', '/v1/legal-holds', holds[by])).status).toBe(201);
    const before = await standing(store);
    expect(before).toHaveLength(1);
    await manager.bring(facts[by]!, 'facts');
    expect(await standing(store)).toEqual(before);
    const undone = await manager.ask('POST', `/v1/imports/${brought}/undo`);
    expect(await undone.text()).toContain('legal-hold-stands');
    expect(await standing(store)).toEqual(before);
  });

  it('facts change what no hold names', async () => {
    const store = await open();
    const manager = asking(store, 'manager');
    await manager.bring(calls, 'turns');
    const before = await standing(store);
    await manager.bring(facts['site']!, 'facts');
    expect(await standing(store)).not.toEqual(before);
  });
});
