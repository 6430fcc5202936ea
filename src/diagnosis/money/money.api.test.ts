// What failing costs and what sites produce, through the API on both databases: read from contacts and record, kept, told, refused.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importsApi } from '../../contacts/imports.api.ts';
import type { Actor } from '../../kernel/actor.ts';
import { addDays } from '../../kernel/moment.ts';
import { markingApi } from '../../marking/marking.api.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { type Api, newApi } from '../../platform/http/api.ts';
import { readLines } from '../../platform/http/lines.ts';
import { recordApi } from '../../record/record.api.ts';
import { productionApi } from '../production/production.api.ts';
import { ProductionShape } from '../production/production.shape.ts';
import { reportApi } from '../report.api.ts';
import { ReportSummary } from '../report.shape.ts';
import { moneyApi } from './money.api.ts';
import { readPricing } from './price-misses.use.ts';
import { type Money, MoneyLineShape, MoneyShape } from './money.shape.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
let spoolDir: string;

beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

const contacts = 240;
const sites = ['bay', 'pier', 'hill', 'mill', 'oak', 'west'];

/** Every other call is answered coldly; of the cold ones three in four are lost, of the others one in four. */
function isLost(nth: number): boolean {
  return nth % 2 === 0 ? nth % 8 !== 0 : nth % 8 === 1;
}

function calls(): string {
  return Array.from({ length: contacts }, (_, nth) =>
    JSON.stringify({
      id: `call-number-${nth}`,
      site: sites[Math.floor(nth / 2) % sites.length],
      rep: ['dana', 'lee', 'sam'][nth % 3],
      started_at: `${addDays('2026-01-01', Math.floor(nth / 2))}T18:00:00Z`,
      channel: 'phone',
      turns: [
        {
          speaker: 'rep',
          text:
            nth % 2 === 0 ? 'Storage.' : 'Thank you for calling Harbor Self Storage, this is Dana, how can I help you?',
        },
        { speaker: 'customer', text: `Hi, what does a ten by ten cost a month? I ask for the ${nth}th of the list.` },
        { speaker: 'rep', text: 'Ninety five dollars. Bye.' },
      ],
    }),
  ).join('\n');
}

const outcomes = [
  'contact,outcome,worth',
  ...Array.from({ length: contacts }, (_, nth) => `call-number-${nth},${isLost(nth) ? 'lost,' : 'rented,1200'}`),
].join('\n');

/** Six sites alike, but for one that takes in a third less. */
const months = [
  'site,month,units,price,occupancy,move-ins,move-outs,revenue',
  ...sites.flatMap((site, s) =>
    Array.from(
      { length: 6 },
      (_, m) =>
        `${site},2026-0${m + 1},400,100,0.9,9,9,${(site === 'mill' ? 24_000 : 36_000) + 300 * s + 50 * ((m * 7) % 5)}`,
    ),
  ),
].join('\n');

const record = {
  'organisation.yaml': 'organisation:\n  name: Harbor Self Storage\n  currency: USD\n  products: [storage unit]\n',
  'sites.csv': `id,name,time zone,location class\n${sites.map((site) => `${site},Harbor ${site},America/New_York,suburb`).join('\n')}\n`,
  'people.csv': 'id,name\ndana,Dana Ruiz\nlee,Lee Moss\nsam,Sam Oyelaran\n',
};

class Harbor {
  readonly #api: Api;

