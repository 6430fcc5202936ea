// A write with an Idempotency-Key is done once on both databases, however often and however close together it is sent.
import { expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import { own, problemIn, serveHere, type ServedHere } from './served.test-data.ts';

const send = async (here: ServedHere, key: string, label: string, token = own): Promise<Response> =>
  here.ask('POST', '/v1/imports', { token, body: { label }, headers: { 'idempotency-key': key } });

forEachDatabase((_name, open) => {
  it('gives the same answer to the same request, and refuses the key to another', async () => {
    const store = await open();
    const here = await serveHere(makeApp, store);
    const first = await send(here, 'k-1', 'spring');
    const again = await send(here, 'k-1', 'spring');
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
    expect(await again.text()).toBe(await first.text());
    expect((await problemIn(await send(here, 'k-1', 'autumn'))).type).toBe('/problems/key-used');
    const other = await send(here, 'k-2', 'spring');
    expect(await other.text()).not.toBe(await (await send(here, 'k-1', 'spring')).text());
    expect((await problemIn(await send(here, 'x'.repeat(129), 'spring'))).type).toBe('/problems/key-malformed');
  });

  it('does it once where requests come at the same moment', async () => {
    const store = await open();
    const here = await serveHere(makeApp, store);
    const replies = await Promise.all([1, 2, 3, 4, 5].map(async () => send(here, 'k-3', 'spring')));
    const bodies = await Promise.all(replies.map(async (reply) => [reply.status, await reply.text()] as const));
    const done = new Set(bodies.filter(([status]) => status === 201).map(([, text]) => text));
    expect(done.size).toBe(1);
    expect(bodies.every(([status]) => status === 201 || status === 409)).toBe(true);
    const held = await store.inWork({ orgId: 'harbor', id: 't', roles: ['owner'] }, async ({ tx }) =>
      tx.execute('select count(*)::int as number from import'),
    );
    expect((held as unknown as { rows: { number: number }[] }).rows[0]!.number).toBe(1);
  });

  it('keeps a key to whoever sent it, and frees it where the write was refused', async () => {
    const here = await serveHere(makeApp, await open());
    const mine = await here.token({ roles: ['owner'] });
    const first = await (await send(here, 'k-4', 'spring', mine)).text();
    expect(await (await send(here, 'k-4', 'spring')).text()).not.toBe(first);
    const end = async () =>
      here.ask('POST', '/v1/tokens/none/end', { token: own, headers: { 'idempotency-key': 'k-5' } });
    expect([(await end()).status, (await end()).status]).toEqual([404, 404]);
  });

  it('keeps no answer in words that the database alone could give away', async () => {
    const store = await open();
    const here = await serveHere(makeApp, store);
    const asked = { token: own, body: { says: 'x', roles: ['auditor'] }, headers: { 'idempotency-key': 'k-6' } };
    const made = (await (await here.ask('POST', '/v1/tokens', asked)).json()) as { token: string };
    expect(await (await here.ask('POST', '/v1/tokens', asked)).json()).toEqual(made);
    const rows = await store.asOwner(async (session) => session.query('select * from kept_answer'));
    expect(rows.length).toBe(1);
    expect(JSON.stringify(rows)).not.toContain(made.token);
  });

  it('leaves a file alone, also one with nothing in it', async () => {
    const here = await serveHere(makeApp, await open());
    const headers = { 'idempotency-key': 'k-7', 'content-type': 'text/plain' };
    const sent = await here.ask('PUT', '/v1/uploads', { token: own, body: '', headers });
    expect([sent.status, await sent.json()]).toMatchObject([201, { bytes: 0 }]);
  });
});
