// A mistake found an hour after publishing: the second version of a day stands for that day, the first for none, and both stay in the
// history; who acknowledged the first is asked again only where something material changed; the judge's file tells the truth.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { newBrowser } from '../../cli/serve/browser.test-data.ts';
import { own, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import type { BundleSummary } from '../../binder/bundle.core.ts';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { readPolicies } from '../../policies/policies.use.ts';
import { inForce } from '../../kernel/moment.ts';
import type { DraftStateOnWire, ListedDocumentOnWire, WholeDocumentOnWire } from './documents.shape.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const today = '2026-03-02';
const later = '2026-04-01';
type Ask = (method: string, path: string, body?: unknown) => Promise<Response>;

forEachDatabase((_name, open) => {
  let here: ServedHere;
  let store: Store;
  let clock: string;
  let dora: Ask;
  let ann: Ask;
  const asOwner: Ask = async (method, path, body) =>
    here.ask(method, path, { token: own, ...(body === undefined ? {} : { body }) });
  const signedIn = async (name: string, role: 'district-manager' | 'rep', person?: string): Promise<Ask> => {
    const grants = [{ role, sites: person === undefined ? null : ['north'] }];
    const invited = { email: `${name}@x.example`, name, grants, ...(person ? { person } : {}) };
    const { address } = (await (await asOwner('POST', '/v1/invitations', invited)).json()) as { address: string };
    const browser = newBrowser(here);
    const password = 'four geese under brass';
    await browser.ask('POST', '/v1/links/accept', { token: address.split('#')[1], password });
    return async (method, path, body) => browser.ask(method, path, body);
  };
  const bring = async (files: Readonly<Record<string, string>>): Promise<unknown[]> => {
    const sent = Object.entries(files).map(([name, text]) => ({ name, base64: Buffer.from(text).toString('base64') }));
    return ((await (await asOwner('POST', '/v1/record', { files: sent })).json()) as { rejects: unknown[] }).rejects;
  };
  const policy = (version: string, from: string, text: string, to = ''): string =>
    `---\nid: locks\nversion: ${version}\nclass: customer-service\nfrom: ${from}\n${to === '' ? '' : `to: ${to}\n`}---\n# Free locks\n\n1. ${text}\n`;

  beforeEach(async () => {
    clock = `${today}T09:00:00.000Z`;
    store = await open({ now: () => new Date(clock) });
    here = await serveHere(makeApp, store);
    const rejects = await bring({
      'sites.csv': 'id,name,time zone\nnorth,North Pier,UTC\n',
      'people.csv': 'id,name,role,site,supervisor,from\np-ann,Ann Marlow,rep,north,,2025-01-01\n',
      'policies/locks.md': policy('1', '2025-01-01', 'The rep sells every tenant a lock.'),
    });
    expect(rejects).toEqual([]);
    dora = await signedIn('dora', 'district-manager');
    ann = await signedIn('ann', 'rep', 'p-ann');
  });

  const state = async (): Promise<DraftStateOnWire> =>
    (await (await asOwner('GET', '/v1/documents/policy/locks/draft')).json()) as DraftStateOnWire;
  const read = async (query = ''): Promise<WholeDocumentOnWire> =>
    (await (await asOwner('GET', `/v1/documents/policy/locks${query}`)).json()) as WholeDocumentOnWire;
  const toRead = async (): Promise<string[]> => {
    const reply = (await (await ann('GET', '/v1/reading')).json()) as { items: { version: string; state: string }[] };
    return reply.items.map((one) => `${one.version} ${one.state}`);
  };

  /** Written from what stands, with these words, from a day on. */
  const write = async (text: string, from: string): Promise<DraftStateOnWire & { readonly id: string }> => {
    const begun = await asOwner('POST', '/v1/documents', { kind: 'policy', id: 'locks' });
    const { draft } = (await begun.json()) as { draft: string };
    const now = (await state()).draft;
    const content = {
      ...now.content,
      owner: 'p-ann',
      from,
      fields: { class: 'customer-service', everybody: 'yes' },
      parts: [{ ...now.content.parts[0]!, text }],
    };
    await asOwner('PUT', `/v1/document-drafts/${draft}`, { began: now.revision, content, settles: [] });
    return { ...(await state()), id: draft };
  };
  const publish = async (text: string, from = today) => {
    clock = clock.replace(/T(\d\d)/, (_all, hour: string) => `T${String(Number(hour) + 1).padStart(2, '0')}`);
    const { id, items, draft } = await write(text, from);
    const accepted = items.filter((item) => item.weight === 'advice').map((item) => item.key);
    await asOwner('PUT', `/v1/document-drafts/${id}/decisions`, { accepted });
    const { revision } = draft;
    await asOwner('POST', `/v1/document-drafts/${id}/ask`, { revision });
    await dora('POST', `/v1/document-drafts/${id}/says`, { revision, said: 'approve' });
    const reply = await asOwner('POST', `/v1/document-drafts/${id}/publish`, { revision });
    expect([reply.status, reply.ok ? '' : await reply.clone().text()]).toEqual([200, '']);
    return (await reply.json()) as { version: string; material: boolean };
  };
  const understood = async (version: string): Promise<number> =>
    (await ann('POST', `/v1/reading/policy/locks/${version}/answer`, { answer: 'understood' })).status;

  it('the later stands for the day, the earlier for none, and both stay in the history', async () => {
    expect(await publish('The rep gives every tenant 2 locks.')).toMatchObject({ version: '2', material: true });
    expect(await understood('2')).toBe(200);
    // Only spelling: nobody reads it again.
    expect(await publish('The rep gives every tenant, 2 locks.')).toMatchObject({ version: '2.1', material: false });
    expect(await toRead()).toEqual([]);
    expect(await publish('The rep gives every tenant 1 lock.')).toMatchObject({ version: '3', material: true });
    expect(await toRead()).toEqual(['3 changed']);
    expect(await understood('3')).toBe(200);
    expect(await toRead()).toEqual([]);
    const found = await read();
    expect(found.shown?.version).toBe('3');
    expect(found.versions.map(({ version, from, to, held }) => [version, from, to, held])).toEqual([
      ['3', today, null, [{ from: today }]],
      ['2.1', today, today, []],
      ['2', today, today, []],
      ['1', '2025-01-01', today, [{ from: '2025-01-01', to: today }]],
    ]);
    const standing = (await store.inWork(owner, async (work) => readPolicies(work))).filter((one) =>
      inForce(one, today),
    );
    expect(standing.map(({ id, version }) => [id, version])).toEqual([['locks', '3']]);
    // What was replaced can still be read and compared.
    expect(await read('?version=2')).toMatchObject({ state: 'ended', content: { parts: [{ id: '1' }] } });
    // Nobody waits for an answer to it, of whom and for whom it was.
    const asReader = async (version: string): Promise<unknown> =>
      (await ann('GET', `/v1/reading/policy/locks?version=${version}`)).json();
    expect(await asReader('2')).toMatchObject({ stands: 'ended', forMe: false });
    expect(await asReader('3')).toMatchObject({ stands: 'in-force', forMe: true });
    const changes = await asOwner('GET', '/v1/documents/policy/locks/changes?from=2&to=3');
    expect(await changes.json()).toMatchObject({ changes: [{ part: '1', weight: 'material' }] });
    for (const day of [today, later]) {
      clock = `${day}T20:00:00.000Z`;
      const listed = (await (await asOwner('GET', '/v1/documents')).json()) as { items: ListedDocumentOnWire[] };
      expect(listed.items.map(({ version, state: stands }) => [version, stands])).toEqual([['3', 'in-force']]);
    }
    // Nobody said that it still stands: what was replaced long before is there to be read all the same.
    clock = '2027-05-01T09:00:00.000Z';
    expect(await read()).toMatchObject({ state: 'suspended', shown: { version: '3' } });
    ann = await signedIn('ann2', 'rep', 'p-ann');
    expect(await asReader('3')).toMatchObject({ stands: 'suspended', forMe: false, due: '2027-03-02' });
    const readers = await asOwner('GET', '/v1/readers/policy/locks?version=3');
    expect(await readers.json()).toMatchObject({ stands: 'suspended' });
    expect(await read('?version=2')).toMatchObject({ state: 'ended', content: { parts: [{ id: '1' }] } });
  });

  it('a judge is told what was in force, with how it came to be and who had acknowledged which', async () => {
    await publish('The rep gives every tenant 2 locks.');
    await understood('2');
    await publish('The rep gives every tenant 1 lock.');
    await understood('3');
    const asked = async (from: string, to: string) =>
      (await (
        await asOwner('POST', '/v1/bundles/preview', { from, to, document: 'policy/locks' })
      ).json()) as BundleSummary;
    for (const from of [today, '2026-03-01']) {
      const { sections } = await asked(from, today);
      // Of the days before, version 1 as well.
      expect(sections['in-force']).toBe(from === today ? 1 : 2);
      expect(sections.acknowledged).toBe(2);
    }
  });

  it('one to come is replaced in the same way; one that begins later keeps its day', async () => {
    await publish('The rep gives every tenant 2 locks.', later);
    const before = (await write('The rep gives every tenant 1 lock.', today)).items.filter(
      (one) => one.place === 'head:from',
    );
    expect(before.map((one) => one.says)).toEqual(['Version 2 begins later, on 1 April 2026.']);
    expect(await publish('The rep gives every tenant 1 lock.', later)).toMatchObject({ version: '3' });
    expect(await read()).toMatchObject({ shown: { version: '1' }, state: 'in-force' });
    expect(await read(`?day=${later}`)).toMatchObject({ shown: { version: '3' }, state: 'in-force' });
    clock = '2026-03-25T09:00:00.000Z';
    ann = await signedIn('ann3', 'rep', 'p-ann');
    expect(await toRead()).toEqual(['1 new', '3 new']);
  });

  it('a record that tells of two versions of a day is brought as it was taken out', async () => {
    const twice = {
      'policies/locks.md': policy('1', '2025-01-01', 'The rep sells every tenant a lock.', today),
      'policies/locks-2.md': policy('2', today, 'The rep gives every tenant 2 locks.', today),
      'policies/locks-3.md': policy('3', today, 'The rep gives every tenant 1 lock.'),
    };
    expect(await bring(twice)).toEqual([]);
    expect((await read()).versions.map((one) => one.version)).toEqual(['3', '2', '1']);
  });
});
