// The first look on both databases: what it says of contacts that were brought, failures a page at a time with their words, and
// no more than is theirs for those who are held to a site.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importsApi } from '../../contacts/imports.api.ts';
import type { Actor } from '../../kernel/actor.ts';
import { markingApi } from '../../marking/marking.api.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { newApi, type Api } from '../../platform/http/api.ts';
import { readLines } from '../../platform/http/lines.ts';
import { letterDraftApi } from '../../policies/letter-draft.api.ts';
import { diagnosisApi } from '../diagnosis.api.ts';
import { reportApi } from '../report.api.ts';
import { todayApi } from '../today/today.api.ts';
import type { Today } from '../today/today.shape.ts';
import { overviewApi } from './overview.api.ts';
import type { Overview, ToldFailure } from './overview.shape.ts';

const owner: Actor = { orgId: 'harbor', id: 'o1', roles: ['owner'] };
const ofNorth: Actor = {
  orgId: 'harbor',
  id: 'm1',
  roles: ['manager'],
  sites: ['north'],
  grants: [{ role: 'manager', sites: ['north'] }],
};
const rep: Actor = {
  orgId: 'harbor',
  id: 'r1',
  roles: ['rep'],
  sites: [],
  grants: [{ role: 'rep', sites: ['north'] }],
};
let spoolDir: string;

beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

const cold = (nth: number): string =>
  `Customer: Hi, what would a ten by ten cost me a month, for the ${nth}th?\nRep: Hold please.\nRep: Okay, ninety five dollars.\nCustomer: And can I get in on Sunday evening?\nRep: No. That's our policy, I can't do anything about it.\nCustomer: Okay. Well. I will look around then.\nRep: Bye.`;
const facts = `file,site,started_at\ncold1.txt,north,2026-03-02T10:00:00Z\ncold2.txt,north,2026-03-03T10:00:00Z\ncold3.txt,south,2026-04-04T10:00:00Z\n`;

