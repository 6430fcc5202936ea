// Signing in with a password, as a browser does it, and what stands in the way of whoever would pretend to.
import { beforeEach, describe, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { newBrowser, type TestBrowser } from '../../cli/serve/browser.test-data.ts';
import { own, problemIn, serveHere, terminalToken, type ServedHere } from '../../cli/serve/served.test-data.ts';
import type { Store } from '../../platform/db/open.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Me } from './me.shape.ts';

const dana = { name: 'Dana Reed', email: 'Dana@Harbor.example', password: 'lanterns over cold gravel' };

forEachDatabase((_name, open) => {
  let store: Store;
  let here: ServedHere;
  let clock: Date;
  let browser: TestBrowser;
  beforeEach(async () => {
    clock = new Date('2026-03-01T12:00:00.000Z');
    store = await open({ now: () => clock });
    here = await serveHere(makeApp, store);
    browser = newBrowser(here);
  });
  const setUp = async (one = browser): Promise<Response> =>
    one.ask('POST', '/v1/set-up', { token: terminalToken, ...dana, organisation: { name: 'Harbor' } });
  const signIn = async (one: TestBrowser, password = dana.password, from = '10.0.0.1'): Promise<Response> =>
    one.ask('POST', '/v1/sign-in', { email: ' dana@harbor.EXAMPLE ', password }, { from });
  const me = async (one: TestBrowser): Promise<Me> => (await one.ask('GET', '/v1/me')).json() as Promise<Me>;

  describe('the first set-up', () => {
    it('makes the owner and signs them in, with what the terminal said, and only once', async () => {
      expect(await me(browser)).toMatchObject({ signedIn: false, setUpNeeded: true, organisation: null });
      const done = await setUp();
      expect([done.status, await done.json()]).toMatchObject([
        201,
        { signedIn: true, setUpNeeded: false, organisation: { name: 'Harbor', customerWord: 'customer' } },
      ]);
      expect(await me(browser)).toMatchObject({
        member: { name: 'Dana Reed', email: 'dana@harbor.example' },
        grants: [{ role: 'owner', sites: null }],
      });
      expect((await problemIn(await setUp(newBrowser(here)))).type).toBe('/problems/set-up-done');
    });

    it('begins with the customary few', async () => {
      await setUp();
      const { standards } = (await (await browser.ask('GET', '/v1/standards')).json()) as {
        standards: { inUse: boolean; few: boolean }[];
      };
      const kept = standards.filter((one) => one.inUse);
      expect(kept).toHaveLength(5);
      expect(kept.every((one) => one.few)).toBe(true);
    });

    it('keeps all standards where contacts were brought before', async () => {
      const begun = await here.ask('POST', '/v1/imports', { token: own, body: { label: 'calls' } });
      const { id } = (await begun.json()) as { id: string };
      const body = 'Rep: Hello there.\nCustomer: Hi, do you have a small one?\nRep: We do.';
      await (await here.ask('PUT', `/v1/imports/${id}/files?name=a.txt`, { token: own, body })).text();
      await setUp();
      const { standards } = (await (await browser.ask('GET', '/v1/standards')).json()) as {
        standards: { inUse: boolean }[];
      };
      expect(standards.every((one) => one.inUse)).toBe(true);
    });

    it('is refused without the terminal’s token, and guesses at it wait', async () => {
      const guess = async () => browser.ask('POST', '/v1/set-up', { ...dana, token: 'AAAA-AAAA-AAAA-AAAA' });
      const statuses = [];
      for (let nth = 0; nth < 31; nth += 1) statuses.push((await guess()).status);
      expect([statuses[0], statuses[29], statuses[30]]).toEqual([401, 401, 429]);
      expect((await setUp()).status).toBe(201);
    });

    it.each(['short', 'passwordpassword', 'danareed2026!!', 'qwertyuiopasdf', 'aaaaaaaaaaaaaa'])(
      'takes no password that is tried first: %s',
      async (password) => {
        const reply = await browser.ask('POST', '/v1/set-up', { ...dana, token: terminalToken, password });
        expect((await problemIn(reply)).type).toBe('/problems/password-weak');
      },
    );
  });

  describe('a session', () => {
    beforeEach(async () => {
      await setUp();
    });

    it('is a cookie that no script reads and no other site sends, with a secret that is nowhere kept', async () => {
      const reply = await signIn(newBrowser(here));
      const [cookie = ''] = reply.headers.getSetCookie();
      expect(cookie).toMatch(
        /^customary-session=s[0-9a-f]{16}\.[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict$/,
      );
      const secret = /\.([\w-]{43})/.exec(cookie)![1]!;
      const rows = await store.asOwner(async (session) => session.query('select * from sign_in_session'));
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect(await reply.text()).not.toContain(secret);
      expect(JSON.stringify(here.logged)).not.toMatch(/dana|lantern/i);
    });

    it('has a new secret at every sign-in: one that was planted before opens nothing', async () => {
      const planted = newBrowser(here);
      planted.cookies.set('customary-session', `s${'0'.repeat(16)}.${'A'.repeat(43)}`);
      await signIn(planted);
      expect(planted.cookies.get('customary-session')).not.toContain('AAAA');
      const [one, two] = [newBrowser(here), newBrowser(here)];
      await signIn(one);
      await signIn(two);
      expect(one.cookies.get('customary-session')).not.toBe(two.cookies.get('customary-session'));
      expect((await me(two)).signedIn).toBe(true);
    });

    it('opens what the member may, until they sign out', async () => {
      expect((await browser.ask('GET', '/v1/tokens')).status).toBe(200);
      const kept = browser.cookies.get('customary-session')!;
      expect((await browser.ask('POST', '/v1/sign-out')).status).toBe(200);
      expect(browser.cookies.has('customary-session')).toBe(false);
      browser.cookies.set('customary-session', kept);
      const late = await browser.ask('GET', '/v1/tokens');
      expect([late.status, (await problemIn(late)).type]).toEqual([401, '/problems/session-over']);
    });

    it('ends by itself where it isn’t used for days, and after a month in any case', async () => {
      const at = async (day: number): Promise<boolean> => {
        clock = new Date(Date.parse('2026-03-01T12:00:00.000Z') + day * 86_400_000);
        return (await me(browser)).signedIn;
      };
      expect(await at(2.9)).toBe(true);
      expect(await at(6)).toBe(false);
      clock = new Date('2026-03-01T12:00:00.000Z');
      await signIn(browser);
      const days = Array.from({ length: 15 }, (_each, nth) => nth * 2);
      for (const day of days) expect([day, await at(day)]).toEqual([day, true]);
      expect(await at(30)).toBe(false);
    });

    it('changes nothing for a page of elsewhere, nor for a caller who hides where they come from', async () => {
      const hidden = await browser.ask('POST', '/v1/me/sessions/end', {}, { origin: null });
      expect([hidden.status, (await problemIn(hidden)).type]).toEqual([403, '/problems/origin-missing']);
      const elsewhere = await browser.ask('POST', '/v1/me/sessions/end', {}, { origin: 'http://evil.example' });
      expect((await problemIn(elsewhere)).type).toBe('/problems/cross-site');
      expect((await browser.ask('POST', '/v1/me/sessions/end')).status).toBe(200);
    });

    it('can be seen with its device and ended from another one, and nobody else’s can', async () => {
      const phone = newBrowser(here, 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1');
      await signIn(phone);
      const { sessions } = (await (await browser.ask('GET', '/v1/me/sessions')).json()) as {
        sessions: { id: string; device: string; current: boolean }[];
      };
      const other = sessions.find((one) => !one.current)!;
      expect(sessions).toHaveLength(2);
      expect(other.device).toBe('Safari on iPhone');
      const stranger = await here.token({ roles: ['owner'] }, 'elsewhere');
      for (const token of [stranger, await here.token({ roles: ['owner'] })])
        expect((await here.ask('POST', `/v1/me/sessions/${other.id}/end`, { token })).status).toBe(404);
      expect((await browser.ask('POST', `/v1/me/sessions/${other.id}/end`)).status).toBe(200);
      expect([(await me(phone)).signedIn, (await me(browser)).signedIn]).toEqual([false, true]);
    });

    it('beyond this machine goes over TLS alone, under a name that only this host can set', async () => {
      const beyond = await serveHere(makeApp, store, { names: ['care.example'] });
      const far = newBrowser(beyond, undefined, 'care.example');
      const [cookie] = (await signIn(far)).headers.getSetCookie();
      expect(cookie).toMatch(/^__Host-customary-session=.*; Path=\/; .*HttpOnly; SameSite=Strict; Secure$/);
      expect((await me(far)).signedIn).toBe(true);
    });
  });

  describe('whoever guesses', () => {
    beforeEach(async () => {
      await setUp();
    });
    const wait = (seconds: number): void => void (clock = new Date(clock.getTime() + seconds * 1000));

    it('learns nothing of who signs in here', async () => {
      const guesser = newBrowser(here);
      const wrong = await problemIn(await signIn(guesser, 'something quite else'));
      const none = await guesser.ask('POST', '/v1/sign-in', { email: 'no@body.example', password: 'something else' });
      const { instance: _one, ...told } = wrong;
      expect(await problemIn(none)).toMatchObject(told);
      expect(told.type).toBe('/problems/sign-in-refused');
    });

    it('waits longer and longer, whatever address they come from, and never for long', async () => {
      const guesser = newBrowser(here);
      const guess = async (nth: number) => (await signIn(guesser, `guess number ${nth}`, `10.1.0.${nth}`)).status;
      for (let nth = 0; nth < 5; nth += 1) expect(await guess(nth)).toBe(401);
      expect(await guess(5)).toBe(429);
      wait(1);
      expect(await guess(6)).toBe(401);
      wait(1);
      expect(await guess(7)).toBe(429);
      for (let nth = 8; nth < 20; nth += 1) {
        wait(30);
        expect(await guess(nth)).toBe(401);
      }
      const late = await signIn(newBrowser(here), dana.password, '10.1.1.1');
      expect([late.status, Number(late.headers.get('retry-after'))]).toEqual([429, 30]);
      wait(30);
      expect((await signIn(newBrowser(here), dana.password, '10.1.1.1')).status).toBe(200);
    });

    it('never slows down a browser that its owner has signed in with before', async () => {
      await browser.ask('POST', '/v1/sign-out');
      await signIn(browser);
      await browser.ask('POST', '/v1/sign-out');
      const guesser = newBrowser(here);
      for (let nth = 0; nth < 6; nth += 1) await signIn(guesser, `guess number ${nth}`);
      expect((await signIn(guesser)).status).toBe(429);
      expect((await signIn(browser)).status).toBe(200);
    });

    it('at many accounts from one address waits too', async () => {
      const guesser = newBrowser(here);
      const statuses: number[] = [];
      for (let nth = 0; nth < 31; nth += 1)
        statuses.push((await guesser.ask('POST', '/v1/sign-in', { email: `a${nth}@b.example`, password: 'x' })).status);
      expect([statuses.slice(0, 30).every((one) => one === 401), statuses[30]]).toEqual([true, 429]);
    });
  });
});
