// Serious acts: told from the floor to those who may read contacts, and each rep their own, which nobody else can ask for.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { own, problemIn, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Act } from './acts.shape.ts';

const calls = [
  'Customer: You lost my boxes and I want to complain.\nRep: There is nothing we can do, that is just how it is.\nCustomer: Unbelievable.',
  'Customer: You lost my boxes and I want to complain.\nRep: I am so sorry, let me see what I can do. I will call you back today.\nCustomer: Thank you.',
];

forEachDatabase((_name, open) => {
  let here: ServedHere;
  beforeEach(async () => {
    here = await serveHere(makeApp, await open());
    const { id } = (await (await here.ask('POST', '/v1/imports', { token: own, body: { label: 'x' } })).json()) as {
      id: string;
    };
    for (const [at, body] of calls.entries())
      await (await here.ask('PUT', `/v1/imports/${id}/files?name=${at}.txt`, { token: own, body })).text();
    await (await here.ask('POST', '/v1/marking', { token: own })).text();
    // What makes contacts ready to be found goes on by itself; a test ends only after it.
    await expect
      .poll(async () => (await here.ask('GET', '/v1/contacts', { token: own })).text(), { timeout: 30_000 })
      .toContain('"settling":false');
  });

  it('each act has its count, the words of who did it and what to do instead, what happened most first', async () => {
    const { acts } = (await (await here.ask('GET', '/v1/acts', { token: own })).json()) as { acts: Act[] };
    const brushed = acts.find((one) => one.title === 'Complaint brushed off');
    expect(brushed).toMatchObject({
      done: 1,
      times: [{ words: expect.stringContaining('nothing we can do') as string }],
    });
    expect(brushed!.could).toBeGreaterThanOrEqual(1);
    expect(brushed!.instead).toMatch(/\w/);
    expect(acts.map((one) => one.done)).toEqual(acts.map((one) => one.done).toSorted((a, b) => b - a));
  });

  it('one’s own are a rep’s, and nobody’s who isn’t linked to the record', async () => {
    expect((await here.ask('GET', '/v1/me/acts', { token: own })).status).toBe(403);
    expect((await here.ask('GET', '/v1/acts', { token: await here.token({ roles: ['rep'] }) })).status).toBe(403);
    const alone = await here.ask('GET', '/v1/me/acts', { token: await here.token({ roles: ['rep'] }) });
    expect(await problemIn(alone)).toMatchObject({ type: '/problems/not-in-record' });
  });
});
