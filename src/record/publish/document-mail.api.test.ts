// Mail about documents: whoever may approve, counsel and signers hear that a draft waits, whoever owns a document that its review comes; each
// once, none with a word of it, and a mail server that is away loses none and moves no day.
import { createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { own, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import type { Grant } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { newMailer } from '../../platform/mail/mailer.ts';
import type { DraftStateOnWire } from './documents.shape.ts';
import { mailDocuments } from './document-mail.job.ts';

const record = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,UTC\nsouth,South Yard,UTC\n',
  'people.csv': 'id,name,role,site,supervisor,from\np-bo,Bo Lind,manager,north,,2025-01-01\n',
  'policies/quotes.md':
    '---\nid: quotes\nversion: 1\nclass: customer-service\nfrom: 2025-01-01\nowner: p-bo\nreview due: 2026-03-20\n---\n# Secret quoting\n\n1. The rep says the price.\n',
};

forEachDatabase((_name, open) => {
  let here: ServedHere;
  let store: Store;
  let clock: string;
  const closing: (() => void)[] = [];
  afterEach(() => {
    for (const end of closing.splice(0)) end();
  });
  const asOwner = async (method: string, path: string, body?: unknown): Promise<Response> =>
    here.ask(method, path, { token: own, ...(body === undefined ? {} : { body }) });
  const invite = async (name: string, grants: readonly Grant[], person?: string): Promise<string> => {
    const body = { email: `${name}@x.example`, name, grants, ...(person === undefined ? {} : { person }) };
    const { address } = (await (await asOwner('POST', '/v1/invitations', body)).json()) as { address: string };
    const accepted = await here.ask('POST', '/v1/links/accept', {
      body: { token: address.split('#')[1], password: 'four geese under brass' },
    });
    expect(accepted.ok).toBe(true);
    return `${name}@x.example`;
  };
  const outbox = async (): Promise<{ to: string; subject: string; words: string }[]> => {
    const { mail } = (await (await asOwner('GET', '/v1/mail/outbox')).json()) as {
      mail: { to: string; subject: string; words: string }[];
    };
    return mail.filter(({ subject }) => /policy|procedure/.test(subject));
  };
  const to = async (): Promise<string[]> => (await outbox()).map((one) => `${one.to}: ${one.subject}`).toSorted();
  const look = async (): Promise<boolean> => mailDocuments(store, 'harbor');

  beforeEach(async () => {
    clock = '2026-03-02T12:00:00.000Z';
    store = await open({ now: () => new Date(clock) });
    here = await serveHere(makeApp, store);
    const files = Object.entries(record).map(([name, text]) => ({
      name,
      base64: Buffer.from(text).toString('base64'),
    }));
    expect(await (await asOwner('POST', '/v1/record', { files })).json()).toMatchObject({ rejects: [] });
  });

  it('a draft that waits is told to whoever may approve it and to counsel, once for each revision, and never to who wrote it', async () => {
    await invite('dora', [{ role: 'district-manager', sites: null }]);
    await invite('nadia', [{ role: 'counsel', sites: null }]);
    await invite('sam', [{ role: 'district-manager', sites: ['south'] }]);
    await invite('tess', [{ role: 'trainer', sites: null }]);
    const rule = {
      quorum: 1,
      approvers: ['owner', 'district-manager'],
      counsel: true,
      counselDays: 3,
      signOff: false,
      reviewMonths: 12,
      sunsetAll: false,
    };
    expect((await asOwner('PUT', '/v1/document-rules/policy?scope=*', rule)).ok).toBe(true);
    const { draft } = (await (
      await asOwner('POST', '/v1/documents', { kind: 'policy', title: 'Late fees' })
    ).json()) as {
      draft: string;
    };
    const now = (await (await asOwner('GET', '/v1/documents/policy/late-fees/draft')).json()) as DraftStateOnWire;
    await look();
    const before = await to();
    await asOwner('POST', `/v1/document-drafts/${draft}/ask`, { revision: now.draft.revision });
    expect([await look(), await look()]).toEqual([true, false]);
    const told = (await to()).filter((one) => !before.includes(one));
    expect(told).toEqual([
      'dora@x.example: A policy waits for your approval',
      'nadia@x.example: A policy waits for counsel’s look',
    ]);
    expect((await outbox()).map(({ subject, words }) => subject + words).join()).not.toMatch(
      /late fees|Secret|quoting/i,
    );
    await asOwner('PUT', `/v1/document-drafts/${draft}`, {
      began: now.draft.revision,
      content: { ...now.draft.content, intro: 'Why.' },
      settles: [],
    });
    expect(await look()).toBe(false);
    const next = (await (await asOwner('GET', '/v1/documents/policy/late-fees/draft')).json()) as DraftStateOnWire;
    await asOwner('POST', `/v1/document-drafts/${draft}/ask`, { revision: next.draft.revision });
    expect(await look()).toBe(true);
    expect((await to()).filter((one) => one.startsWith('dora'))).toHaveLength(2);
  });

  it('a review is told to who owns the document, once when it comes and once when it has passed; else to an owner', async () => {
    await invite('bo', [{ role: 'manager', sites: ['north'] }], 'p-bo');
    expect([await look(), await look()]).toEqual([true, false]);
    expect(await to()).toEqual(['bo@x.example: A policy is to be looked at again by 20 March 2026']);
    clock = '2026-03-22T12:00:00.000Z';
    expect([await look(), await look()]).toEqual([true, false]);
    expect(await to()).toContain('bo@x.example: A policy was to be looked at by 20 March 2026');
  });

  it.each(['refuses', 'stalls', 'dies'])('a mail server that %s loses none of it, and no day moves', async (what) => {
    await invite('bo', [{ role: 'manager', sites: ['north'] }], 'p-bo');
    const sockets: Socket[] = [];
    const server = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined));
      if (what === 'dies') socket.write('220 ready\r\n', () => socket.destroy());
    });
    closing.push(() => {
      for (const one of sockets) one.destroy();
      server.close();
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    if (what === 'refuses') await new Promise((resolve) => server.close(resolve));
    const mailer = newMailer(store, { server: `smtp://127.0.0.1:${port}`, from: 'a@x.example' });
    const { id } = (await (await asOwner('POST', '/v1/letters', { wrong: 'Callers wait.' })).json()) as { id: string };
    const letter = async () =>
      (await (await asOwner('GET', `/v1/letters/${id}`)).json()) as { due: string; overdue: boolean };
    const { due } = await letter();
    const away = mailer.sendWaiting('harbor');
    expect(await look()).toBe(true);
    const cells = { person: 'p-bo', kind: 'policy', document: 'quotes', version: '1', on: '2026-03-01' };
    const kept = await asOwner('POST', '/v1/record/rows', {
      kind: 'acknowledgements',
      cells: { ...cells, answer: 'understood' },
    });
    expect(kept.ok).toBe(true);
    expect((await letter()).due).toBe(due);
    clock = '2026-03-22T12:00:00.000Z';
    expect(await look()).toBe(true);
    expect((await to()).filter((one) => one.startsWith('bo@'))).toEqual([
      'bo@x.example: A policy is to be looked at again by 20 March 2026',
      'bo@x.example: A policy was to be looked at by 20 March 2026',
    ]);
    // Its days ran out while no mail went: the clock alone says so.
    expect([due, (await letter()).overdue]).toEqual(['2026-03-16', true]);
    closing.splice(0).forEach((end) => end());
    await away;
  });
});