function apiOf(store: Store, actor: Actor = owner): Api {
  const api = newApi();
  const context = { store, actorOf: () => actor, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' };
  for (const routes of [importsApi, markingApi, diagnosisApi, overviewApi, todayApi, letterDraftApi])
    api.route('/', routes(context));
  return api;
}

async function read<Reply>(api: Api, path: string): Promise<Reply> {
  const reply = await api.request(path);
  expect([path, reply.status]).toEqual([path, 200]);
  return (await reply.json()) as Reply;
}

async function bring(store: Store): Promise<void> {
  const api = apiOf(store);
  const headers = { 'content-type': 'application/json' };
  const begun = await api.request('/v1/imports', { method: 'POST', body: '{"label":"x"}', headers });
  const { id } = (await begun.json()) as { id: string };
  const files = { 'cold1.txt': cold(1), 'cold2.txt': cold(2), 'cold3.txt': cold(3), 'facts.csv': facts };
  for (const [name, body] of Object.entries(files))
    await toTheEnd(await api.request(`/v1/imports/${id}/files?name=${name}`, { method: 'PUT', body }));
  await api.request(`/v1/imports/${id}/finish`, { method: 'POST', body: '{"counts":{},"rejects":0}', headers });
  for (const path of ['/v1/marking', '/v1/diagnosis']) await toTheEnd(await api.request(path, { method: 'POST' }));
}

async function toTheEnd(reply: Response): Promise<void> {
  for await (const line of readLines(reply)) expect((line as { kind?: string }).kind).not.toBe('problem');
}

async function allFailures(api: Api, query: string): Promise<ToldFailure[]> {
  const found: ToldFailure[] = [];
  let after = '';
  do {
    const page: { items: ToldFailure[]; next: string | null } = await read(
      api,
      `/v1/failures?limit=3${query}${after === '' ? '' : `&after=${after}`}`,
    );
    expect(page.items.length).toBeLessThanOrEqual(3);
    found.push(...page.items);
    after = page.next ?? '';
  } while (after !== '');
  return found;
}

/** What an owner is told of the three calls. */
async function theWhole(store: Store): Promise<void> {
  const api = apiOf(store);
  const told = await read<Overview>(api, '/v1/overview');
  expect(told.contacts).toBe(3);
  expect(told.sites.map((one) => one.id)).toEqual(['north', 'south']);
  expect(told.sites.map((one) => one.led)).toEqual(['policy', 'policy']);
  expect(told.months.map((one) => one.id)).toEqual(['2026-03', '2026-04']);
  expect(told.sites.reduce((sum, one) => sum + one.failed, 0)).toBe(told.failures);
  expect(told.speaksOf?.failed).toBeGreaterThan(0);
  expect(told.speaksOf?.example?.standard.id).toBe(told.speaksOf?.standard);
  expect(told.fixes.map((one) => one.failures).every((count) => count >= 3)).toBe(true);
  expect(await read<Overview>(api, '/v1/overview')).toEqual(told);
  // The next opening has it at once, kept with the data.
  expect(await store.asOwner(async (session) => session.query('select org_id from overview_report'))).toEqual([
    { org_id: 'harbor' },
  ]);
  expect(await read<Overview>(apiOf(store), '/v1/overview')).toEqual(told);
  const all = await allFailures(api, '');
  expect(all).toHaveLength(told.failures);
  expect(new Set(all.map((one) => one.id)).size).toBe(told.failures);
  const refusal = all.find((one) => one.standard.id === 'atrocity.bare-refusal');
  expect(refusal?.quote?.speaker).toBe('rep');
  expect(`${refusal?.quote?.before}${refusal?.quote?.words}${refusal?.quote?.after}`).toContain('our policy');
  const policy = await allFailures(api, '&cause=policy&site=south');
  expect(policy.length).toBeGreaterThan(0);
  expect(policy.every((one) => one.site?.id === 'south' && one.leading[0] === 'policy')).toBe(true);
  expect((await api.request('/v1/failures?after=nonsense')).status).toBe(400);
}

/** Who only reads is told of the whole too, also where something was brought. */
async function theReader(store: Store): Promise<void> {
  const api = newApi();
  const actorOf = (): Actor => ({ orgId: 'harbor', id: 'a1', roles: ['auditor'], readsOnly: true });
  const context = { store, actorOf, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' };
  for (const routes of [overviewApi, reportApi]) api.route('/', routes(context));
  expect(await read<{ counts: object }>(api, '/v1/report')).toMatchObject({ counts: { contacts: 3 }, rejects: [] });
  expect(await read<Overview>(api, '/v1/overview')).toMatchObject({ contacts: 3 });
}

/** What a manager of the north is told: the north alone, and no figure of the whole. */
async function theNorth(store: Store): Promise<void> {
  const api = apiOf(store, ofNorth);
  const told = await read<Overview>(api, '/v1/overview');
  expect(told.sites.map((one) => one.id)).toEqual(['north']);
  expect([told.causes, told.costs]).toEqual([null, null]);
  const listed = await allFailures(api, '');
  expect(listed.length).toBeGreaterThan(0);
  expect(listed.every((one) => one.site?.id === 'north')).toBe(true);
  expect(await allFailures(api, '&site=south')).toEqual([]);
  const today = await read<Today>(api, '/v1/today');
  expect(today.open?.questions).toEqual({ items: [], all: 0 });
  expect(today.own).toBeNull();
}

/** What a rep is told: nothing of causes, and of today only what is their own. */
async function nothingOfOthers(store: Store): Promise<void> {
  const api = apiOf(store, rep);
  for (const path of ['/v1/overview', '/v1/failures', '/v1/first-fixes'])
    expect([path, (await api.request(path)).status]).toEqual([path, 403]);
  expect(await read<Today>(api, '/v1/today')).toMatchObject({ team: null, open: null, own: null });
}

forEachDatabase((_name, open) => {
  // One store for all who read: to mark by every standard takes longer than to ask.
  it('tells owners of the whole, whoever is held to a site of that site, and reps of nobody else', async () => {
    const store = await open();
    expect(await read<Overview>(apiOf(store), '/v1/overview')).toMatchObject({
      contacts: 0,
      speaksOf: null,
      fixes: [],
    });
    await bring(store);
    await theWhole(store);
    await theReader(store);
    await theNorth(store);
    await nothingOfOthers(store);
  }, 120_000);

  it('keeps a letter that was begun for whoever began it, and for nobody else', async () => {
    const store = await open();
    const path = '/v1/letter-draft';
    const headers = { 'content-type': 'application/json' };
    const letter = { wrong: 'Nobody asks.', why: 'It is promised.', solution: 'Ask.' };
    const api = apiOf(store, rep);
    expect(await read(api, path)).toEqual({ draft: null });
    for (const body of [{ ...letter, wrong: 'x' }, letter])
      expect((await api.request(path, { method: 'PUT', body: JSON.stringify(body), headers })).status).toBe(204);
    expect(await read(api, path)).toMatchObject({ draft: letter });
    for (const other of [owner, ofNorth, { ...rep, orgId: 'elsewhere' }])
      expect(await read(apiOf(store, other), path)).toEqual({ draft: null });
    expect((await api.request(path, { method: 'DELETE' })).status).toBe(204);
    expect(await read(api, path)).toEqual({ draft: null });
  });
});
