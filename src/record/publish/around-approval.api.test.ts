// Ways round approval that are closed: what was published here is not changed by bringing it again, nobody approves what they alone
// wrote of a letter's draft, and whoever is held to sites ends no version of others.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { newBrowser } from '../../cli/serve/browser.test-data.ts';
import { own, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import type { Actor, Grant } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { readPolicies } from '../../policies/policies.use.ts';
import { beginDraftFrom } from './begin-from.use.ts';
import type { DraftStateOnWire } from './documents.shape.ts';

const brought =
  '---\nid: quotes\nversion: 1\nclass: customer-service\nfrom: 2025-01-01\nowner: p-bo\n---\n# Quoting\n\n1. The rep must say the whole price.\n';
const people = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,UTC\nsouth,South Yard,UTC\n',
  'people.csv': 'id,name,role,site,supervisor,from\np-bo,Bo Lind,manager,north,,2025-01-01\n',
};
const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const clock = '2026-03-02T12:00:00.000Z';

forEachDatabase((_name, open) => {
  let here: ServedHere;
  let store: Store;
  type Ask = (method: string, path: string, body?: unknown) => Promise<Response>;
  const asOwner: Ask = async (method, path, body) =>
    here.ask(method, path, { token: own, ...(body === undefined ? {} : { body }) });
  const signedIn = async (name: string, grants: readonly Grant[], person?: string): Promise<Ask> => {
    const body = { email: `${name}@x.example`, name, grants, ...(person ? { person } : {}) };
    const { address } = (await (await asOwner('POST', '/v1/invitations', body)).json()) as { address: string };
    const browser = newBrowser(here);
    await browser.ask('POST', '/v1/links/accept', { token: address.split('#')[1], password: 'four geese under brass' });
    return async (method, path, sent) => browser.ask(method, path, sent);
  };
  const bring = async (ask: Ask, files: Readonly<Record<string, string>>) => {
    const sent = Object.entries(files).map(([name, text]) => ({ name, base64: Buffer.from(text).toString('base64') }));
    const reply = await ask('POST', '/v1/record', { files: sent });
    return (await reply.json()) as { rejects: { expected: string }[]; taken: Record<string, { changed: number }> };
  };
  const state = async (ask: Ask, id: string): Promise<DraftStateOnWire> =>
    (await (await ask('GET', `/v1/documents/policy/${id}/draft`)).json()) as DraftStateOnWire;
  const slug = async (reply: Response): Promise<string> =>
    reply.ok ? 'done' : ((await reply.json()) as { type: string }).type.split('/').at(-1)!;
  /** Written, advice accepted, asked for: the revision to approve. */
  const ready = async (ask: Ask, draft: string, id: string, more: object): Promise<number> => {
    const { draft: now } = await state(ask, id);
    const content = {
      ...now.content,
      owner: 'p-bo',
      from: '2026-03-02',
      fields: { class: 'customer-service', everybody: 'yes' },
      ...more,
    };
    await ask('PUT', `/v1/document-drafts/${draft}`, { began: now.revision, content, settles: [] });
    const next = await state(ask, id);
    const accepted = next.items.filter((item) => item.weight === 'advice').map((item) => item.key);
    await ask('PUT', `/v1/document-drafts/${draft}/decisions`, { accepted });
    const { revision } = next.draft;
    expect((await ask('POST', `/v1/document-drafts/${draft}/ask`, { revision })).status).toBe(204);
    return revision;
  };

  beforeEach(async () => {
    store = await open({ now: () => new Date(clock) });
    here = await serveHere(makeApp, store);
    expect((await bring(asOwner, { ...people, 'policies/quotes.md': brought })).rejects).toEqual([]);
  });

  const begin = async (ask: Ask, body: object): Promise<{ draft: string; id: string }> =>
    (await (await ask('POST', '/v1/documents', { kind: 'policy', ...body })).json()) as never;

  it('what was published here is changed by a new version alone, not by bringing or correcting it', async () => {
    const dora = await signedIn('dora', [{ role: 'district-manager', sites: null }]);
    const hr = await signedIn('hr', [{ role: 'hr', sites: null }]);
    const { draft, id } = await begin(asOwner, { title: 'Free locks' });
    const part = { id: '1', text: 'The rep gives every tenant a lock.', serves: [], obstructs: [], fields: {} };
    const revision = await ready(asOwner, draft, id, { parts: [part] });
    await dora('POST', `/v1/document-drafts/${draft}/says`, { revision, said: 'approve' });
    expect(await slug(await asOwner('POST', `/v1/document-drafts/${draft}/publish`, { revision }))).toBe('done');
    const file = (text: string, more = '') =>
      `---\nid: ${id}\nversion: 1\nclass: customer-service\nfrom: 2026-03-02\nowner: p-bo\n${more}---\n# Free locks\n\n1. ${text}\n`;
    const other = await bring(hr, { 'policies/free-locks.md': file('The rep sells every tenant a lock.') });
    expect(other.rejects).toHaveLength(1);
    expect(other.rejects[0]!.expected).toContain('published here');
    const row = (await (await hr('GET', `/v1/record/entries/policies/${encodeURIComponent(`${id}~1`)}`)).json()) as {
      digest: string;
    };
    const cells = {
      id,
      version: '1',
      title: 'Free locks',
      class: 'customer-service',
      from: '2026-03-02',
      owner: 'p-bo',
    };
    const replaces = { key: `${id}~1`, digest: row.digest };
    const byHand = async (text: string, more = {}) =>
      slug(await hr('POST', '/v1/record/rows', { kind: 'policies', cells: { ...cells, ...more }, text, replaces }));
    expect(await byHand('1. The rep sells every tenant a lock.')).toBe('document-published-here');
    const now = async () => (await store.inWork(owner, readPolicies)).find((one) => one.id === id)!;
    expect((await now()).clauses[0]!.text).toBe(part.text);
    // The same again is nothing new, and a version may be ended.
    expect((await bring(hr, { 'policies/free-locks.md': file(part.text) })).rejects).toEqual([]);
    expect((await bring(hr, { 'policies/free-locks.md': file(part.text, 'to: 2026-09-01\n') })).rejects).toEqual([]);
    expect((await now()).to).toBe('2026-09-01');
  });

  it('a draft that a letter began has no second writer: who wrote it all does not approve it', async () => {
    await signedIn('dora', [{ role: 'district-manager', sites: null }]);
    const program: Actor = { orgId: 'harbor', id: 'letters', roles: ['owner'] };
    const { draft } = await store.inWork(program, async (work) =>
      beginDraftFrom(work, 'policy', 'quotes', { letters: ['l-1'] }),
    );
    const eve = await signedIn('eve', [{ role: 'owner', sites: null }]);
    const revision = await ready(eve, draft, 'quotes', { title: 'Quoting prices' });
    const says = async (ask: Ask) =>
      slug(await ask('POST', `/v1/document-drafts/${draft}/says`, { revision, said: 'approve' }));
    expect(await says(eve)).toBe('document-own-approval');
    expect(await says(asOwner)).toBe('done');
  });

  it('who is held to sites ends no version that other sites have', async () => {
    const north = await signedIn('nell', [{ role: 'district-manager', sites: ['north'] }]);
    const { draft } = await begin(north, { id: 'quotes' });
    const revision = await ready(north, draft, 'quotes', {
      sites: ['north'],
      fields: { class: 'customer-service' },
      title: 'Quoting at North Pier',
    });
    expect(await slug(await asOwner('POST', `/v1/document-drafts/${draft}/says`, { revision, said: 'approve' }))).toBe(
      'done',
    );
    expect(await slug(await north('POST', `/v1/document-drafts/${draft}/publish`, { revision }))).toBe(
      'document-publish-forbidden',
    );
    expect((await store.inWork(owner, readPolicies)).map((one) => [one.version, one.to])).toEqual([['1', undefined]]);
  });

  it('readers are asked for each document that was published here; a past day shows no draft that was begun since', async () => {
    const dora = await signedIn('dora', [{ role: 'district-manager', sites: null }]);
    const ids: string[] = [];
    for (const title of ['Free locks', 'Late fees']) {
      const { draft, id } = await begin(asOwner, { title });
      const part = { id: '1', text: 'The rep does it.', serves: [], obstructs: [], fields: {} };
      const revision = await ready(asOwner, draft, id, { parts: [part] });
      await dora('POST', `/v1/document-drafts/${draft}/says`, { revision, said: 'approve' });
      expect(await slug(await asOwner('POST', `/v1/document-drafts/${draft}/publish`, { revision }))).toBe('done');
      ids.push(id);
    }
    const bo = await signedIn('bo', [{ role: 'manager', sites: ['north'] }], 'p-bo');
    const { items } = (await (await bo('GET', '/v1/reading')).json()) as { items: { id: string }[] };
    expect(items.map((one) => one.id)).toEqual(expect.arrayContaining(ids));
    await begin(asOwner, { title: 'Keys' });
    const listed = async (query: string): Promise<string[]> =>
      ((await (await asOwner('GET', `/v1/documents${query}`)).json()) as { items: { id: string }[] }).items.map(
        (one) => one.id,
      );
    expect(await listed('')).toContain('keys');
    expect(await listed('?day=2026-02-01')).not.toContain('keys');
  });
});
