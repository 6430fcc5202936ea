import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import { readLines } from '../platform/http/lines.ts';
import type { Contact, Reject } from './contact.core.ts';
import { matchToRecord, readContacts } from './contacts.use.ts';
import { importsApi } from './imports.api.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const rival: Actor = { orgId: 'rival', id: 'cli', roles: ['owner'] };
let spoolDir: string;

beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

interface Done {
  contacts: number;
  versions: number;
  alreadyHere: number;
  rejects: number;
}

async function bring(
  store: Store,
  files: Record<string, string>,
  actor = owner,
): Promise<{ id: string; done: Done[]; late: Reject[] }> {
  const api = importsApi({ store, actorOf: () => actor, spoolDir, ownPacks: spoolDir, version: 'test' });
  const started = await api.request('/v1/imports', {
    method: 'POST',
    body: JSON.stringify({ label: 'test' }),
    headers: { 'content-type': 'application/json' },
  });
  const { id } = (await started.json()) as { id: string };
  const done: Done[] = [];
  let rejects = 0;
  for (const [name, text] of Object.entries(files)) {
    const reply = await api.request(
      `/v1/imports/${id}/files?name=${encodeURIComponent(name)}&rejectsSoFar=${rejects}`,
      { method: 'PUT', body: text },
    );
    for await (const line of readLines(reply)) {
      const said = line as { kind: string; counts: Done };
      expect(said.kind, JSON.stringify(line)).not.toBe('problem');
      if (said.kind === 'done') done.push(said.counts);
    }
    rejects += done.at(-1)?.rejects ?? 0;
  }
  const finished = await api.request(`/v1/imports/${id}/finish`, {
    method: 'POST',
    body: JSON.stringify({ counts: {}, rejects }),
    headers: { 'content-type': 'application/json' },
  });
  expect(finished.status).toBe(200);
  return { id, done, late: ((await finished.json()) as { rejects: Reject[] }).rejects };
}

async function all(store: Store, actor = owner): Promise<Contact[]> {
  return store.inWork(actor, async (work) => readContacts(work, '', 1000));
}

const call = [
  'Rep: Harbor Storage, this is Dana, how can I help?',
  'Customer: Hi, I want to know what a ten by ten runs.',
  'Rep: What are you looking to store?',
].join('\n');
const turns = [
  'call_id,speaker,text',
  'call-2026-0001,agent,Good morning Harbor Storage',
  'call-2026-0001,customer,What does a small unit cost?',
  'call-2026-0002,agent,Harbor Storage',
  'call-2026-0002,customer,Is the gate open on Sunday?',
].join('\n');
const facts = [
  'call_id,site,rep,duration_seconds,outcome',
  'call-2026-0001,Bay Street,dana,120,rented',
  'call-2026-0002,Bay Street,lee,60,not interested',
].join('\n');

