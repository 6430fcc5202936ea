// Past marks and rates through the API on both databases: taken in once, beside the machine's, refused, another's, bad input.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { makeApp } from '../../app.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { markingTotals } from '../../marking/marks.use.ts';
import { PastMarksTakenShape } from '../../marking/past-marks.shape.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import type { Work } from '../../platform/db/work.ts';
import { moreHelp, seedSeen, type SeenContact } from '../../review/reviewed.test-data.ts';
import type { Standard } from '../../standards/standard.core.ts';
import { PatternsShape } from '../patterns/patterns.shape.ts';
import { WatchShape } from '../watching/watch.shape.ts';
import { RatesShape } from './rates.shape.ts';

const actor = (orgId: string, role: Role): Actor => ({ orgId, id: 'cli', roles: [role] });
const owner = actor('harbor', 'owner');
let spoolDir: string;

beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

const farewell: Standard = { ...moreHelp, id: 'close.goodbye', version: 'v2', title: 'Good bye said' };
/** The machine marks by both, and a farewell never comes up. */
const seedBoth = async (work: Work, seeds: readonly SeenContact[]): Promise<void> =>
  seedSeen(work, seeds, [moreHelp, farewell]);

const close = moreHelp.id;
const marks = (to: number, chance: string): string =>
  ['contact,standard,verdict,marker,probability']
    .concat(
      Array.from(
        { length: to },
        (_, at) => `chat-number-${at + 100},${close},${at % 4 === 0 ? 'missed' : 'met'},R1,${chance}`,
      ),
    )
    .join('\n');

