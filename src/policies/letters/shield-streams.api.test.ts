// What a server shows of a shielded hand-in, by what it says and by when it says it: nothing on the day itself in any list, stream, webhook,
// line or figure; and the day after, nothing of who or at what hour, not by order either.
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { moveLetters } from '../../fixes/letters/move-letters.job.ts';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { newFeed, type Told } from '../../platform/jobs/feed.ts';
import { newPostman } from '../../platform/webhooks/postman.ts';
import { webhooksApi } from '../../platform/webhooks/webhooks.api.ts';
import type { LettersOnWire } from './letters.shape.ts';

const owner: Actor = { orgId: 'harbor', id: 'm-owner', roles: ['owner'] };
const writers: readonly Actor[] = ['ann', 'cy', 'mo'].map((name) => ({
  orgId: 'harbor',
  id: `m-${name}`,
  roles: ['rep'],
  grants: [{ role: 'rep', sites: ['north'] }],
  person: `p-${name}`,
}));
/** Every list that an owner reads, and what goes out as a table. */
const views = [
  '/v1/letters',
  '/v1/jobs',
  '/v1/ledger/lines?limit=200',
  '/v1/ledger/lines.csv',
  '/v1/record/entries?limit=100',
  '/v1/documents',
  '/v1/why',
  '/v1/legal-holds',
  '/v1/dark-ages',
];
let spoolDir: string;
beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

forEachDatabase((_name, open) => {
  let store: Store;
  let clock: string;
  const servers: Server[] = [];
  const ending: (() => void)[] = [];
  afterEach(() => {
    for (const end of ending.splice(0)) end();
    for (const server of servers.splice(0)) server.close();
  });
  const ask = async (actor: Actor, method: string, path: string, body?: unknown): Promise<Response> =>
    makeApp({ store, actorOf: () => actor, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' }).request(
      path,
      {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      },
    );
  const shown = async (): Promise<string[]> =>
    Promise.all(views.map(async (path) => `${path} ${await (await ask(owner, 'GET', path)).text()}`));
  const handIn = async (writer: Actor, wrong: string): Promise<void> => {
    const reply = await ask(writer, 'POST', '/v1/letters/shielded', { wrong });
    expect([reply.status, reply.status === 201 ? '' : await reply.text()]).toEqual([201, '']);
  };
  const letters = async (): Promise<LettersOnWire['letters']> =>
    ((await (await ask(owner, 'GET', '/v1/letters?limit=100')).json()) as LettersOnWire).letters;

  beforeEach(async () => {
    clock = '2026-03-02T06:00:00.000Z';
    store = await open({ now: () => new Date(clock) });
    const people = ['ann', 'cy', 'mo'].map((name) => `p-${name},${name} Lind,rep,north,,2025-01-01`).join('\n');
    const files = {
      'sites.csv': 'id,name,time zone\nnorth,North Pier,UTC\n',
      'people.csv': `id,name,role,site,supervisor,from\n${people}\n`,
    };
    await ask(owner, 'POST', '/v1/record', {
      files: Object.entries(files).map(([name, text]) => ({ name, base64: Buffer.from(text).toString('base64') })),
    });
  });

  it('on the day itself nothing that is shown differs from before it was handed in', async () => {
    const before = await shown();
    await handIn(writers[0]!, 'Callers are sent away at noon.');
    await moveLetters(store, 'harbor');
    expect(await shown()).toEqual(before);
  });

  it('no stream and no webhook tells of it that day; the day after they tell of a letter, and of nobody', async () => {
    const got: string[] = [];
    const server = createServer((request, reply) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        got.push(body);
        reply.writeHead(204).end();
      });
    }).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    const hooks = webhooksApi({ store, actorOf: () => owner, privateToo: true });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/in`;
    const made = await hooks.request('/v1/webhooks', {
      method: 'POST',
      body: JSON.stringify({ url, kinds: [] }),
      headers: { 'content-type': 'application/json' },
    });
    expect(made.status).toBe(201);
    const postman = newPostman(store, () => undefined, true);
    await postman.look();
    const feed = newFeed(store);
    const heard: Told[] = [];
    ending.push(
      feed.listen('harbor', (told) => void heard.push(told)),
      () => feed.end(),
    );
    const stirred = async (): Promise<void> => {
      feed.stir('harbor');
      await new Promise((resolve) => setTimeout(resolve, 900));
    };
    await stirred();
    const quiet = [got.length, heard.length];
    await handIn(writers[1]!, 'Callers are sent away at noon.');
    await postman.look();
    await stirred();
    expect([got.length, heard.length]).toEqual(quiet);
    clock = '2026-03-03T09:00:00.000Z';
    await moveLetters(store, 'harbor');
    await postman.look();
    await stirred();
    const sent = got.slice(quiet[0]).join('\n');
    expect(sent).toContain('letter.sent');
    expect(JSON.stringify(heard.slice(quiet[1]))).toContain('letter');
    for (const said of [sent, JSON.stringify(heard)])
      for (const one of [...writers.map(({ id }) => id), ...writers.map(({ person }) => person!), 'noon', '06:00'])
        expect(said).not.toContain(one);
    expect(sent).not.toMatch(/2026-03-02T/);
  });

  it('of many letters of a day none can be put to an hour or to whoever wrote it by its number, its id or its place in the history', async () => {
    const order: string[] = [];
    for (let nth = 0; nth < 40; nth += 1) {
      clock = `2026-03-02T${String(6 + Math.floor(nth / 4)).padStart(2, '0')}:${String((nth % 4) * 15).padStart(2, '0')}:00.000Z`;
      // Morning, noon and evening have each their writer.
      await handIn(writers[Math.floor(nth / 14)]!, `Letter of the ${nth}.`);
      order.push(`Letter of the ${nth}.`);
    }
    clock = '2026-03-03T09:00:00.000Z';
    await moveLetters(store, 'harbor');
    const out = await letters();
    expect(out).toHaveLength(40);
    expect(out.every(({ headline }) => order.includes(headline))).toBe(true);
    const lines = await (await ask(owner, 'GET', '/v1/ledger/lines.csv')).text();
    const at = (headline: string): number => order.indexOf(headline);
    const orders = {
      number: out.toSorted((one, other) => Number(one.number) - Number(other.number)),
      id: out.toSorted((one, other) => one.id.localeCompare(other.id)),
      history: out.toSorted((one, other) => lines.indexOf(one.id) - lines.indexOf(other.id)),
      list: out,
    };
    for (const [by, sorted] of Object.entries(orders)) {
      // Spearman: of 40 in no order it stays under .55 in all but four of ten thousand.
      const rho = correlation(sorted.map(({ headline }) => at(headline)));
      expect([by, Math.abs(rho) < 0.55]).toEqual([by, true]);
    }
    expect(out.every((one) => one.sentOn === '2026-03-02' || one.sentOn === '2026-03-03')).toBe(true);
    expect(JSON.stringify(out)).not.toMatch(/T\d\d:\d\d/);
  });
});

/** Of ranks with their places. */
function correlation(ranks: readonly number[]): number {
  const n = ranks.length;
  const d = ranks.reduce((sum, rank, place) => sum + (rank - place) ** 2, 0);
  return 1 - (6 * d) / (n * (n * n - 1));
}
