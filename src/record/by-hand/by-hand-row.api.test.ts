// The record by hand: a row is checked as a file's is, added once, corrected as it was seen, and its old state stays; at their
// own sites managers write down what they did, and nobody sees or writes what is not theirs.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { askAsOwner, type Ask, bringRecord, signInAs } from '../../cli/serve/begun.test-data.ts';
import { serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import type { Grant } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { EntryOnWire, ListedEntryOnWire } from '../entries/entries.shape.ts';
import type { RowForm, TakenByHand } from './by-hand-row.shape.ts';

const record = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,America/New_York\nsouth,South Yard,UTC\n',
  'people.csv':
    'id,name,role,site,supervisor,from\np-bo,Bo Lind,manager,north,,2025-01-01\np-ann,Ann Marlow,rep,north,p-bo,2025-06-01\np-cy,Cy Voss,rep,south,,2025-06-01\n',
  'policies/quotes.md':
    '---\nid: quotes\nversion: 1\nclass: customer-service\nfrom: 2025-01-01\n---\n# Quoting\n\n1. Say the whole price.\nserves: enquiry.full-cost-told\n',
  'certificates.csv': 'id,person,task,on,expires\nc-cy,p-cy,desk,2025-07-01,2026-07-01\n',
};

forEachDatabase((_name, open) => {
  let here: ServedHere;
  beforeEach(async () => {
    here = await serveHere(makeApp, await open());
    await bringRecord(here, record);
  });

  const asOwner: Ask = async (...asked) => askAsOwner(here, ...asked);
  const signedIn = async (person: string, grants: readonly Grant[]): Promise<Ask> =>
    (await signInAs(here, person, grants)).ask;
  const certificate = { person: 'p-ann', task: 'new-enquiry', on: '2026-01-12', expires: '2027-01-12' };
  const add = async (ask: Ask, kind: string, cells: unknown, more = {}): Promise<TakenByHand> => {
    const reply = await ask('POST', '/v1/record/rows', { kind, cells, ...more });
    expect([reply.status, await reply.clone().text()]).toEqual([200, expect.any(String)]);
    return (await reply.json()) as TakenByHand;
  };
  const read = async (ask: Ask, kind: string, key: string): Promise<EntryOnWire> =>
    (await (await ask('GET', `/v1/record/entries/${kind}/${encodeURIComponent(key)}`)).json()) as EntryOnWire;
  const list = async (ask: Ask, query: string): Promise<ListedEntryOnWire[]> =>
    ((await (await ask('GET', `/v1/record/entries?${query}`)).json()) as { items: ListedEntryOnWire[] }).items;
  const problem = async (reply: Response) =>
    (await reply.json()) as { type: string; errors: { pointer: string; detail: string }[] };

  it('adds a row, corrects it as it was seen, and keeps what it said before', async () => {
    const { key, taken } = await add(asOwner, 'certificates', certificate);
    expect(taken).toBe('added');
    const first = await read(asOwner, 'certificates', key);
    expect(first).toMatchObject({ says: 'new enquiry', person: { name: 'Ann Marlow' }, mayTakeOut: true, before: [] });
    const cells = { ...certificate, id: key, expires: '2026-10-01' };
    const replaces = { key, digest: first.digest };
    expect(await add(asOwner, 'certificates', cells, { replaces })).toMatchObject({ key, taken: 'changed' });
    const then = await read(asOwner, 'certificates', key);
    expect(then).toMatchObject({ to: '2026-10-01', before: [{ cells: { expires: '2027-01-12' } }] });
    expect((await list(asOwner, 'kind=certificates&person=p-ann&day=2026-09-30')).map((one) => one.key)).toEqual([key]);
    expect(await list(asOwner, 'kind=certificates&person=p-ann&day=2026-10-01')).toEqual([]);
    const late = await asOwner('POST', '/v1/record/rows', {
      kind: 'certificates',
      cells: { ...cells, expires: '' },
      replaces,
    });
    expect((await problem(late)).type).toBe('/problems/record-row-changed');
  });

  it('refuses a row with each field that is amiss, and one that is there already with its key', async () => {
    const wrong = { person: 'p-anm', on: '12.1.2026', expires: '2026-01-01', standards: ['nonsense.id'] };
    const told = await problem(await asOwner('POST', '/v1/record/rows', { kind: 'certificates', cells: wrong }));
    expect(told.errors.map((one) => one.pointer).toSorted()).toEqual(
      ['on', 'person', 'standards', 'task'].map((one) => `/cells/${one}`),
    );
    expect(told.errors.find((one) => one.pointer === '/cells/person')?.detail).toContain('Did you mean p-ann?');
    const { key } = await add(asOwner, 'certificates', certificate);
    const again = await problem(await asOwner('POST', '/v1/record/rows', { kind: 'certificates', cells: certificate }));
    expect([again.type, again.errors[0]?.detail]).toEqual(['/problems/record-row-there', key]);
  });

  it('takes out what was entered by hand, and nothing that came from a file or that others name', async () => {
    const person = await add(asOwner, 'people', {
      id: 'p-new',
      name: 'Dee Roe',
      role: 'rep',
      site: 'north',
      from: '2026-02-01',
    });
    const out = async (kind: string, key: string): Promise<number> => {
      const { digest } = await read(asOwner, kind, key);
      return (await asOwner('POST', '/v1/record/rows/take-out', { kind, key, digest })).status;
    };
    expect(await out('people', person.key)).toBe(409);
    expect(await out('certificates', 'c-cy')).toBe(409);
    expect(await out('posts', 'p-new~north~2026-02-01')).toBe(204);
    expect(await out('people', person.key)).toBe(204);
    expect(await list(asOwner, 'words=dee')).toEqual([]);
    expect(await list(asOwner, 'kind=people&words=marlow')).toHaveLength(1);
  });

  it('a post whose first day was wrong is corrected in place, and other posts of the place stay', async () => {
    await add(asOwner, 'posts', { person: 'p-ann', site: 'south', role: 'rep', from: '2025-01-01', to: '2025-03-01' });
    const { key } = await add(asOwner, 'posts', { person: 'p-ann', site: 'south', role: 'rep', from: '2025-09-01' });
    const { digest } = await read(asOwner, 'posts', key);
    const cells = { person: 'p-ann', site: 'south', role: 'rep', from: '2025-08-15' };
    const moved = await add(asOwner, 'posts', cells, { replaces: { key, digest } });
    expect(moved).toMatchObject({ taken: 'changed', key: 'p-ann~south~2025-08-15' });
    const posts = await list(asOwner, 'kind=posts&person=p-ann&site=south');
    expect(posts.map((one) => one.from)).toEqual(['2025-08-15', '2025-01-01']);
  });

  it('a document by hand has its clauses, its versions and its old words; times are of the site’s own clock', async () => {
    const form = (await (await asOwner('GET', '/v1/record/form?kind=policies&key=quotes~1')).json()) as RowForm;
    expect(form.before?.text).toContain('serves: enquiry.full-cost-told');
    const { title, version, ...rest } = form.before!.cells;
    expect([title, version]).toEqual(['Quoting', '1']);
    const replaces = { key: 'quotes~1', digest: form.before!.digest };
    await add(asOwner, 'policies', { ...form.before!.cells, to: '2026-02-01' }, { text: form.before!.text, replaces });
    const next = { ...rest, title: 'Quoting anew', version: '2', from: '2026-02-01' };
    await add(asOwner, 'policies', next, { text: '1. Say the whole price, with fees.\n2. Wait for the answer.' });
    const told = await read(asOwner, 'policies', 'quotes~2');
    expect(told.parts.map((one) => one.text)).toEqual(['Say the whole price, with fees.', 'Wait for the answer.']);
    expect(told.versions.map((one) => one.key)).toEqual(['quotes~2', 'quotes~1']);
    expect((await read(asOwner, 'policies', 'quotes~1')).before[0]?.parts[0]?.text).toBe('Say the whole price.');
    const shift = await add(asOwner, 'shifts', {
      person: 'p-ann',
      site: 'north',
      from: '2026-02-03T09:00',
      to: '2026-02-03T17:00',
    });
    expect(shift.key).toBe('p-ann~north~2026-02-03T14:00:00.000Z');
    const again = await asOwner('GET', `/v1/record/form?kind=shifts&key=${encodeURIComponent(shift.key)}`);
    expect(((await again.json()) as RowForm).before?.cells.from).toBe('2026-02-03T09:00');
  });

  it('what came of a contact is taken in by the name it came with', async () => {
    const { key } = await add(asOwner, 'outcomes', {
      contact: 'call-7',
      outcome: 'rented',
      worth: '1450',
      on: '2026-02-03',
    });
    expect(key).not.toContain('call');
    const { digest } = await read(asOwner, 'outcomes', key);
    const cells = { contact: 'call-7', outcome: 'lost', on: '2026-02-03' };
    expect(await add(asOwner, 'outcomes', cells, { replaces: { key, digest } })).toMatchObject({ taken: 'changed' });
  });

  it('a manager writes down what was done at their own site, and neither sees nor writes another’s', async () => {
    const bo = await signedIn('p-bo', [{ role: 'manager', sites: ['north'] }]);
    const form = (await (await bo('GET', '/v1/record/form?kind=observations')).json()) as RowForm;
    expect(form.people.map((one) => one.id).toSorted()).toEqual(['p-ann', 'p-bo']);
    const seen = { person: 'p-ann', by: 'p-bo', on: '2026-02-20', act: 'observe' };
    const { key } = await add(bo, 'observations', seen);
    expect(await read(bo, 'observations', key)).toMatchObject({ person: { name: 'Ann Marlow' }, mayCorrect: true });
    const elsewhere = await bo('POST', '/v1/record/rows', { kind: 'observations', cells: { ...seen, person: 'p-cy' } });
    expect((await problem(elsewhere)).errors[0]?.pointer).toBe('/cells/person');
    expect((await bo('POST', '/v1/record/rows', { kind: 'sites', cells: {} })).status).toBe(403);
    expect((await bo('GET', '/v1/record/entries/certificates/c-cy')).status).toBe(404);
    expect((await list(bo, 'limit=200')).map((one) => one.person?.id)).not.toContain('p-cy');
  });

  it('a rep sees their own rows with their old ones, the documents for them, and adds none', async () => {
    await add(asOwner, 'attempts', { person: 'p-cy', tried: 'coaching', on: '2026-02-01' });
    const { key } = await add(asOwner, 'certificates', certificate);
    const ann = await signedIn('p-ann', [{ role: 'rep', sites: ['north'] }]);
    const all = await list(ann, 'limit=200');
    expect(new Set(all.map((one) => one.person?.id ?? 'nobody'))).toEqual(new Set(['p-ann', 'nobody']));
    expect(all.map((one) => one.kind)).toContain('policies');
    expect(await read(ann, 'certificates', key)).toMatchObject({ mayCorrect: false, mayTakeOut: false });
    expect((await ann('POST', '/v1/record/rows', { kind: 'certificates', cells: certificate })).status).toBe(403);
    const trainer = await here.token({ roles: ['trainer'] });
    const asTrainer: Ask = async (method, path) => here.ask(method, path, { token: trainer });
    expect(await list(asTrainer, 'kind=attempts')).toEqual([]);
    expect(await list(asOwner, 'kind=attempts')).toHaveLength(1);
  });

  it('the list comes in pages, each row once', async () => {
    const whole = await list(asOwner, 'limit=200');
    const found: ListedEntryOnWire[] = [];
    for (let after = ''; ;) {
      const reply = await asOwner('GET', `/v1/record/entries?limit=2${after}`);
      const page = (await reply.json()) as { items: ListedEntryOnWire[]; next: string | null };
      found.push(...page.items);
      if (page.next === null) break;
      after = `&after=${page.next}`;
    }
    expect(found).toEqual(whole);
    expect(whole.length).toBeGreaterThan(6);
  });
});
