// Tokens against those who come by one, or guess at one: none outlives whoever stands behind it, none gets more by reading than it
// has, and nobody's guesses keep those out that are good.
import { expect, it } from 'vitest';
import { makeApp } from '../app.ts';
import { newBrowser } from '../cli/serve/browser.test-data.ts';
import { own, serveHere, terminalToken } from '../cli/serve/served.test-data.ts';
import { forEachDatabase } from '../platform/db/databases.ts';

const dana = { name: 'Dana Reed', email: 'dana@harbor.example', password: 'lanterns over cold gravel' };
const sam = { name: 'Sam Ortiz', email: 'sam@harbor.example', grants: [{ role: 'owner', sites: null }] };

forEachDatabase((_name, open) => {
  it('what a token made opens nothing any more once the member behind both is let go', async () => {
    const here = await serveHere(makeApp, await open());
    await newBrowser(here).ask('POST', '/v1/set-up', { token: terminalToken, ...dana });
    const invited = await here.ask('POST', '/v1/invitations', { token: own, body: sam });
    const link = ((await invited.json()) as { address: string }).address.split('#')[1];
    const guest = newBrowser(here);
    await guest.ask('POST', '/v1/links/accept', { token: link, password: 'four geese under brass' });
    const made = async (token: string | undefined): Promise<string> => {
      const body = { says: 'BI', roles: ['owner'] };
      const reply = token
        ? await here.ask('POST', '/v1/tokens', { token, body })
        : await guest.ask('POST', '/v1/tokens', body);
      return ((await reply.json()) as { text: string }).text;
    };
    const second = await made(await made(await made(undefined)));
    const status = async () => (await here.ask('GET', '/v1/members', { token: second })).status;
    expect(await status()).toBe(200);
    const { member } = (await (await guest.ask('GET', '/v1/me')).json()) as { member: { id: string } };
    expect((await here.ask('POST', `/v1/members/${member.id}/end`, { token: own })).status).toBe(200);
    expect(await status()).toBe(401);
  });

  it('one that only reads does not read letters that wait: a link in one would let it in as somebody who may do all', async () => {
    const here = await serveHere(makeApp, await open());
    await newBrowser(here).ask('POST', '/v1/set-up', { token: terminalToken, ...dana });
    await newBrowser(here).ask('POST', '/v1/sign-in/forgotten', { email: dana.email });
    const token = await here.token({ roles: ['owner'], readsOnly: true });
    const read = await here.ask('GET', '/v1/mail/outbox', { token });
    expect([read.status, (await read.text()).includes('#l')]).toEqual([403, false]);
  });

  it('one that has opened goes on doing so however often others guess from the same address', async () => {
    const here = await serveHere(makeApp, await open());
    const token = await here.token({ roles: ['owner'] });
    const ask = async (told: string) => (await here.ask('GET', '/v1/ledger', { token: told })).status;
    expect(await ask(token)).toBe(200);
    for (let nth = 0; nth < 25; nth += 1) await ask(`customary.harbor.t0000000000000000.${'a'.repeat(43)}`);
    expect([await ask('another guess'), await ask(token)]).toEqual([429, 200]);
  });
});
