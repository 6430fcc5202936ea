// Sites as settings list them, on both databases: counted as of today, each role its own, corrected by the record's own form.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { own, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Sites } from './sites.shape.ts';

const record = {
  'sites.csv':
    'id,name,time-zone,spoken-names,opened,closed\nnorth,North Pier,America/New_York,the Pier;Pier,2019-05-01,\nsouth,South Yard,UTC,,,2026-01-01\n',
  'people.csv':
    'id,name,role,site,from,to\np-ann,Ann Marlow,rep,north,2025-06-01,\np-al,Al Pine,rep,north,2025-06-01,2025-07-01\np-cy,Cy Voss,rep,south,2025-06-01,\n',
};

forEachDatabase((_name, open) => {
  let here: ServedHere;
  beforeEach(async () => {
    here = await serveHere(makeApp, await open({ now: () => new Date('2026-02-01T12:00:00.000Z') }));
  });
  const bring = async (): Promise<void> => {
    const files = Object.entries(record).map(([name, text]) => ({
      name,
      base64: Buffer.from(text).toString('base64'),
    }));
    const reply = await here.ask('POST', '/v1/record', { token: own, body: { files } });
    expect(((await reply.json()) as { rejects: unknown[] }).rejects).toEqual([]);
  };
  const read = async (token = own): Promise<Sites> =>
    (await (await here.ask('GET', '/v1/sites', { token })).json()) as Sites;

  it('lists each with its names, its days, and who has a place there today', async () => {
    expect(await read()).toEqual({ items: [], mayKeep: true });
    await bring();
    const north = { id: 'north', name: 'North Pier', spokenNames: ['the Pier', 'Pier'], timeZone: 'America/New_York' };
    const south = { id: 'south', name: 'South Yard', spokenNames: [], timeZone: 'UTC' };
    expect(await read()).toEqual({
      items: [
        { ...north, opened: '2019-05-01', closed: null, people: 1, contacts: 0 },
        { ...south, opened: null, closed: '2026-01-01', people: 1, contacts: 0 },
      ],
      mayKeep: true,
    });
    const manager = await here.token({ roles: ['manager'], sites: ['south'] });
    const told = await read(manager);
    expect([told.items.map((one) => one.id), told.mayKeep]).toEqual([['south'], false]);
    expect((await read(await here.token({ roles: ['auditor'] }))).mayKeep).toBe(false);
    for (const role of ['rep', 'shopper', 'reviewer'] as const) {
      const token = await here.token({ roles: [role] });
      expect([role, (await here.ask('GET', '/v1/sites', { token })).status]).toEqual([role, 403]);
    }
  });

  it('the form of the record keeps its days, and refuses a site that closed before it opened', async () => {
    await bring();
    const form = await here.ask('GET', '/v1/record/form?kind=sites&key=north', { token: own });
    expect(JSON.stringify(await form.json())).toContain('Closed for good on');
    const file = 'id,name,time-zone,opened,closed\nnorth,North Pier,UTC,2026-01-01,2025-01-01\n';
    const files = [{ name: 'sites.csv', base64: Buffer.from(file).toString('base64') }];
    const reply = await here.ask('POST', '/v1/record', { token: own, body: { files } });
    expect(((await reply.json()) as { rejects: { field: string }[] }).rejects[0]?.field).toBe('closed');
  });
});