forEachDatabase((_name, open) => {
  it("a day without a zone reaches its contact as written, keeps the site's moment when it comes again, and yields to an instant", async () => {
    const store = await open();
    const dated = (time: string) => `file,site,started at\n17.txt,harbor,${time}\n`;
    const start = async (): Promise<unknown> => {
      const [one] = await all(store);
      return { at: one?.startedAt, local: one?.startedLocal };
    };
    await bring(store, { 'a/17.txt': call, 'facts.csv': dated('2026-03-02') });
    expect(await start()).toEqual({ at: '2026-03-02T12:00:00.000Z', local: '2026-03-02' });
    await store.inWork(owner, async (work) =>
      matchToRecord(work, [], [{ id: 'harbor', name: 'Harbor', timeZone: 'America/Los_Angeles' }]),
    );
    const resolved = { at: '2026-03-02T20:00:00.000Z', local: '2026-03-02' };
    expect(await start()).toEqual(resolved);
    await bring(store, { 'facts.csv': dated('2026-03-02') });
    expect(await start()).toEqual(resolved);
    await bring(store, { 'facts.csv': dated('2026-03-02T00:00:00') });
    expect(await start()).toEqual({ at: '2026-03-02T00:00:00.000Z', local: '2026-03-02T00:00:00' });
    await bring(store, { 'facts.csv': dated('2026-03-02T09:30:00-08:00') });
    expect(await start()).toEqual({ at: '2026-03-02T17:30:00.000Z', local: undefined });
  });

  it('the same content twice is one contact, under whatever name', async () => {
    const store = await open();
    const first = await bring(store, { 'a/17.txt': call });
    const second = await bring(store, { 'a/17.txt': call, 'b/copy.txt': call });
    expect(first.done[0]).toMatchObject({ contacts: 1, alreadyHere: 0 });
    expect(second.done).toMatchObject([
      { contacts: 0, alreadyHere: 1 },
      { contacts: 0, alreadyHere: 1 },
    ]);
    expect(await all(store)).toHaveLength(1);
  });

  it('the same id with new content is a new version, and only the latest is read', async () => {
    const store = await open();
    await bring(store, { '17.txt': call });
    const again = await bring(store, { '17.txt': `${call}\nCustomer: A couch and some boxes.` });
    expect(again.done[0]).toMatchObject({ contacts: 0, versions: 1 });
    const contacts = await all(store);
    expect(contacts).toHaveLength(1);
    expect(contacts[0]).toMatchObject({ version: 2, turns: { length: 4 } });
  });

  it('the same words heard again with confidences are a new version', async () => {
    const store = await open();
    const heard = (sure: object): string =>
      JSON.stringify({ turns: [{ speaker: 'rep', text: 'Harbor Storage, this is Dana.', start: 0, end: 2, ...sure }] });
    await bring(store, { '17.json': heard({}) });
    const again = await bring(store, { '17.json': heard({ confidence: 0.4 }) });
    expect(again.done[0]).toMatchObject({ contacts: 0, versions: 1, alreadyHere: 0 });
    const same = await bring(store, { '17.json': heard({ confidence: 0.4 }) });
    expect(same.done[0]).toMatchObject({ versions: 0, alreadyHere: 1 });
  });

  it('facts reach their contacts whether they come before or after', async () => {
    const store = await open();
    await bring(store, { 'facts.csv': facts, 'turns.csv': turns });
    const before = await all(store);
    const other = await open();
    await bring(other, { 'turns.csv': turns, 'facts.csv': facts }, rival);
    const after = await all(other, rival);
    for (const contacts of [before, after]) {
      expect(contacts).toHaveLength(2);
      expect(contacts.every((one) => one.siteId === 'Bay Street' && one.personId?.startsWith('rep-') === true)).toBe(
        true,
      );
      expect(contacts.map((one) => one.outcome ?? '').toSorted((a, b) => a.localeCompare(b))).toEqual(['lost', 'won']);
    }
  });

  it('facts about a contact that was never brought are refused by file and row', async () => {
    const store = await open();
    const { late } = await bring(store, {
      'turns.csv': turns,
      'facts.csv': `${facts}\ncall-2026-0009,Bay Street,dana,5,won`,
    });
    expect(late).toMatchObject([{ file: 'facts.csv', row: 4 }]);
  });

  it('nothing personal is stored, not even in the source', async () => {
    const store = await open();
    const text =
      'Rep: This is Dana, may I have your card?\nCustomer: Sure, it is 4111 1111 1111 1111, and my mail is pat.lowe@example.com\nRep: Thank you.';
    await bring(store, { 'calls/pat.lowe@example.com.txt': text });
    const stored = JSON.stringify(await all(store));
    expect(stored).not.toContain('4111');
    expect(stored).not.toContain('pat.lowe');
    expect(stored).toContain('[CARD 1]');
  });

  it('another organisation sees none of it', async () => {
    const store = await open();
    await bring(store, { '17.txt': call });
    expect(await all(store, rival)).toEqual([]);
  });

  it('a bad file never stops a good one', async () => {
    const store = await open();
    const { done } = await bring(store, {
      'bad.json': '{"vcon": "0.0.1", "dialog": [',
      'empty.csv': '',
      'good.txt': call,
    });
    expect(done[0]?.rejects).toBeGreaterThan(0);
    expect(done[1]?.rejects).toBeGreaterThan(0);
    expect(done[2]).toMatchObject({ contacts: 1, rejects: 0 });
  });

  it('takes no file once it is finished, and none from whoever may not bring contacts', async () => {
    const store = await open();
    const { id } = await bring(store, { 'a.txt': call });
    const put = async (actor: Actor) =>
      importsApi({ store, actorOf: () => actor, spoolDir, ownPacks: spoolDir, version: 'test' }).request(
        `/v1/imports/${id}/files?name=b.txt`,
        { method: 'PUT', body: turns },
      );
    const late = await put(owner);
    expect([late.status, await late.text()]).toEqual([409, expect.stringContaining('import-finished')]);
    expect((await put({ ...owner, roles: ['trainer'] })).status).toBe(403);
    expect(await all(store)).toHaveLength(1);
  });
  it('an import that never was is missing, not one that refused nothing; nor is it a rival’s to see', async () => {
    const store = await open();
    const { id } = await bring(store, { 'empty.csv': '' });
    const ask = async (of: string, actor: Actor): Promise<[number, unknown]> => {
      const api = importsApi({ store, actorOf: () => actor, spoolDir, ownPacks: spoolDir, version: 'test' });
      const reply = await api.request(`/v1/imports/${of}/rejects`);
      return [reply.status, await reply.json()];
    };
    expect(await ask(id, owner)).toMatchObject([200, [{ file: 'empty.csv' }]]);
    expect(await ask('i-nosuch', owner)).toMatchObject([404, { type: '/problems/import-unknown' }]);
    expect(await ask(id, rival)).toMatchObject([404, { type: '/problems/import-unknown' }]);
  });
});
