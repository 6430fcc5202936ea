// Webhooks on both databases: told once what was done, signed, again where it failed; and nothing of a private network is called.
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from '../db/databases.ts';
import type { Store } from '../db/open.ts';
import { append } from '../ledger/append.ts';
import { assertCallable, call, signed } from './call.ts';
import { newPostman } from './postman.ts';
import { isPublic } from '../http/public-address.ts';
import { webhooksApi } from './webhooks.api.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

interface Got {
  readonly signature: string;
  readonly body: string;
}

async function receiver(statuses: number[] = []): Promise<{ url: string; got: Got[] }> {
  const got: Got[] = [];
  const server = createServer((request, reply) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      got.push({ signature: String(request.headers['customary-signature']), body });
      reply.writeHead(statuses.shift() ?? 204, { location: 'http://169.254.169.254/' }).end();
    });
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`, got };
}

const done = async (store: Store, kind: string): Promise<void> => {
  await store.inWork(owner, async (work) => append(work, { kind, subjects: ['x1'] }));
};

async function hooked(store: Store, url: string, kinds: string[] = []) {
  const api = webhooksApi({ store, actorOf: () => owner, privateToo: true });
  const send = async (method: string, path: string, body?: unknown): Promise<Response> =>
    api.request(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  const made = (await (await send('POST', '/v1/webhooks', { url, kinds })).json()) as { id: string; secret: string };
  return { ...made, send };
}

forEachDatabase((_name, open) => {
  it('has a secret that is told when it is added, and never again', async () => {
    const { secret, send } = await hooked(await open(), 'https://example.com/hook');
    expect(secret).toMatch(/^whs_/);
    const list = await (await send('GET', '/v1/webhooks')).text();
    expect(list).toContain('https://example.com/hook');
    expect(list).not.toContain('whs_');
  });

  it('is told once of what is done after it was added, signed, and of the kinds that it asked for', async () => {
    const store = await open();
    await done(store, 'fix.proposed');
    const { url, got } = await receiver();
    const { secret } = await hooked(store, url, ['fix']);
    const postman = newPostman(store, () => undefined, true);
    await done(store, 'fix.begun');
    await done(store, 'contacts.added');
    await postman.look();
    await postman.look();
    expect(got).toHaveLength(1);
    const told = JSON.parse(got[0]!.body) as { events: { kind: string; subjects: string[] }[] };
    expect(told.events.map((event) => event.kind)).toEqual(['fix.begun']);
    const [, at, digest] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(got[0]!.signature)!;
    expect(signed(secret, Number(at), got[0]!.body)).toBe(digest);
  });

  it('is told again after a while where it failed, follows no redirect, and every try is kept', async () => {
    let now = new Date('2026-03-01T12:00:00Z');
    const store = await open({ now: () => now });
    const { url, got } = await receiver([500, 302]);
    const { id, send } = await hooked(store, url, ['fix']);
    await done(store, 'fix.begun');
    const postman = newPostman(store, () => undefined, true);
    await postman.look();
    await postman.look();
    expect(got).toHaveLength(1);
    for (const later of ['2026-03-01T12:01:00Z', '2026-03-01T13:00:00Z']) {
      now = new Date(later);
      await postman.look();
    }
    expect(new Set(got.map((one) => one.body)).size).toBe(1);
    const kept = (await (await send('GET', `/v1/webhooks/${id}/tries`)).json()) as { items: { status: number }[] };
    expect(kept.items.map((one) => one.status)).toEqual([204, 302, 500]);
    expect((await send('DELETE', `/v1/webhooks/${id}`)).status).toBe(204);
    expect((await send('DELETE', `/v1/webhooks/${id}`)).status).toBe(404);
  });
});

it.each([
  'http://example.com/',
  'https://localhost/',
  'https://printer.local/',
  'https://intranet/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://0x7f.1/',
  'https://10.1.2.3/',
  'https://169.254.169.254/latest/meta-data',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[fd00::1]/',
  'https://user:word@example.com/',
  'file:///etc/passwd',
  'gopher://example.com/',
  'nonsense',
])('%s is never called', (url) => {
  expect(() => assertCallable(url, false)).toThrow();
});

it('a name that means a private address is not called either', async () => {
  expect(isPublic('93.184.216.34')).toBe(true);
  expect(isPublic('2606:2800:220:1:248:1893:25c8:1946')).toBe(true);
  const { url, got } = await receiver();
  const answer = await call(url.replace('127.0.0.1', 'localhost'), 's', '{}', false);
  expect([answer.status, answer.failed, got.length]).toEqual([null, 'private-address', 0]);
});

it('an address in numbers that was let in while private networks were open is not called once they are closed', async () => {
  const { url, got } = await receiver();
  expect((await call(url, 's', '{}', true)).status).toBe(204);
  const answer = await call(url, 's', '{}', false);
  expect([answer.status, answer.failed, got.length]).toEqual([null, 'private-address', 1]);
});
