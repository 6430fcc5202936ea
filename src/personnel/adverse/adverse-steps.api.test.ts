// A step against a person after a letter: nobody takes it alone, whoever wrote; and nobody learns from it who did.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { newBrowser } from '../../cli/serve/browser.test-data.ts';
import { own, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import type { Grant } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { AdverseStepsOnWire } from './adverse-steps.shape.ts';

const record = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,UTC\nsouth,South Yard,UTC\n',
  'people.csv':
    'id,name,role,site,supervisor,from\np-bo,Bo Lind,manager,north,,2025-01-01\np-ann,Ann Marlow,rep,north,p-bo,2025-06-01\np-cy,Cy Voss,rep,north,p-bo,2025-06-01\np-di,Di Holt,rep,south,,2025-06-01\n',
};
type Ask = (method: string, path: string, body?: unknown) => Promise<Response>;

forEachDatabase((_name, open) => {
  let here: ServedHere;
  let clock: string;
  beforeEach(async () => {
    clock = '2026-03-02T12:00:00.000Z';
    here = await serveHere(makeApp, await open({ now: () => new Date(clock) }));
    const files = Object.entries(record).map(([name, text]) => ({
      name,
      base64: Buffer.from(text).toString('base64'),
    }));
    const reply = await here.ask('POST', '/v1/record', { token: own, body: { files } });
    expect(((await reply.json()) as { rejects: unknown[] }).rejects).toEqual([]);
  });
  const asOwner: Ask = async (method, path, body) =>
    here.ask(method, path, { token: own, ...(body === undefined ? {} : { body }) });
  const signedIn = async (name: string, grants: readonly Grant[], person?: string): Promise<Ask> => {
    const invited = { email: `${name}@x.example`, name, grants, ...(person ? { person } : {}) };
    const { address } = (await (await asOwner('POST', '/v1/invitations', invited)).json()) as { address: string };
    const browser = newBrowser(here);
    await browser.ask('POST', '/v1/links/accept', { token: address.split('#')[1], password: 'four geese under brass' });
    return async (method, path, body) => browser.ask(method, path, body);
  };
  const reprimand = async (ask: Ask, person: string, on = '2026-03-01') =>
    ask('POST', '/v1/record/rows', { kind: 'observations', cells: { person, by: 'p-bo', on, act: 'reprimand' } });
  const slug = async (reply: Response) => ((await reply.json()) as { type: string }).type.split('/').at(-1);
  const steps = async (ask: Ask) =>
    ((await (await ask('GET', '/v1/adverse-steps')).json()) as AdverseStepsOnWire).steps;

  it('against who wrote a letter needs somebody else’s consent for 180 days, and nobody else’s steps do', async () => {
    const bo = await signedIn('bo', [{ role: 'manager', sites: ['north'] }], 'p-bo');
    const ann = await signedIn('ann', [{ role: 'rep', sites: ['north'] }], 'p-ann');
    const hr = await signedIn('hr', [{ role: 'hr', sites: null }]);
    expect((await ann('POST', '/v1/letters', { wrong: 'We may not say a price.' })).status).toBe(201);
    expect((await reprimand(bo, 'p-cy')).status).toBe(200);
    expect(await slug(await reprimand(bo, 'p-ann'))).toBe('second-approver-needed');
    // To praise or to help somebody is no step against them.
    const help = { person: 'p-ann', by: 'p-bo', on: '2026-03-01', act: 'help' };
    expect((await bo('POST', '/v1/record/rows', { kind: 'observations', cells: help })).status).toBe(200);
    const asked = { person: 'p-ann', act: 'reprimand', on: '2026-03-01', says: 'Left the desk twice.' };
    const { id } = (await (await bo('POST', '/v1/adverse-steps', asked)).json()) as { id: string };
    expect(await slug(await bo('POST', `/v1/adverse-steps/${id}/answer`, { agreed: true }))).toBe(
      'adverse-step-forbidden',
    );
    expect(await slug(await reprimand(bo, 'p-ann'))).toBe('second-approver-needed');
    expect(await steps(hr)).toMatchObject([{ personName: 'Ann Marlow', mayAgree: true, answer: null }]);
    expect((await hr('POST', `/v1/adverse-steps/${id}/answer`, { agreed: true })).status).toBe(204);
    expect(await slug(await hr('POST', `/v1/adverse-steps/${id}/answer`, { agreed: false }))).toBe(
      'adverse-step-answered',
    );
    expect(await slug(await reprimand(bo, 'p-ann', '2026-02-28'))).toBe('second-approver-needed');
    expect((await reprimand(bo, 'p-ann')).status).toBe(200);
    expect((await ann('GET', '/v1/adverse-steps')).status).toBe(403);
    clock = '2026-08-30T12:00:00.000Z';
    expect((await reprimand(asOwner, 'p-ann', '2026-08-29')).status).toBe(200);
  });

  it('is not got round by correcting a row into one, nor by bringing it in a file', async () => {
    const bo = await signedIn('bo', [{ role: 'manager', sites: ['north'] }], 'p-bo');
    const hr = await signedIn('hr', [{ role: 'hr', sites: null }]);
    const ann = await signedIn('ann', [{ role: 'rep', sites: ['north'] }], 'p-ann');
    expect((await ann('POST', '/v1/letters', { wrong: 'We may not say a price.' })).status).toBe(201);
    const cells = { id: 'o-1', person: 'p-ann', by: 'p-bo', on: '2026-03-01', act: 'help' };
    expect((await bo('POST', '/v1/record/rows', { kind: 'observations', cells })).status).toBe(200);
    const { digest } = (await (await bo('GET', '/v1/record/entries/observations/o-1')).json()) as { digest: string };
    const corrected = { kind: 'observations', cells: { ...cells, act: 'reprimand' }, replaces: { key: 'o-1', digest } };
    expect(await slug(await bo('POST', '/v1/record/rows', corrected))).toBe('second-approver-needed');
    const bring = async (rows: string) => {
      const text = `id,person,by,on,act\n${rows}`;
      const files = [{ name: 'observations.csv', base64: Buffer.from(text).toString('base64') }];
      const reply = await hr('POST', '/v1/record', { files });
      return ((await reply.json()) as { rejects: { row?: number; expected: string }[] }).rejects;
    };
    const steps_ =
      'o-1,p-ann,p-bo,2026-03-01,reprimand\no-2,p-ann,p-bo,2026-03-02,reprimand\no-3,p-cy,p-bo,2026-03-02,reprimand\n';
    expect((await bring(steps_)).map((one) => [one.row, one.expected.includes('second')])).toEqual([
      [2, true],
      [3, true],
    ]);
    // What stands already comes again without a word.
    expect(await bring('o-3,p-cy,p-bo,2026-03-02,reprimand\n')).toEqual([]);
    const listed = await (await hr('GET', '/v1/record/entries?kind=observations&person=p-ann')).text();
    expect(listed).not.toMatch(/reprimand/i);
  });

  it('at a site of which a shielded letter speaks, all steps do, in the same words', async () => {
    const bo = await signedIn('bo', [{ role: 'manager', sites: ['north'] }], 'p-bo');
    const ann = await signedIn('ann', [{ role: 'rep', sites: ['north'] }], 'p-ann');
    await ann('POST', '/v1/letters/shielded', { wrong: 'We may not say a price.', site: 'north' });
    expect((await reprimand(bo, 'p-cy')).status).toBe(200);
    clock = '2026-03-03T12:00:00.000Z';
    await asOwner('GET', '/v1/letters');
    const told = await Promise.all(
      ['p-ann', 'p-cy'].map(async (person) => {
        const { instance: _instance, ...problem } = (await (await reprimand(bo, person, '2026-03-02')).json()) as {
          type: string;
          instance: string;
        };
        return problem;
      }),
    );
    expect(told[0]).toEqual(told[1]);
    expect(told[0]!.type).toBe('/problems/second-approver-needed');
    expect((await reprimand(asOwner, 'p-di', '2026-03-02')).status).toBe(200);
    const moved = { person: 'p-cy', tried: 'another-role', on: '2026-03-02' };
    expect(await slug(await bo('POST', '/v1/record/rows', { kind: 'attempts', cells: moved }))).toBe(
      'second-approver-needed',
    );
  });

  it('a person’s own page says nothing of letters', async () => {
    const ann = await signedIn('ann', [{ role: 'rep', sites: ['north'] }], 'p-ann');
    await ann('POST', '/v1/letters', { wrong: 'Xylophones at the desk.' });
    expect(await (await asOwner('GET', '/v1/people/p-ann')).text()).not.toMatch(/letter|xylophone/i);
  });
});