function api(store: Store, who = owner) {
  const app = makeApp({ store, actorOf: () => who, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' });
  const ask = async (method: string, path: string, body?: unknown) =>
    app.request(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  return {
    ask,
    /** Forty contacts of one rep at one site: the machine says that every fourth failed. */
    bring: async (): Promise<void> =>
      store.inWork(who, async (work) =>
        seedBoth(
          work,
          Array.from({ length: 40 }, (_, at) => ({
            id: `chat-number-${at + 100}`,
            machine: at % 4 === 0 ? 'failed' : 'met',
            person: 'rep-1',
          })),
        ),
      ),
    past: async (text: string): Promise<z.infer<typeof PastMarksTakenShape>> =>
      PastMarksTakenShape.parse(
        await (await ask('POST', '/v1/past-marks', { files: [{ name: 'marks.csv', text }] })).json(),
      ),
    rates: async (query: string): Promise<z.infer<typeof RatesShape>> =>
      RatesShape.parse(await (await ask('GET', `/v1/rates?${query}`)).json()),
    problem: async (method: string, path: string, body?: unknown): Promise<string> =>
      ((await (await ask(method, path, body)).json()) as { type: string }).type,
  };
}

// Every table of marks is read against the sets of standards, which are compiled anew.
vi.setConfig({ testTimeout: 120_000 });

forEachDatabase((_name, open) => {
  it('past marks stand beside the machine’s once their contacts are here, and correct its rates where their chance is known', async () => {
    const store = await open();
    const used = api(store);
    expect(await used.past(marks(40, ''))).toMatchObject({ added: 40, withoutProbability: 40, waiting: 40 });
    await used.bring();
    const unlogged = await used.rates(`standard=${close}`);
    expect(unlogged.rows).toMatchObject([{ claim: 'machine-only', reviews: { used: 0, withoutChance: 40 } }]);
    expect(unlogged.agreement).toMatchObject([{ standard: close, marks: 40 }]);
    expect((await store.inWork(owner, markingTotals)).checked).toEqual(new Map([[close, 40]]));

    expect(await used.past(marks(40, '80 %'))).toMatchObject({ added: 0, changed: 40, waiting: 0 });
    expect(await used.past(marks(40, '0.8'))).toMatchObject({ added: 0, changed: 0, same: 40 });
    expect(await used.past(`contact,standard,verdict\nelsewhere,${close},met`)).toMatchObject({ added: 1, waiting: 1 });
    const [row] = (await used.rates(`standard=${close}`)).rows;
    expect(row).toMatchObject({ claim: 'corrected', reviews: { used: 40 } });
    expect(row!.corrected!.these.rate).toBeCloseTo(0.75, 6);
    expect(row!.corrected!.process.to - row!.corrected!.process.from).toBeGreaterThan(
      row!.corrected!.these.to - row!.corrected!.these.from,
    );
    const bySite = await used.rates(`standard=${close}&by=site`);
    expect(bySite.rows).toMatchObject([{ group: 'red', claim: 'corrected' }]);
  });

  it('rates by person name nobody, show no raw rate, and are not for everybody', async () => {
    const store = await open();
    await api(store).bring();
    const found = await api(store).rates('by=person');
    expect(found.rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toMatch(/"failed"|"met"|"wilson"/);
    expect(found.says.join(' ')).toContain('not to rank');
    expect(await api(store, actor('harbor', 'auditor')).problem('GET', '/v1/rates?by=person')).toContain(
      'people-rates-forbidden',
    );
    expect(await api(store, actor('harbor', 'rep')).problem('GET', '/v1/rates')).toContain('diagnosis-forbidden');
    const asRep = async (method: string, path: string): Promise<string> =>
      (await api(store, actor('harbor', 'rep')).ask(method, path)).text();
    for (const path of ['/v1/report/contacts', '/v1/report/marks', '/v1/report/failures'])
      expect(await asRep('GET', path)).toContain('diagnosis-forbidden');
    expect(await asRep('POST', '/v1/marking')).toContain('marking-forbidden');
  });

  it('what can’t go in is told row by row, and nobody else’s marks are seen', async () => {
    const store = await open();
    const used = api(store);
    const taken = await used.past(`contact,standard,verdict\na,opening.unheard-of,met\nb,${close},met`);
    expect(taken).toMatchObject({ added: 1, rejects: [{ row: 2, field: 'standard' }] });
    const files = { files: [{ name: 'm.csv', text: `contact,standard,verdict\nb,${close},missed` }] };
    expect(await api(store, actor('harbor', 'rep')).problem('POST', '/v1/past-marks', files)).toContain(
      'past-marks-forbidden',
    );
    expect(await used.problem('POST', '/v1/past-marks', { files: [] })).toContain('malformed-request');
    expect(await used.problem('GET', '/v1/rates?by=moon')).toContain('malformed-request');
    expect((await api(store, actor('other', 'owner')).past(marks(1, '1'))).waiting).toBe(1);
    expect((await api(store, actor('other', 'owner')).rates('')).says[0]).toMatch(
      /^No standard has been met or missed yet/,
    );
  });

  it('patterns are listed after a run, and their absence is said before', async () => {
    const store = await open();
    const used = api(store);
    const list = async (query = '') =>
      PatternsShape.parse(await (await used.ask('GET', `/v1/patterns${query}`)).json());
    expect(await list()).toMatchObject({ patterns: [], says: expect.stringContaining('not looked for yet') as string });
    await used.bring();
    expect(await (await used.ask('POST', '/v1/diagnosis')).text()).not.toContain('"problem"');
    const found = await list();
    // No record and no words: no cause leads, and that is said.
    expect(found.patterns).toEqual([]);
    expect(found.says).toMatch(/has a cause that leads/);
    expect(await api(store, actor('harbor', 'rep')).problem('GET', '/v1/patterns')).toContain('diagnosis-forbidden');
  });

  it('what is watched tells the day of a change and the dated event that stands there, at the site’s own day', async () => {
    const store = await open({ now: () => new Date('2026-08-01T12:00:00.000Z') });
    const used = api(store);
    await store.inWork(owner, async (work) =>
      seedBoth(
        work,
        Array.from({ length: 900 }, (_, at) => ({
          id: `call-${at}`,
          // Late in the evening in UTC: the day before at the site. From the hundredth day on every second fails, not every tenth.
          at: new Date(Date.parse('2026-01-02T03:00:00Z') + Math.floor(at / 5) * 86_400_000).toISOString(),
          machine: at >= 500 ? (at % 2 === 0 ? 'failed' : 'met') : at % 10 === 0 ? 'failed' : 'met',
        })),
      ),
    );
    const files = [
      { name: 'sites.csv', text: 'id,name,time-zone\nred,Red,America/Los_Angeles' },
      {
        name: 'policies/calls.md',
        text: '---\nid: calls\nversion: 2\ntitle: Short calls\nclass: house-rules\nfrom: 2026-04-11\n---\n## 1 obstructs: close.more-help-offered\nEnd calls at once.\n',
      },
    ].map(({ name, text }) => ({ name, base64: Buffer.from(text).toString('base64') }));
    const brought = await (await used.ask('POST', '/v1/record', { files })).json();
    expect(brought).toMatchObject({ rejects: [] });
    const watched = WatchShape.parse(await (await used.ask('GET', '/v1/watch')).json());
    const [change] = watched.changes;
    expect(change).toMatchObject({ standard: close, title: 'More help offered', direction: 'worse' });
    expect(Math.abs(Date.parse(change!.since) - Date.parse('2026-04-11'))).toBeLessThanOrEqual(5 * 86_400_000);
    expect(change!.events).toMatchObject([{ day: '2026-04-11', kind: 'policy' }]);
    expect(watched.charts[0]!.points.length).toBeGreaterThan(6);
    expect(await api(store, actor('harbor', 'rep')).problem('GET', '/v1/watch')).toContain('diagnosis-forbidden');
    for (const path of ['watch', 'patterns'])
      expect(await (await used.ask('GET', `/v1/${path}?site=nowhere`)).text()).toMatch(
        /site-unknown.*There is no such site.*The sites: .*red/,
      );
    const misspelt = await used.ask('GET', '/v1/rates?standard=close.more-help-ofered');
    expect(await misspelt.text()).toContain(`Did you mean ${close}?`);
  });

  it('contacts dated after today are watched by nobody, and what is wrong with them is said', async () => {
    const store = await open({ now: () => new Date('2026-08-01T12:00:00.000Z') });
    const used = api(store);
    const ahead = ['2028-11-28', '2028-11-29'].map((day) => ({
      id: day,
      at: `${day}T12:00:00.000Z`,
      machine: 'met' as const,
    }));
    await store.inWork(owner, async (work) => seedBoth(work, ahead));
    const watched = WatchShape.parse(await (await used.ask('GET', '/v1/watch')).json());
    expect(watched.says).toEqual([
      expect.stringContaining('no standard in use was met or missed on a day up to today'),
      expect.stringContaining('2 contacts are dated after today (the last on 29 November 2028)'),
    ]);
    const rates = RatesShape.parse(await (await used.ask('GET', '/v1/rates')).json());
    expect(rates.says.at(-1)).toContain('2 contacts are dated after today');
    expect(rates.neverCameUp).toEqual([{ standard: farewell.id, title: 'Good bye said' }]);
  });
});
