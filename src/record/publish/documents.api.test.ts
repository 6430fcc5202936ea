// A document from its first word to the day it holds: written by two, checked, approved, published, compared, suspended when nobody
// says that it still stands; and what each may.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { newBrowser } from '../../cli/serve/browser.test-data.ts';
import { own, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import type { DraftContent } from '../../documents/drafts/draft.core.ts';
import type { SavedOnWire } from '../../documents/drafts/drafts.shape.ts';
import type { Actor, Grant } from '../../kernel/actor.ts';
import { addDays, inForce } from '../../kernel/moment.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { readPolicies } from '../../policies/policies.use.ts';
import { readAcknowledgements } from '../../documents/documents.use.ts';
import type { DraftStateOnWire, ListedDocumentOnWire, WholeDocumentOnWire } from './documents.shape.ts';

const record = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,UTC\nsouth,South Yard,UTC\n',
  'people.csv':
    'id,name,role,site,supervisor,from\np-bo,Bo Lind,manager,north,,2025-01-01\np-ann,Ann Marlow,rep,north,p-bo,2025-06-01\np-cy,Cy Voss,rep,south,,2025-06-01\n',
  'policies/quotes.md':
    '---\nid: quotes\nversion: 1\nclass: customer-service\nfrom: 2025-01-01\n---\n# Quoting\n\n1. The rep must say the whole price.\nserves: enquiry.full-cost-told\n',
};
const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };

