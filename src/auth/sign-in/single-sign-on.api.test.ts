// Single sign-on against a provider on this machine: whom it lets in, and what it is not taken for.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { newBrowser, type TestBrowser } from '../../cli/serve/browser.test-data.ts';
import { own, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import { newProvider, type Claims, type TestProvider } from './provider.test-data.ts';
import { singleSignOnSet } from './single-sign-on.core.ts';
import type { Me } from './me.shape.ts';

forEachDatabase((_name, open) => {
  let here: ServedHere;
  let provider: TestProvider;
  beforeEach(async () => {
    provider = await newProvider();

    here = await serveHere(makeApp, await open(), { signIn: { singleSignOn: provider.set } });
    const grants = [{ role: 'reviewer', sites: null }];
    await here.ask('POST', '/v1/invitations', { token: own, body: { email: 'sam@bay.example', name: 'Sam', grants } });
  });
  afterEach(() => provider.close());
  const leave = async (browser: TestBrowser): Promise<string> => {
    const reply = await browser.ask('POST', '/v1/sign-in/single-sign-on');
    return ((await reply.json()) as { address: string }).address;
  };
  const arrive = async (browser: TestBrowser, back: string): Promise<string | null> => {
    const { pathname, search } = new URL(back);
    const reply = await browser.ask('GET', `${pathname}${search}`);
    expect(reply.status).toBe(302);
    return reply.headers.get('location');
  };
  const go = async (browser: TestBrowser, claims: Claims): Promise<string | null> =>
    arrive(browser, provider.signIn(await leave(browser), claims));
  const me = async (browser: TestBrowser): Promise<Me> => (await browser.ask('GET', '/v1/me')).json() as Promise<Me>;
  const sam = { email: 'Sam@Bay.example', email_verified: true, name: 'Sam Ortiz' };

  it('lets in whoever was invited by the address that is vouched for, and again as the same member', async () => {
    expect((await me(newBrowser(here))).ways.singleSignOn).toEqual({ name: 'Bay accounts' });
    expect(provider.asked.count).toBe(0);
    const [one, two] = [newBrowser(here), newBrowser(here)];
    expect(await go(one, sam)).toBe('/');
    const first = await me(one);
    expect(first).toMatchObject({ member: { name: 'Sam Ortiz' }, grants: [{ role: 'reviewer', sites: null }] });
    expect(await go(two, sam)).toBe('/');
    expect((await me(two)).member).toEqual(first.member);
  });

  it.each([
    ['an address that nobody invited', { ...sam, email: 'kim@bay.example' }, 'single-sign-on-uninvited'],
    ['an address that is not vouched for', { ...sam, email_verified: false }, 'single-sign-on-unverified'],
    ['an address of which nothing is said', { email: sam.email }, 'single-sign-on-unverified'],
    ['an answer to another question', { ...sam, nonce: 'another' }, 'single-sign-on-refused'],
    ['an answer for another program', { ...sam, aud: 'another' }, 'single-sign-on-refused'],
  ])('keeps out %s', async (_what, claims, slug) => {
    const browser = newBrowser(here);
    expect(await go(browser, claims)).toBe(`/?refused=${slug}`);
    expect((await me(browser)).signedIn).toBe(false);
  });

  it('keeps out a browser that did not begin it, a state that was altered, and the same answer twice', async () => {
    const [began, other] = [newBrowser(here), newBrowser(here)];
    const back = provider.signIn(await leave(began), sam);
    expect(await arrive(other, back)).toBe('/?refused=single-sign-on-over');
    expect(await arrive(began, back.replace(/state=.*/, 'state=another'))).toBe('/?refused=single-sign-on-refused');
    expect(await arrive(began, back)).toBe('/?refused=single-sign-on-over');
  });

  it('sends the browser back to this server and nowhere else', async () => {
    const address = new URL(await leave(newBrowser(here)));
    expect(address.searchParams.get('redirect_uri')).toBe('http://localhost/v1/sign-in/single-sign-on/return');
    expect(address.searchParams.get('code_challenge_method')).toBe('S256');
    const forged = await newBrowser(here).ask('POST', '/v1/sign-in/single-sign-on', undefined, {
      origin: 'https://evil.example',
    });
    expect(forged.status).toBe(403);
  });
});

it('is set by four values together, over TLS unless the provider is of this machine', () => {
  const set = {
    CUSTOMARY_SSO_NAME: 'Bay accounts',
    CUSTOMARY_SSO_ISSUER: 'https://accounts.example',
    CUSTOMARY_SSO_CLIENT_ID: 'a',
    CUSTOMARY_SSO_CLIENT_SECRET: 'b',
  };
  expect(singleSignOnSet({})).toBeNull();
  expect(singleSignOnSet(set)).toMatchObject({ issuer: 'https://accounts.example' });
  for (const wrong of [{ CUSTOMARY_SSO_ISSUER: 'http://accounts.example' }, { CUSTOMARY_SSO_NAME: '' }])
    expect(() => singleSignOnSet({ ...set, ...wrong })).toThrow(/Set all of/);
});
