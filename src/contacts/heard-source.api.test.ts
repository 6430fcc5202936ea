// What a source tells of how it was heard, from its file to the contact as stored, and through a backup.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { backup } from '../platform/db/backup.ts';
import { anotherDatabase, forEachDatabase } from '../platform/db/databases.ts';
import { storeOver, type Store } from '../platform/db/open.ts';
import { restoreOpen } from '../platform/db/restore.ts';
import { readLines } from '../platform/http/lines.ts';
import type { Contact } from './contact.core.ts';
import { readContacts } from './contacts.use.ts';
import { importsApi } from './imports.api.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'customary-heard-'));
  onTestFinished(async () => rm(path, { recursive: true, force: true }));
  return path;
}

/** Brings the files in one import; how many were new, and how many already here. */
async function bring(store: Store, files: Record<string, string>, query = ''): Promise<[number, number]> {
  const spoolDir = await folder();
  const api = importsApi({ store, actorOf: () => owner, spoolDir, ownPacks: spoolDir, version: 'test' });
  const headers = { 'content-type': 'application/json' };
  const started = await api.request('/v1/imports', { method: 'POST', body: '{"label":"test"}', headers });
  const { id } = (await started.json()) as { id: string };
  let added = 0;
  let here = 0;
  for (const [name, body] of Object.entries(files)) {
    const reply = await api.request(`/v1/imports/${id}/files?name=${name}${query}`, { method: 'PUT', body });
    for await (const line of readLines(reply)) {
      const said = line as { kind: string; counts: { contacts: number; alreadyHere: number } };
      expect(said.kind, JSON.stringify(line)).not.toBe('problem');
      if (said.kind !== 'done') continue;
      added += said.counts.contacts;
      here += said.counts.alreadyHere;
    }
  }
  const finished = await api.request(`/v1/imports/${id}/finish`, {
    method: 'POST',
    body: '{"counts":{},"rejects":0}',
    headers,
  });
  expect(finished.status).toBe(200);
  return [added, here];
}

const all = async (store: Store): Promise<Contact[]> =>
  store.inWork(owner, async (work) => readContacts(work, '', 100));

// Six words, one of them hardly heard, behind a card number that is replaced by something shorter.
const text = 'My card is 4111 1111 1111 1111 [hold] and the deposit?';
const heard = JSON.stringify({
  audio_duration: 60,
  utterances: [
    { speaker: 'A', text: 'Harbor Storage, this is the desk.', start: 500, end: 3000, confidence: 0.9 },
    {
      speaker: 'B',
      text,
      start: 4000,
      end: 20_000,
      confidence: 0.8,
      words: [
        { text: '1111', start: 6000, end: 6400, confidence: 0.3 },
        { text: 'and', start: 12_000, end: 12_200, confidence: 0.9 },
        { text: 'deposit?', start: 12_500, end: 13_000, confidence: 0.2 },
      ],
    },
    { speaker: 'A', text: '[hold music]', start: 20_000, end: 50_000 },
  ],
});
const typed = 'conversation_id,speaker,text,channel\nchat-1,agent,Hello there,chat\nchat-1,customer,Hi,chat';
const call = 'Rep: Harbor Storage, how can I help?\nCustomer: What is a ten by ten?\nRep: It is ninety.';

forEachDatabase((name, open) => {
  it('words hardly heard and pauses point at the same words once names and numbers are hidden', async () => {
    const store = await open();
    await bring(store, { 'heard.json': heard });
    const [contact] = await all(store);
    expect(contact).toMatchObject({
      heardBy: 'recogniser',
      timing: 'full',
      holds: [{ from: 20, to: 50, kind: 'hold' }],
    });
    const turn = contact!.turns[1]!;
    expect(turn.text).toBe('My card is [CARD 1] [hold] and the deposit?');
    expect(turn.unclear!.map(({ from, to }) => turn.text.slice(from, to))).toEqual(['[CARD 1]', 'deposit']);
    expect(turn.pauses!.map(({ at, offset }) => [at, turn.text.slice(offset)])).toEqual([[6.4, 'and the deposit?']]);
    expect(contact!.turns.map((one) => one.speaker)[2]).toBe('other');
    // A second reading brings nothing new.
    expect(await bring(store, { 'heard.json': heard })).toEqual([0, 1]);
  });

  it('a chat is a person’s; a call is nobody’s known until it is told', async () => {
    const store = await open();
    await bring(store, { 'chat.csv': typed, 'call.txt': call });
    expect(Object.fromEntries((await all(store)).map((one) => [one.channel, [one.heardBy, one.holds]]))).toEqual({
      chat: ['person', undefined],
      phone: [undefined, undefined],
    });
  });

  it('an option tells it of the calls, a table beside them of each, and the table outranks', async () => {
    const store = await open();
    await bring(store, { 'chat.csv': typed, 'call.txt': call }, '&transcripts=machine');
    const by = async (): Promise<unknown> =>
      Object.fromEntries((await all(store)).map((one) => [one.channel, [one.heardBy, one.holds]]));
    expect(await by()).toEqual({ chat: ['person', undefined], phone: ['recogniser', undefined] });
    await bring(store, { 'facts.csv': 'file,transcribed by,holds,site\ncall.txt,a typist,30-95,north' });
    expect(await by()).toEqual({
      chat: ['person', undefined],
      phone: ['person', [{ from: 30, to: 95, kind: 'hold' }]],
    });
  });

  it('comes back from a backup as it was', async () => {
    const store = await open();
    await bring(store, { 'heard.json': heard, 'call.txt': call });
    const before = await all(store);
    const dataDir = await folder();
    const file = join(dataDir, 'customary.backup');
    const now = () => new Date('2026-03-01T12:00:00.000Z');
    await backup(store, file, now);
    const other = await anotherDatabase(name);
    await restoreOpen(other, dataDir, file);
    expect(await all(storeOver(other, { dataDir, now }))).toEqual(before);
  });
});