forEachDatabase((_name, open) => {
  let here: ServedHere;
  let store: Store;
  let today: string;
  type Ask = (method: string, path: string, body?: unknown) => Promise<Response>;
  const asOwner: Ask = async (method, path, body) =>
    here.ask(method, path, { token: own, ...(body === undefined ? {} : { body }) });
  const signedIn = async (name: string, grants: readonly Grant[], person?: string): Promise<Ask> => {
    const body = { email: `${name}@x.example`, name, grants, ...(person ? { person } : {}) };
    const { address } = (await (await asOwner('POST', '/v1/invitations', body)).json()) as { address: string };
    const browser = newBrowser(here);
    const link = { token: address.split('#')[1], password: 'four geese under brass' };
    expect((await browser.ask('POST', '/v1/links/accept', link)).status).toBe(200);
    return async (method, path, sent) => browser.ask(method, path, sent);
  };
  const json = async <T>(reply: Response, status = 200): Promise<T> => {
    expect([reply.status, reply.status === status ? '' : await reply.clone().text()]).toEqual([status, '']);
    return (await reply.json()) as T;
  };
  const problem = async (reply: Response) =>
    (await reply.json()) as { type: string; errors: { pointer: string; detail: string }[] };

  beforeEach(async () => {
    store = await open();
    here = await serveHere(makeApp, store);
    const files = Object.entries(record).map(([name, text]) => ({
      name,
      base64: Buffer.from(text).toString('base64'),
    }));
    const reply = await asOwner('POST', '/v1/record', { files });
    expect(((await reply.json()) as { rejects: unknown[] }).rejects).toEqual([]);
    today = await store.inWork(owner, async ({ now }) => now.slice(0, 10));
  });

  const begin = async (ask: Ask, body: unknown): Promise<{ draft: string; id: string; begun: boolean }> =>
    json(await ask('POST', '/v1/documents', body));
  const state = async (ask: Ask, id: string, kind = 'policy'): Promise<DraftStateOnWire> =>
    json(await ask('GET', `/v1/documents/${kind}/${id}/draft`));
  const save = async (ask: Ask, draft: string, began: number, content: unknown, settles: string[] = []) =>
    ask('PUT', `/v1/document-drafts/${draft}`, { began, content, settles });
  const read = async (ask: Ask, id: string, query = ''): Promise<WholeDocumentOnWire> =>
    json(await ask('GET', `/v1/documents/policy/${id}${query}`));

  const part = (id: string, text: string, more = {}) => ({ id, text, serves: [], obstructs: [], fields: {}, ...more });
  const clean = (content: DraftContent | DraftStateOnWire['draft']['content'], from: string) => ({
    ...content,
    owner: 'p-bo',
    from,
    fields: { ...content.fields, class: 'customer-service', everybody: 'yes' },
  });

  /** Saves, accepts the advice, has a manager of all sites approve it, and publishes. */
  const publish = async (approver: Ask, draft: string, id: string, content: unknown) => {
    const { draft: open_ } = await state(asOwner, id);
    await json(await save(asOwner, draft, open_.revision, content));
    const now = await state(asOwner, id);
    const accepted = now.items.filter((item) => item.weight === 'advice').map((item) => item.key);
    expect((await asOwner('PUT', `/v1/document-drafts/${draft}/decisions`, { accepted })).status).toBe(204);
    const { revision } = now.draft;
    expect((await asOwner('POST', `/v1/document-drafts/${draft}/ask`, { revision })).status).toBe(204);
    expect((await approver('POST', `/v1/document-drafts/${draft}/says`, { revision, said: 'approve' })).status).toBe(
      204,
    );
    return json<{ version: string; sha256: string; material: boolean }>(
      await asOwner('POST', `/v1/document-drafts/${draft}/publish`, { revision }),
    );
  };

  it('is published once it could be handed to a judge, and then holds like one that was brought', async () => {
    const approver = await signedIn('dora', [{ role: 'district-manager', sites: null }]);
    const { draft, id } = await begin(asOwner, { kind: 'policy', title: 'Waiving late fees' });
    expect(id).toBe('waiving-late-fees');
    const empty = await state(asOwner, id);
    expect(empty.items.map((item) => item.place)).toEqual([
      'head:owner',
      'head:class',
      'head:scope',
      'head:from',
      'head:parts',
      'approval',
    ]);
    const refused = await problem(await asOwner('POST', `/v1/document-drafts/${draft}/publish`, { revision: 1 }));
    expect([refused.type, refused.errors.length]).toEqual(['/problems/document-not-ready', 6]);
    const vague = { ...clean(empty.draft.content, today), parts: [part('1', 'The fee must be waived as usual.')] };
    await json(await save(asOwner, draft, 1, vague));
    const told = (await state(asOwner, id)).items.filter((item) => item.weight === 'must').map((item) => item.key);
    expect(told).toEqual(['1:must-without-actor:must', '1:as-usual:as usual', 'approval:ask']);
    const words = 'The rep may waive one late fee a year without asking.';
    const published = await publish(approver, draft, id, {
      ...vague,
      parts: [part('1', words, { serves: ['enquiry.full-cost-told'] })],
    });
    expect(published).toMatchObject({ version: '1', material: true });
    const found = await read(asOwner, id);
    expect(found).toMatchObject({
      state: 'in-force',
      shown: { version: '1', text: { sha256: published.sha256 } },
      draft: null,
    });
    expect(found.shown!.said.map((one) => [one.said, found.names[one.member]])).toEqual([['approve', 'dora']]);
    const policies = await store.inWork(owner, readPolicies);
    expect(policies.find((one) => one.id === id)).toMatchObject({
      title: 'Waiving late fees',
      from: today,
      owner: 'p-bo',
      class: 'customer-service',
      clauses: [{ id: '1', text: words, serves: ['enquiry.full-cost-told'] }],
    });
    const listed = await json<{ items: ListedDocumentOnWire[] }>(await asOwner('GET', '/v1/documents?words=late'));
    expect(listed.items).toMatchObject([
      { id, state: 'in-force', ownerName: 'Bo Lind', reading: { readers: 3, waiting: 3 } },
    ]);
  });

  it('keeps what two wrote at the same time, and both texts where it was the same clause', async () => {
    const other = await signedIn('dora', [{ role: 'district-manager', sites: null }]);
    const { draft, id } = await begin(asOwner, { kind: 'policy', id: 'quotes' });
    const { content } = (await state(asOwner, id)).draft;
    expect(content.parts).toMatchObject([{ id: '1', text: 'The rep must say the whole price.' }]);
    const first = { ...content, title: 'Quoting prices', parts: [...content.parts, part('2', 'Mine.')] };
    expect(await json<SavedOnWire>(await save(asOwner, draft, 1, first))).toMatchObject({ revision: 2, merged: false });
    const theirs = {
      ...content,
      intro: 'Why we quote.',
      parts: [part('1', 'The rep says the price.', { serves: content.parts[0]!.serves })],
    };
    const merged = await json<SavedOnWire>(await save(other, draft, 1, theirs));
    expect(merged).toMatchObject({ revision: 3, merged: true, clashes: [] });
    expect(merged.content).toMatchObject({
      title: 'Quoting prices',
      intro: 'Why we quote.',
      parts: [{ text: 'The rep says the price.' }, { id: '2' }],
    });
    const late = {
      ...first,
      parts: [part('1', 'The rep tells all of it.', { serves: content.parts[0]!.serves }), first.parts[1]!],
      title: 'Prices',
    };
    const clashed = await json<{ type: string; saved: SavedOnWire }>(await save(asOwner, draft, 2, late), 409);
    expect(clashed.type).toBe('/problems/document-part-changed');
    expect(clashed.saved.content).toMatchObject({
      title: 'Prices',
      intro: 'Why we quote.',
      parts: [{ text: 'The rep says the price.' }, { id: '2' }],
    });
    expect(clashed.saved.clashes).toMatchObject([{ place: 'part:1', mine: { text: 'The rep tells all of it.' } }]);
    const now = await state(other, id);
    expect(now.items.some((item) => item.key === 'clash')).toBe(true);
    expect(now.others.map((one) => now.names[one] ?? one)).toEqual(['this-machine']);
    const settled = await json<SavedOnWire>(
      await save(other, draft, now.draft.revision, now.draft.content, [now.clashes[0]!.id]),
    );
    expect(settled.clashes).toEqual([]);
    const { saves } = await json<{ saves: { revision: number }[] }>(
      await asOwner('GET', `/v1/document-drafts/${draft}/saves`),
    );
    expect(saves.map((one) => one.revision)).toEqual([4, 3, 2, 1]);
    expect(await json(await asOwner('GET', `/v1/document-drafts/${draft}/saves/2`))).toMatchObject({
      title: 'Quoting prices',
    });
    expect((await begin(other, { kind: 'policy', id: 'quotes', letters: ['l-1'] })).begun).toBe(false);
    expect((await state(other, id)).draft.letters).toEqual(['l-1']);
  });

  it('asks for acknowledgements again only after a material change, and ends the version before', async () => {
    const approver = await signedIn('dora', [{ role: 'district-manager', sites: null }]);
    const cells = { person: 'p-ann', kind: 'policy', document: 'quotes', version: '1', on: '2026-01-10' };
    expect((await asOwner('POST', '/v1/record/rows', { kind: 'acknowledgements', cells })).status).toBe(200);
    const one = await begin(asOwner, { kind: 'policy', id: 'quotes' });
    const { content } = (await state(asOwner, 'quotes')).draft;
    const comma = [{ ...content.parts[0]!, text: 'The rep must say, the whole price.' }];
    const editorial = await publish(approver, one.draft, 'quotes', { ...clean(content, today), parts: comma });
    expect(editorial).toMatchObject({ version: '1.1', material: false });
    const carried = await store.inWork(owner, readAcknowledgements);
    expect(carried.filter((ack) => ack.person === 'p-ann').map((ack) => ack.version)).toEqual(['1', '1.1']);
    const waits = async () =>
      (await json<{ items: ListedDocumentOnWire[] }>(await asOwner('GET', '/v1/documents?words=quot'))).items[0]!
        .reading;
    expect(await waits()).toEqual({ readers: 3, waiting: 2 });
    const two = await begin(asOwner, { kind: 'policy', id: 'quotes' });
    const must = [{ ...comma[0]!, text: 'The rep must say the whole price within 2 minutes.' }];
    const tomorrow = addDays(today, 1);
    expect(await publish(approver, two.draft, 'quotes', { ...clean(content, tomorrow), parts: must })).toMatchObject({
      version: '2',
      material: true,
    });
    const found = await read(asOwner, 'quotes');
    expect(found.versions.map(({ version, from, to }) => [version, from, to])).toEqual([
      ['2', tomorrow, null],
      ['1.1', today, tomorrow],
      ['1', '2025-01-01', today],
    ]);
    expect((await read(asOwner, 'quotes', `?day=${tomorrow}`)).shown!.version).toBe('2');
    const { changes } = await json<{ changes: { part: string; weight: string; because: string[] }[] }>(
      await asOwner('GET', '/v1/documents/policy/quotes/changes?from=1.1&to=2'),
    );
    expect(changes).toMatchObject([
      { part: '1', weight: 'material', because: expect.arrayContaining(['a number changed']) },
    ]);
  });

  it('is approved by others than its writer, at the very revision that they read', async () => {
    const approver = await signedIn('dora', [{ role: 'district-manager', sites: null }]);
    const counsel = await signedIn('carl', [{ role: 'counsel', sites: null }]);
    const rule = {
      quorum: 1,
      approvers: ['owner', 'district-manager'],
      counsel: true,
      counselDays: 3,
      signOff: true,
      reviewMonths: 12,
      sunsetAll: false,
    };
    expect((await asOwner('PUT', '/v1/document-rules/policy?scope=class:customer-service', rule)).status).toBe(204);
    expect((await problem(await approver('PUT', '/v1/document-rules/policy?scope=*', rule))).type).toBe(
      '/problems/route-forbidden',
    );
    const { draft } = await begin(asOwner, { kind: 'policy', id: 'quotes' });
    const say = async (ask: Ask, revision: number, said: string, why?: string): Promise<string> => {
      const reply = await ask('POST', `/v1/document-drafts/${draft}/says`, { revision, said, ...(why ? { why } : {}) });
      return reply.status === 204 ? 'said' : (await problem(reply)).type.replace('/problems/', '');
    };
    expect(await say(approver, 1, 'approve')).toBe('document-not-asked');
    await asOwner('POST', `/v1/document-drafts/${draft}/ask`, { revision: 1 });
    expect(await say(asOwner, 1, 'approve')).toBe('document-own-approval');
    expect(await say(approver, 1, 'sign')).toBe('document-approve-forbidden');
    expect(await say(counsel, 1, 'counsel-object')).toBe('document-why-missing');
    expect(await say(counsel, 1, 'counsel-object', 'The Storage Act, section 4.')).toBe('said');
    expect(await say(approver, 1, 'approve')).toBe('said');
    expect((await state(asOwner, 'quotes')).standing).toMatchObject({
      approved: 1,
      counsel: 'objects',
      signed: false,
      complete: false,
    });
    expect(await say(counsel, 1, 'counsel-clear')).toBe('said');
    expect(await say(asOwner, 1, 'sign')).toBe('said');
    const now = await state(asOwner, 'quotes');
    expect(now.standing.complete).toBe(true);
    await json(await save(approver, draft, 1, { ...now.draft.content, title: 'Prices' }));
    expect((await state(asOwner, 'quotes')).standing).toMatchObject({ approved: 0, counsel: 'waits', signed: false });
    expect(await say(approver, 1, 'approve')).toBe('document-draft-changed');
  });

  it('lapses when nobody says that it still stands, unless a law demands it', async () => {
    const approver = await signedIn('dora', [{ role: 'district-manager', sites: null }]);
    const { draft, id } = await begin(asOwner, { kind: 'policy', title: 'Free locks' });
    const content = {
      ...clean((await state(asOwner, id)).draft.content, today),
      reviewMonths: 1,
      parts: [part('1', 'The rep gives every tenant a lock.')],
    };
    await publish(approver, draft, id, content);
    const { due } = await read(asOwner, id);
    const later = addDays(due!, 10);
    const holdsOn = async (day: string): Promise<boolean> =>
      store.inWork(owner, async (work) =>
        (await readPolicies({ ...work, now: `${later}T12:00:00.000Z` })).some(
          (one) => one.id === id && inForce(one, day),
        ),
      );
    expect([await holdsOn(due!), await holdsOn(addDays(due!, 1)), await holdsOn(later)]).toEqual([true, false, false]);
    // Nobody is waited for to read what holds no more.
    const lapsed = { state: 'suspended', review: 'suspended', reading: null };
    expect(await read(asOwner, id, `?day=${later}`)).toMatchObject(lapsed);
    const listed = await json<{ items: ListedDocumentOnWire[] }>(
      await asOwner('GET', `/v1/documents?day=${later}&state=suspended`),
    );
    expect(listed.items.map((one) => one.id)).toEqual([id]);
    const again = { why: 'Tenants still ask for it.', nextDue: addDays(later, 5) };
    expect(
      (await problem(await asOwner('POST', `/v1/documents/policy/${id}/review`, { ...again, nextDue: today }))).type,
    ).toBe('/problems/review-day-malformed');
    expect((await asOwner('POST', `/v1/documents/policy/${id}/review`, again)).status).toBe(204);
    expect([await holdsOn(later), (await read(asOwner, id)).due]).toEqual([true, again.nextDue]);
  });

  it('lets nobody write who may not, and shows nobody what is not for their sites', async () => {
    const rep = await signedIn('ann', [{ role: 'rep', sites: ['north'] }], 'p-ann');
    const north = await signedIn('bo', [{ role: 'manager', sites: ['north'] }], 'p-bo');
    const { draft, id } = await begin(asOwner, { kind: 'policy', title: 'South only', sites: ['south'] });
    for (const ask of [rep, north]) {
      const { items } = await json<{ items: ListedDocumentOnWire[] }>(await ask('GET', '/v1/documents'));
      expect(items.map((one) => one.id)).toEqual(['quotes']);
      expect((await ask('GET', `/v1/documents/policy/${id}`)).status).toBe(404);
    }
    expect((await rep('POST', '/v1/documents', { kind: 'policy', title: 'Mine' })).status).toBe(403);
    expect((await north('GET', `/v1/documents/policy/${id}/draft`)).status).toBe(404);
    expect((await north('DELETE', `/v1/document-drafts/${draft}`)).status).toBe(404);
    const mine = await begin(north, { kind: 'policy', title: 'North', sites: ['north'] });
    expect((await north('POST', `/v1/document-drafts/${mine.draft}/publish`, { revision: 1 })).status).toBe(403);
    expect((await save(asOwner, draft, 1, { title: 7 })).status).toBe(400);
    expect((await save(asOwner, draft, 9, (await state(asOwner, id)).draft.content)).status).toBe(404);
    expect((await asOwner('DELETE', `/v1/document-drafts/${draft}`)).status).toBe(204);
    expect((await problem(await save(asOwner, draft, 1, (await state(asOwner, mine.id)).draft.content))).type).toBe(
      '/problems/document-draft-ended',
    );
  });
});
