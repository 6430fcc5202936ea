// The other ways in: invitations, links to a new password, one-time codes, one's own password.
import { beforeEach, describe, expect, it } from 'vitest';
import { TOTP, Secret } from 'otpauth';
import { makeApp } from '../../app.ts';
import { newBrowser, type TestBrowser } from '../../cli/serve/browser.test-data.ts';
import { own, problemIn, serveHere, terminalToken, type ServedHere } from '../../cli/serve/served.test-data.ts';
import type { Grant } from '../../kernel/actor.ts';
import type { Store } from '../../platform/db/open.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Me } from './me.shape.ts';

const dana = { name: 'Dana Reed', email: 'dana@harbor.example', password: 'lanterns over cold gravel' };
const sites = 'id,name,time zone\nnorth,North,UTC\nsouth,South,UTC\n';

forEachDatabase((_name, open) => {
  let store: Store;
  let here: ServedHere;
  let clock: Date;
  let owner: TestBrowser;
  beforeEach(async () => {
    clock = new Date('2026-03-01T12:00:00.000Z');
    store = await open({ now: () => clock });
    here = await serveHere(makeApp, store);
    await here.ask('POST', '/v1/record', {
      token: own,
      body: { files: [{ name: 'sites.csv', base64: Buffer.from(sites).toString('base64') }] },
    });
    owner = newBrowser(here);
    expect((await owner.ask('POST', '/v1/set-up', { token: terminalToken, ...dana })).status).toBe(201);
  });
  const me = async (one: TestBrowser): Promise<Me> => (await one.ask('GET', '/v1/me')).json() as Promise<Me>;
  const problem = async (reply: Response): Promise<string> => (await problemIn(reply)).type.replace('/problems/', '');
  const invite = async (grants: readonly Grant[], email = 'Sam@Harbor.example'): Promise<string> => {
    const reply = await owner.ask('POST', '/v1/invitations', { email, name: 'Sam Ortiz', grants });
    const { address } = (await reply.json()) as { address: string };
    return address.split('#')[1]!;
  };
  const sam = { password: 'four geese under brass' };
  const accept = async (one: TestBrowser, token: string): Promise<Response> =>
    one.ask('POST', '/v1/links/accept', { token, ...sam });

  describe('an invitation', () => {
    it('says what it is for, opens once, and gives just what it said', async () => {
      const token = await invite([{ role: 'manager', sites: ['north'] }]);
      const guest = newBrowser(here);
      expect(await (await guest.ask('POST', '/v1/links/open', { token })).json()).toMatchObject({
        kind: 'invitation',
        email: 'sam@harbor.example',
        grants: [{ role: 'manager', sites: ['north'] }],
      });
      expect((await accept(guest, token)).status).toBe(200);
      expect(await me(guest)).toMatchObject({
        member: { name: 'Sam Ortiz' },
        grants: [{ role: 'manager', sites: ['north'] }],
      });
      expect(await problem(await accept(newBrowser(here), token))).toBe('link-over');
      const kept = await store.asOwner(async (session) => session.query('select * from sign_in_link'));
      expect(JSON.stringify(kept)).not.toContain(token.split('.')[1]);
    });

    it('that was taken back, sent anew, has run out or was altered opens nothing', async () => {
      const grants = [{ role: 'reviewer', sites: null }] as const;
      const first = await invite(grants);
      const second = await invite(grants);
      expect(await problem(await accept(newBrowser(here), first))).toBe('link-over');
      expect(await problem(await accept(newBrowser(here), `${second.slice(0, -2)}xx`))).toBe('link-over');
      await owner.ask('POST', `/v1/invitations/${second.split('.')[0]}/withdraw`);
      expect(await problem(await accept(newBrowser(here), second))).toBe('link-over');
      const third = await invite(grants);
      clock = new Date('2026-03-08T12:00:01.000Z');
      expect(await problem(await accept(newBrowser(here), third))).toBe('link-over');
    });

    it('waits as mail for owners to pass on, and for nobody else', async () => {
      const token = await invite([{ role: 'manager', sites: null }]);
      expect(await (await owner.ask('GET', '/v1/mail/outbox')).text()).toContain(token);
      const guest = newBrowser(here);
      await accept(guest, token);
      for (const path of ['/v1/mail/outbox', '/v1/members', '/v1/invitations'])
        expect([path, (await guest.ask('GET', path)).status]).toEqual([path, 403]);
      const stranger = await here.token({ roles: ['owner'] }, 'elsewhere');
      for (const path of ['/v1/mail/outbox', '/v1/members', '/v1/invitations'])
        expect(await (await here.ask('GET', path, { token: stranger })).text()).not.toMatch(/harbor\.example/);
      const id = token.split('.')[0]!;
      expect((await here.ask('POST', `/v1/invitations/${id}/withdraw`, { token: stranger })).status).toBe(404);
    });

    it.each([
      ['an owner of some sites', [{ role: 'owner', sites: ['north'] }], 'grants-malformed'],
      ['a site that there is not', [{ role: 'manager', sites: ['west'] }], 'grant-site-unknown'],
    ] as const)('for %s is not made', async (_what, grants, slug) => {
      const reply = await owner.ask('POST', '/v1/invitations', { email: 'x@y.example', name: 'X', grants });
      expect(await problem(reply)).toBe(slug);
    });
  });

  describe('what a member may', () => {
    it('is changed by an owner at once: sessions end, and the next one has the new grants', async () => {
      const guest = newBrowser(here);
      await accept(guest, await invite([{ role: 'owner', sites: null }]));
      const { member } = await me(guest);
      const grants = [{ role: 'auditor', sites: null }];
      expect((await owner.ask('POST', `/v1/members/${member!.id}/grants`, { grants })).status).toBe(200);
      expect((await me(guest)).signedIn).toBe(false);
      await guest.ask('POST', '/v1/sign-in', { email: 'sam@harbor.example', ...sam });
      expect(await me(guest)).toMatchObject({ readsOnly: true, grants });
      expect((await guest.ask('GET', '/v1/members')).status).toBe(403);
      expect((await guest.ask('POST', '/v1/me/sessions/end')).status).toBe(200);
    });

    it('ends with them, and never leaves the organisation without an owner', async () => {
      const guest = newBrowser(here);
      await accept(guest, await invite([{ role: 'manager', sites: null }]));
      const ids = [(await me(owner)).member!.id, (await me(guest)).member!.id] as const;
      expect(await problem(await owner.ask('POST', `/v1/members/${ids[0]}/end`))).toBe('last-owner');
      const less = { grants: [{ role: 'manager', sites: null }] };
      expect(await problem(await owner.ask('POST', `/v1/members/${ids[0]}/grants`, less))).toBe('last-owner');
      expect((await owner.ask('POST', `/v1/members/${ids[1]}/end`)).status).toBe(200);
      expect((await me(guest)).signedIn).toBe(false);
      const again = await guest.ask('POST', '/v1/sign-in', { email: 'sam@harbor.example', ...sam });
      expect(await problem(again)).toBe('sign-in-refused');
    });

    it.each([
      ['who are let go', 'end', {}],
      ['who are owners no more', 'grants', { grants: [{ role: 'auditor', sites: null }] }],
    ] as const)('ends the invitations of those %s: nobody comes in by them later', async (_who, way, body) => {
      const guest = newBrowser(here);
      await accept(guest, await invite([{ role: 'owner', sites: null }]));
      const asked = { email: 'later@harbor.example', name: 'Later', grants: [{ role: 'owner', sites: null }] };
      const { address } = (await (await guest.ask('POST', '/v1/invitations', asked)).json()) as { address: string };
      const { id } = (await me(guest)).member!;
      expect((await owner.ask('POST', `/v1/members/${id}/${way}`, body)).status).toBe(200);
      expect(await problem(await accept(newBrowser(here), address.split('#')[1]!))).toBe('link-over');
    });

    it('bounds the tokens that they made: what they may no more, these may no more', async () => {
      const guest = newBrowser(here);
      await accept(guest, await invite([{ role: 'owner', sites: null }]));
      const made = await guest.ask('POST', '/v1/tokens', { says: 'BI', roles: ['owner', 'auditor'] });
      const { text } = (await made.json()) as { text: string };
      const status = async (path: string) => (await here.ask('GET', path, { token: text })).status;
      expect([await status('/v1/members'), await status('/v1/ledger')]).toEqual([200, 200]);
      const { id } = (await me(guest)).member!;
      await owner.ask('POST', `/v1/members/${id}/grants`, { grants: [{ role: 'auditor', sites: null }] });
      expect([await status('/v1/members'), await status('/v1/ledger')]).toEqual([403, 200]);
      await owner.ask('POST', `/v1/members/${id}/end`);
      expect(await status('/v1/ledger')).toBe(401);
    });
  });

  describe('a link to a new password', () => {
    it('is offered by an owner, ends every session, and begins one', async () => {
      const { id } = (await me(owner)).member!;
      const offered = await owner.ask('POST', `/v1/members/${id}/new-password`);
      const { address } = (await offered.json()) as { address: string };
      const elsewhere = newBrowser(here);
      const token = address.split('#')[1]!;
      const reply = await elsewhere.ask('POST', '/v1/links/accept', { token, password: 'nine brass kettles sing' });
      expect(await reply.json()).toEqual({ signedIn: true });
      expect([(await me(owner)).signedIn, (await me(elsewhere)).signedIn]).toEqual([false, true]);
      const old = await owner.ask('POST', '/v1/sign-in', dana);
      expect(await problem(old)).toBe('malformed-request');
      const { name: _name, ...told } = dana;
      expect(await problem(await owner.ask('POST', '/v1/sign-in', told))).toBe('sign-in-refused');
    });

    it('asked for by whoever forgot says the same of everybody, and cannot be asked for without end', async () => {
      const asker = newBrowser(here);
      const ask = async (email: string) => asker.ask('POST', '/v1/sign-in/forgotten', { email });
      expect(await (await ask(dana.email)).text()).toBe(await (await ask('no@body.example')).text());
      expect(await (await owner.ask('GET', '/v1/mail/outbox')).text()).toMatch(/new-password#l/);
      const statuses = [];
      for (let nth = 0; nth < 6; nth += 1) statuses.push((await ask(dana.email)).status);
      expect(statuses.at(-1)).toBe(429);
    });
  });

  describe('one-time codes', () => {
    const begin = async (): Promise<TOTP> => {
      const { secret } = (await (await owner.ask('POST', '/v1/me/code/begin')).json()) as { secret: string };
      return new TOTP({ secret: Secret.fromBase32(secret) });
    };
    const codeOf = (totp: TOTP): string => totp.generate({ timestamp: clock.getTime() });
    const { name: _name, ...told } = dana;
    const into = async (code?: string): Promise<Response> =>
      newBrowser(here).ask('POST', '/v1/sign-in', { ...told, ...(code ? { code } : {}) });

    it('are asked for once a first one was told, open once each, and a recovery code in their place', async () => {
      const totp = await begin();
      expect(await (await into()).json()).toMatchObject({ needs: null });
      const confirmed = await owner.ask('POST', '/v1/me/code/confirm', { code: codeOf(totp) });
      const { recovery } = (await confirmed.json()) as { recovery: string[] };
      expect(recovery).toHaveLength(10);
      expect(await (await into()).json()).toEqual({ needs: 'code', me: null });
      expect(await problem(await into(codeOf(totp)))).toBe('sign-in-refused');
      clock = new Date(clock.getTime() + 60_000);
      const code = codeOf(totp);
      expect(await (await into(code)).json()).toMatchObject({ needs: null });
      expect(await problem(await into(code))).toBe('sign-in-refused');
      expect(await (await into(recovery[3]!.toUpperCase())).json()).toMatchObject({ needs: null });
      expect(await problem(await into(recovery[3]))).toBe('sign-in-refused');
      const kept = await store.asOwner(async (session) =>
        session.query('select * from sign_in_code, sign_in_recovery'),
      );
      expect(JSON.stringify(kept)).not.toMatch(new RegExp(`${totp.secret.base32}|${recovery[0]}`));
    });

    it('open once, also where two tries come with the same code at the same moment', async () => {
      const totp = await begin();
      await owner.ask('POST', '/v1/me/code/confirm', { code: codeOf(totp) });
      clock = new Date(clock.getTime() + 60_000);
      const code = codeOf(totp);
      const statuses = await Promise.all([1, 2, 3].map(async () => (await into(code)).status));
      expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 401, 401]);
    });

    it('cannot be guessed: after five tries the next one waits, though the password is right', async () => {
      await owner.ask('POST', '/v1/me/code/confirm', { code: codeOf(await begin()) });
      const statuses = [];
      for (let nth = 0; nth < 6; nth += 1) statuses.push((await into(`00000${nth}`)).status);
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    });

    it('are taken off with a last one, and a link by mail does not go around them', async () => {
      const totp = await begin();
      await owner.ask('POST', '/v1/me/code/confirm', { code: codeOf(totp) });
      const { id } = (await me(owner)).member!;
      const { address } = (await (await owner.ask('POST', `/v1/members/${id}/new-password`)).json()) as {
        address: string;
      };
      expect(await problem(await owner.ask('POST', '/v1/me/code/end', { code: '123456' }))).toBe('code-refused');
      clock = new Date(clock.getTime() + 60_000);
      const body = { token: address.split('#')[1], password: 'nine brass kettles sing' };
      expect(await (await newBrowser(here).ask('POST', '/v1/links/accept', body)).json()).toEqual({ signedIn: false });
      await owner.ask('POST', '/v1/sign-in', { email: dana.email, password: body.password, code: codeOf(totp) });
      clock = new Date(clock.getTime() + 60_000);
      expect((await owner.ask('POST', '/v1/me/code/end', { code: codeOf(totp) })).status).toBe(200);
      const told = await (await owner.ask('GET', '/v1/mail/outbox')).text();
      expect(told).toContain('One-time codes are asked for at your sign-in from now on.');
      expect(told).toContain('One-time codes are asked for at your sign-in no more.');
      expect(await (await owner.ask('GET', '/v1/me/sign-in')).json()).toMatchObject({
        code: { on: false, recoveryLeft: 0 },
      });
    });
  });

  it('one’s own password is changed with the one until now, and every other session ends', async () => {
    const other = newBrowser(here);
    const { name: _name, ...told } = dana;
    await other.ask('POST', '/v1/sign-in', told);
    const before = owner.cookies.get('customary-session');
    const change = async (current: string) =>
      owner.ask('POST', '/v1/me/password', { current, password: 'nine brass kettles sing' });
    expect(await problem(await change('not it at all'))).toBe('password-refused');
    expect((await change(dana.password)).status).toBe(200);
    expect([(await me(owner)).signedIn, (await me(other)).signedIn]).toEqual([true, false]);
    expect(owner.cookies.get('customary-session')).not.toBe(before);
    expect(await (await owner.ask('GET', '/v1/mail/outbox')).text()).toContain('Your password was changed');
  });
});
