// Contacts found and read on both databases: by words, facts and marks, page by page, and by nobody who may not.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importsApi } from '../../contacts/imports.api.ts';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { newApi, type Api } from '../../platform/http/api.ts';
import { readLines } from '../../platform/http/lines.ts';
import { markingApi } from '../marking.api.ts';
import { contactsApi } from './contacts.api.ts';
import { indexContacts } from './index-contacts.job.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
let spoolDir: string;

beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

interface Page {
  items: {
    id: string;
    failed: number;
    day?: string;
    site?: { id: string };
    person?: unknown;
    found?: { text: string; from: number; to: number };
  }[];
  next: string | null;
  settling: boolean;
}

function apiOf(store: Store, actor: Actor = owner): Api {
  const api = newApi();
  const context = { store, actorOf: () => actor, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' };
  for (const routes of [importsApi, markingApi, contactsApi]) api.route('/', routes(context));
  return api;
}

const call = (nth: number, words: string): string =>
  `Rep: Harbor Storage, how can I help?\nCustomer: ${words}, and my number here is ${nth}.\nRep: Hold please.\nRep: Bye.`;

/** Marking compiles every standard, so only a test that asks for marks waits for it. */
async function bring(
  store: Store,
  files: Record<string, string>,
  facts = '',
  { actor = owner, marked = false } = {},
): Promise<void> {
  const api = apiOf(store, actor);
  const json = { 'content-type': 'application/json' };
  const begun = await api.request('/v1/imports', { method: 'POST', body: '{"label":"x"}', headers: json });
  const { id } = (await begun.json()) as { id: string };
  const all = facts === '' ? files : { ...files, 'facts.csv': facts };
  for (const [name, body] of Object.entries(all)) {
    const reply = await api.request(`/v1/imports/${id}/files?name=${name}`, { method: 'PUT', body });
    for await (const line of readLines(reply)) expect((line as { kind: string }).kind).not.toBe('problem');
  }
  await api.request(`/v1/imports/${id}/finish`, { method: 'POST', body: '{"counts":{},"rejects":0}', headers: json });
  if (marked) for await (const _line of readLines(await api.request('/v1/marking', { method: 'POST' })));
  for await (const _done of indexContacts(store, actor, 2));
}

async function ask(store: Store, query: string, actor = owner): Promise<Page> {
  const reply = await apiOf(store, actor).request(`/v1/contacts?${query}`);
  expect([query, reply.status]).toEqual([query, 200]);
  return (await reply.json()) as Page;
}

const three = {
  'a.txt': call(1, 'I need a dry locker for a grand piano'),
  'b.txt': call(2, 'I need a locker for two chairs'),
  'c.txt': call(3, 'Is the gate open on Sunday'),
};
const facts = [
  'file,site,started at,outcome,rep',
  'a.txt,north,2026-02-03T10:00:00Z,won,Dana Reyes',
  'b.txt,north,2026-02-02T10:00:00Z,lost,Dana Reyes',
  'c.txt,south,2026-02-01T10:00:00Z,lost,Omar Hale',
].join('\n');

const asked: [string, number][] = [
  ['words=locker', 2],
  ['words=LOCKER', 2],
  ['words=locker+piano', 1],
  ['words=%22grand+piano%22', 1],
  ['words=%22piano+grand%22', 0],
  ['words=locker+-piano', 1],
  ['words=pia*', 1],
  ['words=pia', 0],
  ['site=north', 2],
  ['site=north&outcome=lost', 1],
  ['channel=phone', 3],
  ['channel=visit', 0],
  ['from=2026-02-02', 2],
  ['to=2026-02-02', 2],
  ['to=9999-12-31', 3],
  ['from=0000-01-01', 3],
  ['from=2026-02-02&to=2026-02-02', 1],
  ['words=piano&site=south', 0],
];

forEachDatabase((_name, open) => {
  describe('the list of contacts', () => {
    it('is newest first and goes on where the page before ended', async () => {
      const store = await open();
      await bring(store, three, facts);
      const first = await ask(store, 'limit=2');
      expect(first.items.map((one) => one.day)).toEqual(['2026-02-03', '2026-02-02']);
      const second = await ask(store, `limit=2&after=${first.next}`);
      expect(second.items.map((one) => one.day)).toEqual(['2026-02-01']);
      expect(second).toMatchObject({ next: null, settling: false });
    });

    it('finds by words, facts and days, all of them together', async () => {
      const store = await open();
      await bring(store, three, facts);
      const found: [string, number][] = [];
      for (const [query] of asked) found.push([query, (await ask(store, query)).items.length]);
      expect(found).toEqual(asked);
    });

    it('finds by what was said of a standard', async () => {
      const store = await open();
      await bring(store, three, facts, { marked: true });
      const all = (await ask(store, 'verdict=failed')).items;
      expect(all).toHaveLength(3);
      expect(all.every((one) => one.failed > 0)).toBe(true);
      const of = async (verdict: string): Promise<number> =>
        (await ask(store, `standard=hold.by-consent&verdict=${verdict}&site=north`)).items.length;
      expect([await of('met'), (await of('failed')) + (await of('unsure'))]).toEqual([0, 2]);
    });

    it('shows where the words stand', async () => {
      const store = await open();
      await bring(store, three, facts);
      const { found } = (await ask(store, 'words=piano')).items[0]!;
      expect(found!.text.slice(found!.from, found!.to)).toBe('piano');
    });

    it('finds what changed after it was first made ready, and never what is gone', async () => {
      const store = await open();
      await bring(store, three, facts);
      await bring(store, { 'a.txt': call(1, 'I need a dry locker for a harp') });
      expect((await ask(store, 'words=piano')).items).toHaveLength(0);
      expect((await ask(store, 'words=harp')).items).toHaveLength(1);
      expect((await ask(store, '')).items).toHaveLength(3);
    });

    it('takes hostile words for words', async () => {
      const store = await open();
      await bring(store, three, facts);
      for (const words of [`'; drop table contact; --`, `a:*b & !! |`, `\\' ) or 1=1`, '"', '-', '*', '%', '\u{1F600}'])
        expect((await ask(store, `words=${encodeURIComponent(words)}`)).settling).toBe(false);
      expect((await ask(store, `site=${encodeURIComponent(`north' or '1'='1`)}`)).items).toHaveLength(0);
      expect((await ask(store, `site=${encodeURIComponent('o:harbor')}`)).items).toHaveLength(0);
    });

    it('refuses a forged place, and a well-made one shows nothing of another organisation', async () => {
      const store = await open();
      await bring(store, three, facts);
      const forge = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url');
      const api = apiOf(store);
      for (const after of [
        'x',
        forge(['2026', 'a']),
        forge([`2026-01-01T00:00:00.000Z'`, 'a']),
        forge({}),
        forge([1, 2]),
      ]) {
        const reply = await api.request(`/v1/contacts?after=${after}`);
        expect([reply.status, ((await reply.json()) as { type: string }).type]).toEqual([
          400,
          '/problems/cursor-malformed',
        ]);
      }
      const rival: Actor = { orgId: 'rival', id: 'cli', roles: ['owner'] };
      await bring(store, { 'r.txt': call(9, 'I need a locker for a harp') }, '', { actor: rival });
      const far = forge(['2999-01-01T00:00:00.000Z', 'z']);
      expect((await ask(store, `after=${far}`, rival)).items).toHaveLength(1);
      expect((await ask(store, 'words=piano', rival)).items).toHaveLength(0);
      expect((await ask(store, 'words=harp')).items).toHaveLength(0);
    });

    it('names the rep only to those who may see people, and asks for one only by them', async () => {
      const store = await open();
      await bring(store, three, facts);
      const [one] = (await ask(store, 'words=piano')).items;
      const person = (one!.person as { id: string }).id;
      expect((await ask(store, `person=${person}`)).items).toHaveLength(2);
      const reviewer: Actor = { orgId: 'harbor', id: 'r', roles: ['reviewer'] };
      expect((await ask(store, '', reviewer)).items.every((row) => row.person === undefined)).toBe(true);
      const refused = await apiOf(store, reviewer).request(`/v1/contacts?person=${person}`);
      expect(refused.status).toBe(403);
      const shopper: Actor = { orgId: 'harbor', id: 's', roles: ['shopper'] };
      expect((await apiOf(store, shopper).request('/v1/contacts')).status).toBe(403);
    });

    it('shows those who are held to a site only that site, however they ask', async () => {
      const store = await open();
      await bring(store, three, facts);
      const held: Actor = {
        orgId: 'harbor',
        id: 'm',
        roles: ['manager'],
        sites: ['south'],
        grants: [{ role: 'manager', sites: ['south'] }],
      };
      for (const query of ['', 'words=need', 'words=gate', 'site=north', 'verdict=failed', 'words=-nothing']) {
        const { items } = await ask(store, query, held);
        expect([query, items.every((one) => one.site?.id === 'south')]).toEqual([query, true]);
      }
      expect((await ask(store, '', held)).items).toHaveLength(1);
    });
  });

  it('keeps searches by name, each person their own', async () => {
    const store = await open();
    const send = async (actor: Actor, method: string, path: string, body?: unknown): Promise<Response> =>
      apiOf(store, actor).request(path, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
    const other: Actor = { ...owner, id: 'other' };
    const made = await send(owner, 'POST', '/v1/views', { name: 'Lost', of: 'contacts', query: { outcome: 'lost' } });
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    await send(owner, 'POST', '/v1/views', { name: 'Lost', of: 'contacts', query: { outcome: 'lost', site: 'north' } });
    const mine = (await (await send(owner, 'GET', '/v1/views')).json()) as { items: unknown[] };
    expect(mine.items).toEqual([{ id, name: 'Lost', of: 'contacts', query: { outcome: 'lost', site: 'north' } }]);
    expect(await (await send(other, 'GET', '/v1/views')).json()).toEqual({ items: [] });
    expect((await send(other, 'DELETE', `/v1/views/${id}`)).status).toBe(404);
    const bad = await send(owner, 'POST', '/v1/views', { name: 'x', of: 'contacts', query: { org: 'rival' } });
    expect(bad.status).toBe(400);
    expect((await send(owner, 'DELETE', `/v1/views/${id}`)).status).toBe(204);
    expect((await send(owner, 'DELETE', `/v1/views/${id}`)).status).toBe(404);
  });
});
