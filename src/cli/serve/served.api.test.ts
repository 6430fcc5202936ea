// What a server does with requests before and around its routes: ids, refusals, limits, tokens, the log.
import { beforeEach, describe, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import { RefusedStatement } from '../../platform/db/refused-statement.ts';
import type { Store } from '../../platform/db/open.ts';
import { verifyLedger } from '../../platform/ledger/verify-ledger.ts';
import type { MakeApp } from '../session.ts';
import { own, problemIn, serveHere, type ServedHere } from './served.test-data.ts';

const noStore = { dataDir: '' } as Store;

describe('a request', () => {
  it('keeps the id it came with, or gets one, in reply, problem and log', async () => {
    const here = await serveHere(makeApp, noStore);
    const given = await here.ask('GET', '/v1/tokens', { headers: { 'x-request-id': 'abc-1' } });
    expect(given.headers.get('x-request-id')).toBe('abc-1');
    expect((await problemIn(given)).instance).toBe('urn:customary:request:abc-1');
    expect(here.logged.at(-1)).toMatchObject({ request: 'abc-1', route: 'GET /v1/tokens', status: 401, level: 'warn' });
    const made = await here.ask('GET', '/healthz', { headers: { 'x-request-id': 'a b "c' } });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('for what there is not is told so, and the methods where only these differ', async () => {
    const here = await serveHere(makeApp, noStore);
    expect([(await here.ask('GET', '/v1/nothing')).status, (await here.ask('GET', '/')).status]).toEqual([404, 404]);
    const other = await here.ask('DELETE', '/v1/fixes/f1');
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(here.logged.every((line) => line.route === 'none')).toBe(true);
  });

  it('that is no JSON, not as its route expects it, or too long is told so', async () => {
    const here = await serveHere(makeApp, noStore);
    const broken = await here.ask('POST', '/v1/tokens', { token: own, body: '{"says":' });
    expect([broken.status, (await problemIn(broken)).type]).toEqual([400, '/problems/body-malformed']);
    const wrong = await here.ask('POST', '/v1/tokens', { token: own, body: { says: '', roles: ['king'], more: 1 } });
    const { errors } = (await wrong.json()) as { errors: { pointer: string }[] };
    expect(errors.map((one) => one.pointer).toSorted()).toEqual(['/', '/roles/0', '/says']);
    const long = await here.ask('POST', '/v1/tokens', { token: own, body: { says: 'x'.repeat(1024 * 1024) } });
    expect([long.status, (await problemIn(long)).type]).toEqual([413, '/problems/body-too-large']);
    const untold = await here.ask('POST', '/v1/tokens', { token: own, headers: { 'transfer-encoding': 'chunked' } });
    expect(untold.status).toBe(411);
  });

  it('that holds what no database keeps, or whose body is not said to be JSON, is told so', async () => {
    const refusing = {
      ...noStore,
      inWork: () => Promise.reject(new RefusedStatement('22021', 'x', undefined)),
    } as Store;
    const here = await serveHere(makeApp, refusing);
    const broken = await here.ask('GET', '/v1/tokens', { token: own });
    expect([broken.status, (await problemIn(broken)).type]).toEqual([400, '/problems/malformed-request']);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const untold = await here.ask('POST', '/v1/tokens', { token: own, body: '{"says":"a"}', headers: form });
    expect([untold.status, (await problemIn(untold)).type]).toEqual([400, '/problems/body-malformed']);
  });

  it('that meets a mistake of ours gets no word of it, and the log only where it was', async () => {
    const store = { ...noStore, inWork: () => Promise.reject(new TypeError('Dana said her number is 555')) } as Store;
    const here = await serveHere(makeApp, store);
    const reply = await here.ask('GET', '/v1/tokens?q=Dana', { token: own });
    const text = await reply.text();
    expect(reply.status).toBe(500);
    // The line is written once the reply has gone out.
    await expect
      .poll(() => here.logged.at(-1))
      .toMatchObject({ level: 'error', status: 500, at: expect.stringContaining('TypeError') as string });
    for (const said of [text, JSON.stringify(here.logged)]) expect(said).not.toMatch(/Dana|555/);
  });

  it('to a route without a line is refused to everybody', async () => {
    const withOneMore: MakeApp = (context, before) => {
      const app = makeApp(context, before);
      app.get('/v1/new', (reached) => reached.text('open'));
      return app;
    };
    const here = await serveHere(withOneMore, noStore);
    const reply = await here.ask('GET', '/v1/new', { token: own });
    expect([reply.status, (await problemIn(reply)).type]).toEqual([403, '/problems/route-closed']);
    expect((await here.ask('GET', '/v1/new')).status).toBe(401);
  });

  it('is counted by route and status, without a path or a query', async () => {
    const here = await serveHere(makeApp, noStore);
    await here.ask('GET', '/v1/fixes/of-dana');
    await here.ask('GET', '/of-dana?name=Dana');
    const text = await (await here.ask('GET', '/metrics', { token: own })).text();
    expect(text).toContain('customary_requests_total{route="GET /v1/fixes/{id}",status="401"} 1');
    expect(text).toContain('customary_requests_total{route="none",status="404"} 1');
    expect(text).toContain('customary_requests_in_flight 1');
    expect(text).not.toMatch(/dana/i);
  });
});

forEachDatabase((name, open) => {
  let store: Store;
  let here: ServedHere;
  beforeEach(async () => {
    store = await open();
    here = await serveHere(makeApp, store);
  });

  it('is ready where the database is of this version', async () => {
    expect((await here.ask('GET', '/readyz')).status).toBe(200);
    const broken: Store = { ...store, asOwner: async () => Promise.reject(new Error('gone')) };
    expect((await (await serveHere(makeApp, broken)).ask('GET', '/readyz')).status).toBe(500);
  });

  describe(`tokens on ${name}`, () => {
    it('are shown once, kept as digests, listed without them, and ended for good', async () => {
      const made = await here.ask('POST', '/v1/tokens', { token: own, body: { says: 'BI', roles: ['auditor'] } });
      expect(made.status).toBe(201);
      const { text, token } = (await made.json()) as { text: string; token: { id: string } };
      const secret = text.split('.').at(-1)!;
      const kept = await store.asOwner(async (session) => session.query('select * from api_token'));
      expect(JSON.stringify(kept)).not.toContain(secret);
      const listed = await (await here.ask('GET', '/v1/tokens', { token: own })).text();
      expect(listed).toContain(token.id);
      expect(listed).not.toMatch(new RegExp(`${secret}|digest`));
      expect((await here.ask('GET', '/v1/fixes', { token: text })).status).toBe(200);
      const end = async () =>
        ((await (await here.ask('POST', `/v1/tokens/${token.id}/end`, { token: own })).json()) as { changed: boolean })
          .changed;
      expect([await end(), await end()]).toEqual([true, false]);
      expect((await here.ask('GET', '/v1/fixes', { token: text })).status).toBe(401);
      const lines = await store.asOwner(async (session) =>
        session.query('select kind, subjects from event order by seq'),
      );
      expect(lines.map((line) => [line['kind'], line['subjects']])).toEqual([
        ['token.added', [token.id]],
        ['token.ended', [token.id]],
      ]);
      const report = await store.inWork({ orgId: 'harbor', id: 'test', roles: [] }, async (work) => verifyLedger(work));
      expect(report.wrong).toEqual([]);
    });

    it('are good through their last day and not after it', async () => {
      const token = await here.token({ roles: ['owner'], until: '2026-03-02' });
      const askOn = async (day: string) =>
        (await (await serveHere(makeApp, await open({ now: () => new Date(day) }))).ask('GET', '/v1/fixes', { token }))
          .status;
      expect(await askOn('2026-03-02T23:59:59Z')).toBe(200);
      expect(await askOn('2026-03-03T00:00:00Z')).toBe(401);
      await expect(here.token({ roles: ['owner'], until: '2026-02-28' })).rejects.toMatchObject({ slug: 'token-day' });
    });

    it('of an unknown site are not made', async () => {
      await expect(here.token({ roles: ['owner'], sites: ['nowhere'] })).rejects.toMatchObject({
        slug: 'token-site-unknown',
      });
    });

    it('that are wrong make an address wait, no other one, and never the machine’s own', async () => {
      const good = await here.token({ roles: ['owner'] });
      const tries = await Promise.all(
        Array.from({ length: 20 }, async () => (await here.ask('GET', '/v1/fixes', { token: 'wrong' })).status),
      );
      expect(new Set(tries)).toEqual(new Set([401]));
      const late = await here.ask('GET', '/v1/fixes', { token: good });
      expect([late.status, late.headers.get('retry-after')]).toEqual([429, '3']);
      expect((await here.ask('GET', '/v1/fixes', { token: good, from: '10.0.0.2' })).status).toBe(200);
      expect((await here.ask('GET', '/v1/fixes', { token: own })).status).toBe(200);
      here.clock.now += 3000;
      expect((await here.ask('GET', '/v1/fixes', { token: good })).status).toBe(200);
    });

    it('are held to their pace, each to its own', async () => {
      const slow = await serveHere(makeApp, store, { perMinute: 2 });
      const [one, two] = [await slow.token({ roles: ['owner'] }), await slow.token({ roles: ['owner'] })];
      const statuses = [];
      for (const token of [one, one, one, two]) statuses.push((await slow.ask('GET', '/v1/fixes', { token })).status);
      expect(statuses).toEqual([200, 200, 429, 200]);
      slow.clock.now += 30_000;
      expect((await slow.ask('GET', '/v1/fixes', { token: one })).status).toBe(200);
    });

    it('of an organisation that is not held here make no key for it', async () => {
      const token = await here.token({ roles: ['owner'] });
      const reply = await here.ask('GET', '/v1/fixes', { token: token.replace('.harbor.', '.stranger.') });
      expect(reply.status).toBe(401);
      const seals = await store.asOwner(async (session) => session.query('select org_id from organisation_seal'));
      expect(seals.map((row) => row['org_id'])).toEqual(['harbor']);
    });
  });

  it('says what was read before in one line, until something has changed, to each who may read it', async () => {
    const first = await here.ask('GET', '/v1/tokens', { token: own });
    const tag = first.headers.get('etag')!;
    expect([tag, await first.json()]).toEqual([expect.stringMatching(/^W\/"[0-9a-f]{32}"$/), { tokens: [] }]);
    const ask = async (token?: string) =>
      here.ask('GET', '/v1/tokens', { ...(token ? { token } : {}), headers: { 'if-none-match': `"other", ${tag}` } });
    const again = await ask(own);
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
    expect([(await ask()).status, (await ask('wrong')).status]).toEqual([401, 401]);
    const token = await here.token({ roles: ['auditor'] });
    expect([(await ask(own)).status, (await ask(token)).status]).toEqual([200, 403]);
  });

  it('does long work once at a time, and again once the last one has gone out', async () => {
    const first = await here.ask('POST', '/v1/marking', { token: own });
    const second = await here.ask('POST', '/v1/imports/none/undo', { token: own });
    const other = await here.ask('POST', '/v1/diagnosis', { token: own });
    expect([first.status, second.status, other.status]).toEqual([200, 409, 200]);
    await other.text();
    await first.body?.cancel();
    expect((await here.ask('POST', '/v1/marking', { token: own })).status).toBe(200);
  });
});
