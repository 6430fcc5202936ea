// Shares of the failing through the API on both databases: read from contacts and record, kept, told, refused.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { importsApi } from '../../contacts/imports.api.ts';
import type { Actor } from '../../kernel/actor.ts';
import { markingApi } from '../../marking/marking.api.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import { readLines } from '../../platform/http/lines.ts';
import { newApi, type Api } from '../../platform/http/api.ts';
import type { Store } from '../../platform/db/open.ts';
import { recordApi } from '../../record/record.api.ts';
import { reportApi } from '../report.api.ts';
import { ReportSummary } from '../report.shape.ts';
import { causesApi } from './causes.api.ts';
import { type Causes, CausesLineShape, CausesShape } from './causes.shape.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
let spoolDir: string;

beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

/** From March on a procedure asks for what the cold call leaves out; cold calls are rarer then. */
function calls(): string {
  return JSON.stringify(
    Array.from({ length: 72 }, (_, nth) => {
      const after = nth % 2 === 0;
      const cold = nth % (after ? 6 : 2) === (after ? 0 : 1);
      const rep = ['dana', 'lee', 'sam'][nth % 3]!;
      return {
        id: `call-${nth}`,
        site: nth % 4 < 2 ? 'bay' : 'pier',
        rep,
        started_at: `2026-0${after ? 3 : 2}-${String(1 + (nth % 27)).padStart(2, '0')}T18:${String(nth % 60).padStart(2, '0')}:00Z`,
        channel: 'phone',
        turns: [
          {
            speaker: 'rep',
            text: cold ? 'Storage.' : 'Thank you for calling Harbor Self Storage, this is Dana, how can I help you?',
          },
          { speaker: 'customer', text: `Hi, what does a ten by ten cost a month? I read about it on day ${nth}.` },
          {
            speaker: 'rep',
            text: cold ? 'Ninety five dollars.' : "Sure, I'd be happy to help. What are you looking to store?",
          },
          { speaker: 'customer', text: 'A couch and two beds.' },
          {
            speaker: 'rep',
            text: cold
              ? 'Bye.'
              : 'Then a ten by ten, ninety five dollars. Is there anything else? Thank you for calling Harbor Self Storage.',
          },
        ],
      };
    }),
  );
}

const record = {
  'sites.csv': 'id,name,time zone\nbay,Bay Street,America/New_York\npier,Pier,America/New_York\n',
  'people.csv': 'id,name\ndana,Dana Ruiz\nlee,Lee Moss\nsam,Sam Oyelaran\n',
  'procedures/calls.md':
    '---\nid: calls\nversion: 1\ntitle: Answering calls\nfrom: 2026-03-01\n---\n\n1. Say the business and your name.\n   serves: phone.business-and-name, opening.help-offered, close.thanked, close.more-help-offered, enquiry.need-before-price\n',
};

class Harbor {
  readonly #api: Api;

  constructor(store: Store, actor: Actor = owner) {
    this.#api = newApi();
    const context = { store, actorOf: () => actor, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' };
    for (const routes of [importsApi, recordApi, markingApi, reportApi, causesApi])
      this.#api.route('/', routes(context));
  }

  async bring(): Promise<void> {
    const { id } = (await (await this.ask('POST', '/v1/imports', { label: 'test' })).json()) as { id: string };
    const sent = await this.#api.request(`/v1/imports/${id}/files?name=calls.json`, { method: 'PUT', body: calls() });
    await sent.text();
    await this.ask('POST', `/v1/imports/${id}/finish`, { counts: {}, rejects: 0 });
    const files = Object.entries(record).map(([name, text]) => ({
      name,
      base64: Buffer.from(text).toString('base64'),
    }));
    const taken = await this.ask('POST', '/v1/record', { files });
    expect(taken.ok, await taken.clone().text()).toBe(true);
    await (await this.ask('POST', '/v1/marking')).text();
  }

  async ask(method: string, path: string, body?: unknown): Promise<Response> {
    return this.#api.request(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  }

  async share(): Promise<Causes> {
    const lines = [];
    for await (const line of readLines(await this.ask('POST', '/v1/causes'))) lines.push(CausesLineShape.parse(line));
    const last = lines.at(-1);
    if (last?.kind !== 'done') throw new Error('No report came.');
    return last.causes;
  }
}

forEachDatabase((_name, open) => {
  it('shares are worked out from contacts and the record, kept, and stand in the report', async () => {
    let minute = 0;
    const store = await open({ now: () => new Date(Date.UTC(2026, 3, 1, 12, minute++)) });
    const harbor = new Harbor(store);
    await harbor.bring();
    const found = await harbor.share();
    expect(found.report.kind).toBe('shares');
    if (found.report.kind !== 'shares') return;
    expect(found.report.basis).toMatchObject({ contacts: 72, people: 3, sites: 2, firstDay: '2026-02-01' });
    const missing = found.report.causes.flatMap((one) => one.exposures).find((one) => one.id === 'procedure.missing');
    // In February nothing was in writing; in March five standards were. So few contacts leave the range wide.
    expect(missing?.exposed).toBeGreaterThan(0.3);
    expect(missing?.low).toBeLessThan(missing?.high ?? Number.NaN);
    expect(found.report.warnings.map((one) => one.kind)).toContain('no-record');
    expect(CausesShape.parse(await (await harbor.ask('GET', '/v1/causes')).json())).toEqual(found);
    const summary = ReportSummary.parse(await (await harbor.ask('GET', '/v1/report')).json());
    expect(summary.shares).toEqual(found);

    // What has not changed is not worked out again; what has changed is.
    expect((await harbor.share()).madeAt).toBe(found.madeAt);
    const shifts = 'person,site,from,to\ndana,bay,2026-03-01 08:00,2026-03-01 17:00\n';
    const later = { name: 'shifts.csv', base64: Buffer.from(shifts).toString('base64') };
    expect((await harbor.ask('POST', '/v1/record', { files: [later] })).ok).toBe(true);
    expect((await harbor.share()).madeAt).not.toBe(found.madeAt);
  }, 180_000);

  it('without contacts there is a sentence, and before it was worked out a problem', async () => {
    const harbor = new Harbor(await open());
    const missing = await harbor.ask('GET', '/v1/causes');
    expect([missing.status, await missing.json()]).toMatchObject([404, { type: '/problems/causes-not-shared' }]);
    const found = await harbor.share();
    expect(found.report).toMatchObject({ kind: 'nothing', why: 'no-marks' });
    expect(found.told).toEqual([expect.stringContaining('No standard has been met or missed yet')]);
  });

  it('who only serves may not read it, another organisation sees nothing of it, and a bad question is refused', async () => {
    const store = await open();
    await new Harbor(store).share();
    const rep = new Harbor(store, { orgId: 'harbor', id: 'dana', roles: ['rep'] });
    expect((await rep.ask('GET', '/v1/causes')).status).toBe(403);
    const said = await (await rep.ask('POST', '/v1/causes')).text();
    expect(said).toContain('diagnosis-forbidden');
    const other = new Harbor(store, { orgId: 'elsewhere', id: 'x', roles: ['owner'] });
    expect((await other.ask('GET', '/v1/causes')).status).toBe(404);
    expect((await new Harbor(store).ask('POST', '/v1/causes?again=perhaps')).status).toBe(400);
  });
});
