// "Why do we have it?" through the API on both databases: a link made in the app moves findings to its clause; what is answered leaves the
// list; those held to a site count their own contacts; as a table no cell is a formula.
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
import { clauseReasonsApi } from '../../policies/reasons/clause-reasons.api.ts';
import { recordApi } from '../../record/record.api.ts';
import { diagnosisApi } from '../diagnosis.api.ts';
import { whyApi } from './why.api.ts';
import type { Why } from './why.shape.ts';

const owner: Actor = { orgId: 'harbor', id: 'o1', roles: ['owner'] };
const ofNorth: Actor = {
  orgId: 'harbor',
  id: 'm1',
  roles: ['manager'],
  sites: ['north'],
  grants: [{ role: 'manager', sites: ['north'] }],
};
let spoolDir: string;
beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

const cold = (nth: number): string =>
  `Customer: Hi, what would a ten by ten cost me a month, for the ${nth}th?\nRep: Hold please.\nRep: Okay, ninety five dollars.\nCustomer: And can I get in on Sunday evening?\nRep: No. That's our policy, I can't do anything about it.\nCustomer: Okay. Well. I will look around then.\nRep: Bye.`;
const facts = `file,site,started_at\ncold1.txt,north,2026-03-02T10:00:00Z\ncold2.txt,north,2026-03-03T10:00:00Z\ncold3.txt,south,2026-04-04T10:00:00Z\n`;
const policy =
  '---\nid: gate\nversion: 1\nclass: house-rules\nfrom: 2025-01-01\n---\n# Gate hours\n\n1. Nobody comes in on Sundays.\n2. =1+1 is two.\n3. {{law}}\n';

function apiOf(store: Store, actor: Actor = owner): Api {
  const api = newApi();
  const context = { store, actorOf: () => actor, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' };
  for (const routes of [importsApi, recordApi, markingApi, diagnosisApi, clauseReasonsApi, whyApi])
    api.route('/', routes(context));
  return api;
}

const headers = { 'content-type': 'application/json' };

async function toTheEnd(reply: Response): Promise<void> {
  for await (const line of readLines(reply)) expect((line as { kind?: string }).kind).not.toBe('problem');
}

async function bring(api: Api): Promise<void> {
  const files = [
    { name: 'sites.csv', text: 'id,name,time zone\nnorth,North,UTC\nsouth,South,UTC\n' },
    { name: 'policies/gate.md', text: policy.replace('{{law}}', 'The gate has a lock.') },
  ].map(({ name, text }) => ({ name, base64: Buffer.from(text).toString('base64') }));
  const brought = await api.request('/v1/record', { method: 'POST', body: JSON.stringify({ files }), headers });
  expect(((await brought.json()) as { rejects: unknown[] }).rejects).toEqual([]);
  const begun = await api.request('/v1/imports', { method: 'POST', body: '{"label":"x"}', headers });
  const { id } = (await begun.json()) as { id: string };
  const contacts = { 'cold1.txt': cold(1), 'cold2.txt': cold(2), 'cold3.txt': cold(3), 'facts.csv': facts };
  for (const [name, body] of Object.entries(contacts))
    await toTheEnd(await api.request(`/v1/imports/${id}/files?name=${name}`, { method: 'PUT', body }));
  await api.request(`/v1/imports/${id}/finish`, { method: 'POST', body: '{"counts":{},"rejects":0}', headers });
  for (const path of ['/v1/marking', '/v1/diagnosis']) await toTheEnd(await api.request(path, { method: 'POST' }));
}

const read = async (api: Api): Promise<Why> => (await (await api.request('/v1/policies/why')).json()) as Why;
const put = async (api: Api, path: string, body: unknown): Promise<number> =>
  (await api.request(path, { method: 'PUT', body: JSON.stringify(body), headers })).status;
const rows = (told: Why) => told.rows.map((one) => [one.clause.id, one.here]);

forEachDatabase((_name, open) => {
  it('counts contacts against the clause that was linked in the app, and lists what nobody answered for', async () => {
    const store = await open();
    const api = apiOf(store);
    expect((await read(api)).asked).toBe(false);
    await bring(api);
    const before = await read(api);
    expect(before).toMatchObject({ asked: true, all: 3, clauses: { owing: 3, answered: 0 } });
    expect(rows(before).map(([, here]) => here)).toEqual(['not-answered', 'not-answered', 'not-answered']);
    expect(before.unwritten?.misses).toBeGreaterThan(0);
    expect(JSON.stringify(before.unwritten?.quotes)).toContain('our policy');

    const [linked] = before.unwritten!.standards;
    const clause = '/v1/policies/gate/1/clauses';
    expect(await put(api, `${clause}/1/links`, { serves: [], obstructs: [linked!.id] })).toBe(204);
    expect(await put(api, `${clause}/2/reasons`, { factor: { answer: 'no', reason: 'It is a sum.' } })).toBe(204);
    expect(await put(api, `${clause}/3/reasons`, { legalBasis: 'Fire Code 7' })).toBe(204);
    await toTheEnd(await api.request('/v1/diagnosis', { method: 'POST' }));

    const told = await read(api);
    expect(rows(told)).toEqual([
      ['1', 'against-customers'],
      ['2', 'no-benefit-no-law'],
    ]);
    const { against, costs } = told.rows[0]!;
    expect(against).toMatchObject({ misses: 3, standards: [{ id: linked!.id }] });
    expect(against!.quotes.length).toBeGreaterThan(0);
    expect(costs).toBeNull();
    expect((await read(apiOf(store, ofNorth))).rows[0]?.against?.misses).toBe(2);

    const table = await (await api.request('/v1/policies/why/table')).text();
    expect(table).toContain('"\'=1+1 is two."');
    expect((await apiOf(store, { orgId: 'harbor', id: 'r', roles: ['rep'] }).request('/v1/policies/why')).status).toBe(
      403,
    );
    expect((await read(apiOf(store, { ...owner, orgId: 'elsewhere' }))).rows).toEqual([]);
  });
});