  constructor(store: Store, actor: Actor = owner) {
    this.#api = newApi();
    const context = { store, actorOf: () => actor, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' };
    for (const routes of [importsApi, recordApi, markingApi, reportApi, moneyApi, productionApi])
      this.#api.route('/', routes(context));
  }

  async bring(files: Readonly<Record<string, string>>): Promise<void> {
    const { id } = (await (await this.ask('POST', '/v1/imports', { label: 'test' })).json()) as { id: string };
    const sent = await this.#api.request(`/v1/imports/${id}/files?name=calls.jsonl`, { method: 'PUT', body: calls() });
    await sent.text();
    await this.ask('POST', `/v1/imports/${id}/finish`, { counts: {}, rejects: 0 });
    await this.record({ ...record, ...files });
    await (await this.ask('POST', '/v1/marking')).text();
  }

  async record(files: Readonly<Record<string, string>>): Promise<void> {
    const given = Object.entries(files).map(([name, text]) => ({ name, base64: Buffer.from(text).toString('base64') }));
    const taken = await this.ask('POST', '/v1/record', { files: given });
    expect(taken.ok, await taken.clone().text()).toBe(true);
  }

  async ask(method: string, path: string, body?: unknown): Promise<Response> {
    return this.#api.request(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  }

  async count(query = ''): Promise<Money> {
    let money: Money | null = null;
    for await (const line of readLines(await this.ask('POST', `/v1/money${query}`))) {
      const parsed = MoneyLineShape.parse(line);
      if (parsed.kind === 'done') money = parsed.money;
    }
    if (!money) throw new Error('No report came.');
    return money;
  }
}

const november = { now: () => new Date(Date.UTC(2026, 10, 1, 12)) };

forEachDatabase((_name, open) => {
  it('is counted from outcomes told beside contacts, kept until something changes, and stands in the report', async () => {
    let minute = 0;
    const store = await open({ now: () => new Date(Date.UTC(2026, 10, 1, 12, minute++)) });
    const harbor = new Harbor(store);
    await harbor.bring({ 'outcomes.csv': outcomes, 'site-months.csv': months });
    const counted = await harbor.count();
    const { report } = counted;
    if (report.kind !== 'outcomes') throw new Error(`Expected outcomes, not ${report.kind}: ${report.told.join(' ')}`);
    expect(report.enquiries).toMatchObject({ won: 120, lost: 120, aMonthSource: 'counted' });
    expect(report.worth).toMatchObject({ value: 1200, source: 'outcomes', of: 120 });
    const greeting = report.standards.find((one) => one.standard === 'phone.business-and-name');
    expect(greeting).toMatchObject({ title: 'Business and name', missed: 120, of: 240, stands: true });
    expect(greeting!.lost.from).toBeGreaterThan(1);
    // Some 60 of the 120 that were answered coldly would have been won, over four months.
    expect(report.together.lost.value).toBeGreaterThan(9);
    expect(report.together.lost.value).toBeLessThan(20);
    expect(JSON.stringify(counted)).not.toMatch(/Dana|Moss|Oyelaran|dana|"lee"/);
    expect(MoneyShape.parse(await (await harbor.ask('GET', '/v1/money')).json())).toEqual(counted);

    const summary = ReportSummary.parse(await (await harbor.ask('GET', '/v1/report')).json());
    expect(summary.money).toEqual(counted);
    if (summary.production?.kind !== 'production') throw new Error('Expected production.');
    expect(summary.production).toMatchObject({ measure: 'revenue', takenOut: ['size', 'price'], notKnown: [] });
    expect(summary.production.sites.filter((one) => one.below).map((one) => one.site)).toEqual(['mill']);
    expect(ProductionShape.parse(await (await harbor.ask('GET', '/v1/production')).json())).toEqual(summary.production);

    // Half of the misses cost half as much; to whoever doesn't answer for the business nothing is said of it.
    const half = (await store.inWork(owner, readPricing))('phone.business-and-name', 60);
    expect(half?.money.value).toBeCloseTo(greeting!.money!.value / 2, 6);
    const reviewer: Actor = { orgId: 'harbor', id: 'rev', roles: ['reviewer'] };
    expect((await store.inWork(reviewer, readPricing))('phone.business-and-name', 60)).toBeNull();

    // What has not changed is not counted again; a worth told anew is.
    expect((await harbor.count()).madeAt).toBe(counted.madeAt);
    await harbor.record({ 'outcomes.csv': outcomes.replaceAll('1200', '2400') });
    const anew = await harbor.count();
    expect(anew.madeAt).not.toBe(counted.madeAt);
    expect(anew.report.kind === 'outcomes' && anew.report.worth?.value).toBe(2400);
  }, 240_000);

  it('without outcomes it rests on what the owner states and an assumption that can be set', async () => {
    const harbor = new Harbor(await open(november));
    const stated = '  enquiries-a-month: 300\n  conversion: 40%\n  worth-of-a-stay: 1500\n';
    await harbor.bring({ 'organisation.yaml': `${record['organisation.yaml']}${stated}` });
    const { report } = await harbor.count('?assume=0.2');
    expect(report).toMatchObject({ kind: 'stated', aPoint: 4500, assumedLost: 0.2 });
    expect(report.told.join(' ')).toContain('No outcome is on record');
    const production = ProductionShape.parse(await (await harbor.ask('GET', '/v1/production')).json());
    expect(production).toMatchObject({ kind: 'nothing', why: 'no-months' });
  }, 240_000);

  it('without contacts there is a sentence, and before it was counted a problem', async () => {
    const harbor = new Harbor(await open());
    const missing = await harbor.ask('GET', '/v1/money');
    expect([missing.status, await missing.json()]).toMatchObject([404, { type: '/problems/money-not-counted' }]);
    expect((await harbor.count()).report).toMatchObject({ kind: 'nothing', why: 'no-marks' });
  });

  it('who doesn’t answer for the business may not read it, nor does another organisation, and nonsense is refused', async () => {
    const store = await open();
    await new Harbor(store).count();
    for (const roles of [['rep'], ['reviewer'], ['trainer']] as const) {
      const other = new Harbor(store, { orgId: 'harbor', id: 'dana', roles });
      expect((await other.ask('GET', '/v1/money')).status).toBe(403);
      expect((await other.ask('GET', '/v1/production')).status).toBe(403);
    }
    const reviewer = new Harbor(store, { orgId: 'harbor', id: 'rev', roles: ['reviewer'] });
    const summary = ReportSummary.parse(await (await reviewer.ask('GET', '/v1/report')).json());
    expect([summary.money, summary.production]).toEqual([undefined, undefined]);
    const elsewhere = new Harbor(store, { orgId: 'other', id: 'cli', roles: ['owner'] });
    expect((await elsewhere.ask('GET', '/v1/money')).status).toBe(404);
    expect((await new Harbor(store).ask('POST', '/v1/money?assume=2')).status).toBe(400);
    const left = await (await elsewhere.ask('POST', '/v1/money?most=100')).text();
    expect(JSON.parse(left)).toEqual({ kind: 'left', why: 'nothing-known' });
  });
});
