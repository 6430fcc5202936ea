// Every route as everybody: each role, nobody, a bad token, a token that only reads, one for some sites, and a stranger
// from another organisation. What is expected stands in src/auth/routes.core.ts.
import { beforeEach, describe, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import type { RouteLine } from '../../auth/route-line.core.ts';
import { routeLines } from '../../auth/routes.core.ts';
import { everyRole } from '../../kernel/actor.ts';
import type { Role } from '../../kernel/actor.ts';
import type { Store } from '../../platform/db/open.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import { routesOf } from '../../platform/http/route-met.ts';
import type { Api } from '../../platform/http/api.ts';
import type { MakeApp } from '../session.ts';
import { own, problemIn, serveHere, type ServedHere } from './served.test-data.ts';

/** Bodies that are in order, so that a use case's own check of who asks is reached. */
const bodies: Readonly<Record<string, unknown>> = {
  'POST /v1/standards/try': { text: 'Rep: Hello.', channel: 'phone' },
  'POST /v1/standards/check': { files: [] },
  'POST /v1/standards/preview': { standard: 'none', written: 'standards: []' },
  'PUT /v1/standards/{id}': { written: null, began: 'none' },
  'PUT /v1/standards/{id}/kept': { kept: true },
  'POST /v1/imports': { label: 'walk' },
  'POST /v1/imports/preview': 'Rep: Hello.',
  'POST /v1/by-hand': { channel: 'visit', site: 'north', at: '2026-02-01', said: 'Rep: Hello.' },
  'PUT /v1/imports/{id}/files': 'Rep: Hello.',
  'POST /v1/imports/{id}/finish': { counts: {}, rejects: 0 },
  'POST /v1/past-marks': { files: [] },
  'POST /v1/record': { files: [] },
  'POST /v1/record/rows': { kind: 'observations', cells: {} },
  'POST /v1/record/rows/take-out': { kind: 'observations', key: 'none', digest: 'none' },
  'PUT /v1/marks/{id}/answer': { answer: 'right' },
  'POST /v1/answers': { question: 'none', answer: 'yes', on: '2026-02-01' },
  'POST /v1/fixes': { pattern: 'none' },
  'POST /v1/fixes/{id}/{verb}': {},
  'POST /v1/plan': { ask: 'standard', standard: 'greeting.offered' },
  'POST /v1/dissatisfied/training': { files: [], keep: false },
  'POST /v1/webhooks': { url: 'https://example.com/in' },
  'POST /v1/jobs': { work: 'diagnosis' },
  'PUT /v1/uploads': 'Rep: Hello.',
  'PUT /v1/letter-draft': { wrong: 'walk', why: '', solution: '' },
  'POST /v1/letters': { wrong: 'walk' },
  'POST /v1/letters/telling': { wrong: 'walk' },
  'POST /v1/letters/shielded': { wrong: 'walk' },
  'POST /v1/letters/claim': { code: 'walk' },
  'POST /v1/letters/claim/act': { code: 'walk', act: 'say', says: 'walk' },
  'PUT /v1/letters/rule': { days: 10, counselDays: 3, signOff: false, daysOff: [] },
  'POST /v1/letters/{id}/look': {},
  'POST /v1/letters/{id}/sign': { signs: true },
  'POST /v1/adverse-steps': { person: 'none', act: 'reprimand', on: '2026-02-01' },
  'POST /v1/adverse-steps/{id}/answer': { agreed: true },
  'POST /v1/views': { name: 'walk', of: 'contacts', query: {} },
  'PUT /v1/packs/kept': { pack: 'none', kept: true },
  'POST /v1/packs': { text: 'pack: none' },
  'PUT /v1/organisation': { name: 'Harbor', customerWord: 'customer', currency: 'USD' },
  'PUT /v1/retention': { months: null },
  'POST /v1/erasures': { contact: 'none' },
  'POST /v1/erasures/preview': { contact: 'none' },
  'POST /v1/legal-holds': { about: 'contact', contact: 'none', says: 'walk' },
  'POST /v1/legal-holds/{id}/release': { says: 'walk' },
  'POST /v1/procedures/missed': { words: 'walk' },
  'POST /v1/procedures/{id}/runs': {},
  'POST /v1/procedure-runs/{id}/steps/{step}': { what: 'done' },
  'PUT /v1/job-descriptions/mine': { revision: 0, written: { duties: [], daily: '', suggestions: [] } },
  'POST /v1/job-descriptions/{id}/evaluation': { thanks: 'walk', lines: [], added: [] },
  'POST /v1/bundles': { from: '2026-02-01', to: '2026-02-01' },
  'POST /v1/bundles/preview': { from: '2026-02-01', to: '2026-02-01' },
  'PUT /v1/checkpoints/addresses': { addresses: [] },
  'POST /v1/tokens': { says: 'walk', roles: ['auditor'] },
};

const pathOf = (route: string): string => {
  const [, path = ''] = route.split(' ');
  const query = path === '/v1/record/as-of' ? '?day=2026-02-01' : /\/(files|preview)$/.test(path) ? '?name=a.txt' : '';
  return `${path
    .replace('{verb}', 'drop')
    .replace('{what}', 'contacts')
    .replace('{size}', '1')
    .replaceAll(/\{[^}]+\}/g, 'none')}${query}`;
};

/** The status, with the reply read to its end; a line that tells of a problem counts as its status. */
async function statusOf(here: ServedHere, { route }: RouteLine, token?: string): Promise<number> {
  const [method = ''] = route.split(' ');
  const reply = await here.ask(method, pathOf(route), { ...(token ? { token } : {}), body: bodies[route] });
  // What is told as it happens has no end.
  if (reply.headers.get('content-type')?.startsWith('text/event-stream')) {
    await reply.body?.cancel();
    return reply.status;
  }
  const lines = (await reply.text()).split('\n').filter((line) => line.startsWith('{"kind":"problem"'));
  const told = lines.map((line) => (JSON.parse(line) as { problem: { status: number } }).problem.status);
  return told[0] ?? reply.status;
}

/** Routes that read every set of standards first: of those let through, the last one named asks them, and no other. */
const costly =
  /standards|marking|diagnosis|report$|causes|forecast|money|files$|past-marks|by-hand|record$|training|turns/;
const asks = ({ route, who }: RouteLine, role: Role): boolean =>
  who === 'anybody' || !who.includes(role) || !costly.test(route) || who.at(-1) === role;

const refusals = [401, 403];

it('every route has its line, and every line its route', async () => {
  let app: Api | undefined;
  const kept: MakeApp = (context, before) => (app = makeApp(context, before));
  await serveHere(kept, { dataDir: '' } as Store);
  expect(routesOf(app!).toSorted()).toEqual(routeLines.map((one) => one.route).toSorted());
});

it('auditors are never let through to a change, and who is held to themself to nothing that tells of all', () => {
  const changes = routeLines.filter((one) => one.writes && one.who.includes('auditor'));
  expect(changes).toEqual([]);
  const ofThemselves = routeLines.filter(
    ({ who }) => who !== 'anybody' && (who.includes('rep') || who.includes('shopper')),
  );
  expect(ofThemselves.filter(({ ofSites }) => ofSites === 'nothing' || ofSites === 'asked-site')).toEqual([]);
});

forEachDatabase((name, open) => {
  let here: ServedHere;
  beforeEach(async () => {
    here = await serveHere(makeApp, await open());
  });

  // Lines are read before the database is asked: on the second one three roles tell that nothing there is otherwise.
  const walked: readonly Role[] = name === 'pglite' ? everyRole : ['owner', 'manager', 'rep'];
  describe.each(walked)('a token of role %s', (role) => {
    it('is let through where the line says so, and nowhere else', async () => {
      const token = await here.token({ roles: [role] });
      for (const line of routeLines.filter((one) => asks(one, role))) {
        const may = line.who === 'anybody' || line.who.includes(role);
        const status = await statusOf(here, line, token);
        expect([line.route, refusals.includes(status)]).toEqual([line.route, !may]);
        expect([line.route, status]).not.toEqual([line.route, 500]);
      }
    }, 240_000);
  });

  it('nobody, and a token that opens nothing, get no further than what is for anybody', async () => {
    const ended = await here.token({ roles: ['owner'] });
    await here.ask('POST', `/v1/tokens/${ended.split('.')[2]}/end`, { token: own });
    const another = await here.token({ roles: ['owner'] });
    const tampered = `${another.slice(0, -1)}${another.endsWith('A') ? 'B' : 'A'}`;
    for (const token of [undefined, 'nonsense', ended, tampered, another.replace('harbor', 'elsewhere')]) {
      for (const line of routeLines) {
        const status = await statusOf(here, line, token);
        expect([line.route, status === 401]).toEqual([line.route, line.who !== 'anybody']);
        here.clock.now += 10_000;
      }
    }
  });

  it('a token that only reads changes nothing, even with every role', async () => {
    const token = await here.token({ roles: everyRole, readsOnly: true });
    for (const line of routeLines.filter(({ route, writes }) => writes || !costly.test(route))) {
      const status = await statusOf(here, line, token);
      expect([line.route, status === 403]).toEqual([line.route, line.writes]);
    }
  }, 240_000);

  it('a token for some sites gets what is of no site and of its own, and one of these where it names it', async () => {
    await here.ask('POST', '/v1/record', {
      token: own,
      body: {
        files: ['north', 'south'].map((id) => ({
          name: `${id}/sites.csv`,
          base64: Buffer.from(`id,name,time zone\n${id},Site ${id},UTC\n`).toString('base64'),
        })),
      },
    });
    const token = await here.token({ roles: everyRole, sites: ['north'] });
    const closed = ({ ofSites }: RouteLine): boolean => ['nothing', 'asked-site'].includes(ofSites);
    for (const line of routeLines.filter((one) => closed(one) || !costly.test(one.route))) {
      const status = await statusOf(here, line, token);
      expect([line.route, status === 403]).toEqual([line.route, closed(line)]);
    }
    expect((await here.ask('GET', '/v1/watch?site=north', { token })).status).toBe(200);
    for (const path of ['/v1/watch?site=south', '/v1/watch?site=north&site=south', '/v1/rates?site=north'])
      expect((await problemIn(await here.ask('GET', path, { token }))).type).toBe('/problems/token-for-sites');
  }, 240_000);

  it('a stranger from another organisation sees nothing of the first, and can end nothing of it', async () => {
    const mine = await here.token({ roles: ['owner'] });
    const begun = await here.ask('POST', '/v1/imports', { token: mine, body: { label: 'mine' } });
    const { id } = (await begun.json()) as { id: string };
    const stranger = await here.token({ roles: ['owner'] }, 'elsewhere');
    const listed = await (await here.ask('GET', '/v1/tokens', { token: stranger })).text();
    expect(listed).toContain('"tokens":[');
    expect(listed).not.toContain(mine.split('.')[2]);
    for (const [method, path] of [
      ['GET', `/v1/imports/${id}`],
      ['GET', `/v1/imports/${id}/rejects`],
      ['POST', `/v1/imports/${id}/undo`],
      ['POST', `/v1/tokens/${mine.split('.')[2]}/end`],
    ] as const)
      expect([path, (await here.ask(method, path, { token: stranger })).status]).toEqual([path, 404]);
    expect((await here.ask('GET', '/v1/tokens', { token: mine })).status).toBe(200);
  });
});
