// Links in letters lead to this server and nowhere else, whatever whoever asks for them says that it is called.
import { describe, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { newBrowser } from '../../cli/serve/browser.test-data.ts';
import { own, serveHere, terminalToken, type ServedHere } from '../../cli/serve/served.test-data.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { SignInServer } from './server.core.ts';

const dana = { name: 'Dana Reed', email: 'dana@harbor.example', password: 'lanterns over cold gravel' };
/** An address that whoever guesses could have: a server that listens beyond its machine answers to any. */
const anywhere = '203.0.113.9';
const named = 'https://care.harbor.example';

forEachDatabase((_name, open) => {
  const begin = async (signIn: Partial<SignInServer>): Promise<ServedHere> => {
    const here = await serveHere(makeApp, await open(), { signIn, names: [anywhere, 'care.harbor.example'] });
    const set = await newBrowser(here).ask('POST', '/v1/set-up', { token: terminalToken, ...dana });
    expect(set.status).toBe(201);
    return here;
  };
  const forget = async (here: ServedHere, host: string, origin?: string, email = dana.email): Promise<string> => {
    const asked = await newBrowser(here, 'a program', host).ask(
      'POST',
      '/v1/sign-in/forgotten',
      { email },
      origin ? { origin } : {},
    );
    expect(asked.status).toBe(200);
    return asked.text();
  };
  const links = async (here: ServedHere): Promise<string[]> => {
    const text = await (await here.ask('GET', '/v1/mail/outbox', { token: own })).text();
    return [...text.matchAll(/https?:[^\s"\\]+#l/g)].map(([link]) => link);
  };

  describe('a link to a new password that nobody signed in asks for', () => {
    it('leads to the name that the server was started with, by whatever name it was called', async () => {
      const here = await begin({ address: named });
      await forget(here, anywhere);
      expect(await links(here)).toEqual([`${named}/new-password#l`]);
    });

    it('is not written where the server has no name and was called from beyond its machine; the answer is the same for all', async () => {
      const here = await begin({});
      const told = await forget(here, anywhere);
      expect(await links(here)).toEqual([]);
      expect(await forget(here, anywhere, undefined, 'no@body.example')).toBe(told);
      expect(told).toContain('ask an owner');
      await forget(here, 'localhost');
      expect(await links(here)).toEqual(['http://localhost/new-password#l']);
    });

    it('takes nothing but the place from what the browser says of itself', async () => {
      const here = await begin({});
      await forget(here, 'localhost', 'http://localhost/elsewhere?to=');
      expect(await links(here)).toEqual(['http://localhost/new-password#l']);
    });

    it('is written once in a while, and asking again does not end the one on its way', async () => {
      const here = await begin({});
      for (let nth = 0; nth < 3; nth += 1) await forget(here, 'localhost');
      expect(await links(here)).toHaveLength(1);
    });
  });

  it('an invitation leads to the name of the server, also where the owner calls it by another', async () => {
    const here = await begin({ address: named });
    const grants = [{ role: 'reviewer', sites: null }];
    const body = { email: 'sam@harbor.example', name: 'Sam Ortiz', grants };
    const made = await here.ask('POST', '/v1/invitations', { token: own, body });
    expect(((await made.json()) as { address: string }).address).toMatch(`${named}/invitation#l`);
  });
});
