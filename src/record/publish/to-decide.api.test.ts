// What waits for a decision, as each is told: an approver, whoever wrote it alone, counsel, who signs and publishes, and who may only read.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { newBrowser } from '../../cli/serve/browser.test-data.ts';
import { own, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import type { Grant } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { DocumentsToDecideOnWire, DraftStateOnWire } from './documents.shape.ts';

type Ask = (method: string, path: string, body?: unknown) => Promise<Response>;

forEachDatabase((_name, open) => {
  let here: ServedHere;
  let clock: string;
  beforeEach(async () => {
    clock = '2026-03-02T12:00:00.000Z';
    here = await serveHere(makeApp, await open({ now: () => new Date(clock) }));
    const files = {
      'sites.csv': 'id,name,time zone\nnorth,North Pier,UTC\n',
      'people.csv':
        'id,name,role,site,supervisor,from\np-bo,Bo Lind,manager,north,,2025-01-01\np-ann,Ann Marlow,rep,north,p-bo,2025-01-01\n',
    };
    const sent = Object.entries(files).map(([name, text]) => ({ name, base64: Buffer.from(text).toString('base64') }));
    await asOwner('POST', '/v1/record', { files: sent });
  });
  const asOwner: Ask = async (method, path, body) =>
    here.ask(method, path, { token: own, ...(body === undefined ? {} : { body }) });
  const signedIn = async (name: string, grants: readonly Grant[], person?: string): Promise<Ask> => {
    const invited = { email: `${name}@x.example`, name, grants, ...(person ? { person } : {}) };
    const { address } = (await (await asOwner('POST', '/v1/invitations', invited)).json()) as { address: string };
    const browser = newBrowser(here);
    const password = 'four geese under brass';
    await browser.ask('POST', '/v1/links/accept', { token: address.split('#')[1], password });
    return async (method, path, body) => {
      const reply = await browser.ask(method, path, body);
      if (reply.status !== 401) return reply;
      await browser.ask('POST', '/v1/sign-in', { email: invited.email, password });
      return browser.ask(method, path, body);
    };
  };
  const waits = async (ask: Ask): Promise<string[]> => {
    const reply = (await (await ask('GET', '/v1/documents/to-decide')).json()) as DocumentsToDecideOnWire;
    return reply.items.map(({ id, decision }) => `${id}: ${decision}`);
  };

  /** Written by whoever asks, advice accepted, approval asked for. */
  const write = async (ask: Ask): Promise<{ draft: string; revision: number }> => {
    const begun = await ask('POST', '/v1/documents', { kind: 'policy', id: 'locks', title: 'Free locks' });
    const { draft } = (await begun.json()) as { draft: string };
    const state = async (): Promise<DraftStateOnWire> =>
      (await (await ask('GET', '/v1/documents/policy/locks/draft')).json()) as DraftStateOnWire;
    const now = (await state()).draft;
    const part = { id: '1', text: 'The rep gives every tenant a lock.', serves: [], obstructs: [], fields: {} };
    const content = {
      ...now.content,
      owner: 'p-ann',
      from: '2026-03-02',
      fields: { class: 'customer-service', everybody: 'yes' },
      parts: [part],
    };
    await ask('PUT', `/v1/document-drafts/${draft}`, { began: now.revision, content, settles: [] });
    const next = await state();
    const accepted = next.items.filter((item) => item.weight === 'advice').map((item) => item.key);
    await ask('PUT', `/v1/document-drafts/${draft}/decisions`, { accepted });
    const { revision } = next.draft;
    expect((await ask('POST', `/v1/document-drafts/${draft}/ask`, { revision })).status).toBe(204);
    return { draft, revision };
  };

  it('is told to those alone who may decide it, and goes once they have', async () => {
    const rule = { quorum: 1, approvers: ['district-manager', 'owner'], counsel: true, counselDays: 3, signOff: true };
    const set = { ...rule, reviewMonths: 12, sunsetAll: false };
    expect((await asOwner('PUT', '/v1/document-rules/policy?scope=*', set)).status).toBe(204);
    const dora = await signedIn('dora', [{ role: 'district-manager', sites: null }]);
    const lex = await signedIn('lex', [{ role: 'counsel', sites: null }]);
    const eve = await signedIn('eve', [{ role: 'owner', sites: null }]);
    const bo = await signedIn('bo', [{ role: 'manager', sites: ['north'] }], 'p-bo');
    const ann = await signedIn('ann', [{ role: 'rep', sites: ['north'] }], 'p-ann');
    const aud = await signedIn('aud', [{ role: 'auditor', sites: null }]);
    const told = async () => Promise.all([dora, lex, eve, bo, ann, aud].map(waits));
    const { draft, revision } = await write(dora);
    // Who wrote it alone approves it not; whoever answers for a site, looks on or serves decides nothing of it.
    expect(await told()).toEqual([[], ['locks: look'], ['locks: approve'], [], [], []]);
    const says = async (ask: Ask, said: string) =>
      (await ask('POST', `/v1/document-drafts/${draft}/says`, { revision, said })).status;
    expect(await says(eve, 'approve')).toBe(204);
    expect(await told()).toEqual([[], ['locks: look'], ['locks: sign'], [], [], []]);
    expect([await says(lex, 'counsel-clear'), await says(eve, 'sign')]).toEqual([204, 204]);
    expect(await told()).toEqual([['locks: publish'], [], ['locks: publish'], [], [], []]);
    expect((await dora('POST', `/v1/document-drafts/${draft}/publish`, { revision })).status).toBe(200);
    expect(await told()).toEqual([[], [], [], [], [], []]);
    // A year and a day on nobody had said that it still stands: its owner and who publishes may.
    clock = '2027-03-04T12:00:00.000Z';
    const again = 'locks: re-justify';
    expect(await told()).toEqual([[again], [], [again], [], [again], []]);
  });
});
