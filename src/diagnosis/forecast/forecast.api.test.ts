// The forecast through the API on both databases: made, kept, tested, refused.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { importsApi } from '../../contacts/imports.api.ts';
import type { Actor } from '../../kernel/actor.ts';
import { addDays } from '../../kernel/moment.ts';
import { markingApi } from '../../marking/marking.api.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import { type Api, newApi } from '../../platform/http/api.ts';
import { readLines } from '../../platform/http/lines.ts';
import type { Store } from '../../platform/db/open.ts';
import { forecastApi } from './forecast.api.ts';
import { ForecastLineShape, ForecastShape } from './forecast.shape.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
let spoolDir: string;

beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

/** One call a day for four months at each of two sites; every other one is answered coldly. */
function calls(): string {
  return Array.from({ length: 240 }, (_, nth) =>
    JSON.stringify({
      id: `call-number-${nth}`,
      site: nth % 2 === 0 ? 'bay' : 'pier',
      rep: ['dana', 'lee', 'sam'][nth % 3],
      started_at: `${addDays('2026-01-01', Math.floor(nth / 2))}T18:00:00Z`,
      channel: 'phone',
      turns: [
        {
          speaker: 'rep',
          text: nth % 4 < 2 ? 'Yes?' : 'Thank you for calling Harbor Self Storage, this is Dana, how can I help you?',
        },
        { speaker: 'customer', text: `Hi, is the gate open on day ${nth}?` },
        { speaker: 'rep', text: 'It is, until nine. Bye.' },
      ],
    }),
  ).join('\n');
}

type ForecastLine = z.infer<typeof ForecastLineShape>;

class Harbor {
  readonly #api: Api;

  constructor(store: Store, actor: Actor = owner) {
    this.#api = newApi();
    const context = { store, actorOf: () => actor, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' };
    for (const routes of [importsApi, markingApi, forecastApi]) this.#api.route('/', routes(context));
  }

  async bring(): Promise<void> {
    const { id } = (await (await this.ask('POST', '/v1/imports', { label: 'test' })).json()) as { id: string };
    const sent = await this.#api.request(`/v1/imports/${id}/files?name=calls.jsonl`, { method: 'PUT', body: calls() });
    await sent.text();
    await this.ask('POST', `/v1/imports/${id}/finish`, { counts: {}, rejects: 0 });
    await (await this.ask('POST', '/v1/marking')).text();
  }

  async ask(method: string, path: string, body?: unknown): Promise<Response> {
    return this.#api.request(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  }

  async lines(path: string, until: (line: ForecastLine) => boolean = () => false): Promise<ForecastLine[]> {
    const lines: ForecastLine[] = [];
    for await (const line of readLines(await this.ask('POST', path))) {
      lines.push(ForecastLineShape.parse(line));
      if (until(lines.at(-1)!)) break;
    }
    return lines;
  }

  async last(path: string): Promise<ForecastLine> {
    return (await this.lines(path)).at(-1)!;
  }
}

forEachDatabase((_name, open) => {
  it('is made from contacts step by step, kept until something changes, and tested on past months', async () => {
    const harbor = new Harbor(await open({ now: () => new Date('2026-06-01T12:00:00.000Z') }));
    await harbor.bring();
    // Whoever stops listening ends it: nothing is kept.
    const left = await harbor.lines('/v1/forecast', (line) => line.kind === 'made');
    expect(left.at(-1)).toEqual({ kind: 'made', months: 1, of: 4 });
    expect(await (await harbor.ask('GET', '/v1/forecast')).json()).toMatchObject({ madeAt: null });
    const lines = await harbor.lines('/v1/forecast');
    expect(lines.filter((line) => line.kind === 'made').map((line) => line.months)).toEqual([1, 2, 3]);
    const made = lines.at(-1)!;
    if (made.kind !== 'done' || made.forecast.report.kind !== 'forecast') throw new Error('No forecast came.');
    const { report } = made.forecast;
    expect(report).toMatchObject({ from: '2026-05-01', to: '2026-05-30' });
    const greeted = report.cells.filter((one) => one.standard === 'phone.business-and-name');
    expect(greeted.map((one) => one.site).toSorted()).toEqual(['bay', 'pier']);
    for (const one of greeted) expect(one.rate).toBeCloseTo(0.5, 1);
    expect(report.told[0]).toContain('In the next 30 days about');
    expect(ForecastShape.parse(await (await harbor.ask('GET', '/v1/forecast')).json())).toEqual(made.forecast);
    expect(await harbor.last('/v1/forecast')).toEqual(made);
    const tested = await harbor.last('/v1/forecast/tests?months=1');
    expect(tested.kind === 'tested' && tested.tested.months.map((one) => one.origin)).toEqual(['2026-04-01']);
  });

  it('days after today make no forecast: they are told, with what to do', async () => {
    const harbor = new Harbor(await open({ now: () => new Date('2026-03-31T12:00:00.000Z') }));
    await harbor.bring();
    const made = await harbor.last('/v1/forecast');
    if (made.kind !== 'done' || made.forecast.report.kind !== 'forecast') throw new Error('No forecast came.');
    expect(made.forecast.report.from).toBe('2026-04-02');
    expect(made.forecast.report.told.at(-1)).toMatch(
      /^58 contacts are dated after today \(the last on 30 April 2026\)/,
    );
    const { title, siteName } = made.forecast.report.cells.find((one) => one.standard === 'phone.business-and-name')!;
    expect([title === 'phone.business-and-name', ['bay', 'pier'].includes(siteName)]).toEqual([false, true]);
  });

  it('without contacts there is a sentence, and before it was made it is told that none was, as no error', async () => {
    const harbor = new Harbor(await open());
    const missing = await harbor.ask('GET', '/v1/forecast');
    expect([missing.status, await missing.json()]).toEqual([
      200,
      { madeAt: null, report: { kind: 'nothing', why: 'not-made', told: ['No forecast has been made yet.'] } },
    ]);
    expect(await harbor.last('/v1/forecast')).toMatchObject({
      forecast: { report: { kind: 'nothing', why: 'no-marks' } },
    });
  });

  it('who only serves may not read it, another organisation sees nothing of it, and a bad question is refused', async () => {
    const store = await open();
    await new Harbor(store).last('/v1/forecast');
    const rep = new Harbor(store, { orgId: 'harbor', id: 'dana', roles: ['rep'] });
    expect((await rep.ask('GET', '/v1/forecast')).status).toBe(403);
    const other = new Harbor(store, { orgId: 'other', id: 'cli', roles: ['owner'] });
    expect(await (await other.ask('GET', '/v1/forecast')).json()).toMatchObject({ report: { why: 'not-made' } });
    expect((await new Harbor(store).ask('POST', '/v1/forecast/tests?months=0')).status).toBe(400);
  });
});
