// A code in place of a name: those who answer for the service find out whose it is by asking for a name, and nobody else does; once
// the person is on record the name stands there.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { own, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { OneContact } from '../one-contact/one-contact.shape.ts';
import type { RepCodeOnWire } from './rep-code.shape.ts';

const call = (thing: string): string =>
  `Rep: Storage.\nCustomer: What does room for a ${thing} cost?\nRep: Ninety.\nCustomer: Oh. Bye then.`;
const files = {
  'piano.txt': call('piano'),
  'sofa.txt': call('sofa'),
  'boat.txt': call('boat'),
  'facts.csv': 'file,site,rep\npiano.txt,north,"Farrow, Dee"\n' + 'sofa.txt,south,"FARROW,  DEE"\nboat.txt,south,7\n',
};

forEachDatabase((_name, open) => {
  let here: ServedHere;
  beforeEach(async () => {
    here = await serveHere(makeApp, await open());
    await bring({ 'sites.csv': 'id,name,time zone\nnorth,North Pier,UTC\nsouth,South Yard,UTC\n' });
    const { id } = (await (await ask('POST', '/v1/imports', { label: 'walk' })).json()) as { id: string };
    for (const [name, text] of Object.entries(files))
      await (await here.ask('PUT', `/v1/imports/${id}/files?name=${name}`, { token: own, body: text })).text();
    await ask('POST', `/v1/imports/${id}/finish`, { counts: {}, rejects: 0 });
  }, 120_000);

  const ask = async (method: string, path: string, body?: unknown, token = own): Promise<Response> =>
    here.ask(method, path, { token, ...(body === undefined ? {} : { body }) });
  const bring = async (record: Readonly<Record<string, string>>): Promise<Response> =>
    ask('POST', '/v1/record', {
      files: Object.entries(record).map(([name, text]) => ({ name, base64: Buffer.from(text).toString('base64') })),
    });
  const whose = async (code: string, name?: string, token = own): Promise<RepCodeOnWire> =>
    (await (
      await ask('POST', '/v1/people/code', { code, ...(name === undefined ? {} : { name }) }, token)
    ).json()) as never;
  const people = async (): Promise<(OneContact['person'] & object)[]> => {
    const listed = async (): Promise<{ id: string }[]> =>
      ((await (await ask('GET', '/v1/contacts')).json()) as { items: { id: string }[] }).items;
    // They are made ready to be found beside.
    await expect.poll(async () => (await listed()).length).toBe(3);
    const items = await listed();
    const all = await Promise.all(
      items.map(async (one) => (await (await ask('GET', `/v1/contacts/${one.id}`)).json()) as OneContact),
    );
    return all.flatMap((one) => one.person ?? []);
  };
  const codeOfBoth = async (): Promise<string> => {
    const codes = (await people()).map((one) => one.id);
    return codes.find((one, at) => codes.indexOf(one) !== at)!;
  };

  it('says where they served, and whether a name as the source writes it is theirs', async () => {
    const code = await codeOfBoth();
    expect(code).toMatch(/^rep-[0-9a-f]{8}$/);
    expect(await whose(code)).toEqual({
      contacts: 2,
      sites: [
        { id: 'north', name: 'North Pier', contacts: 1 },
        { id: 'south', name: 'South Yard', contacts: 1 },
      ],
      is: null,
    });
    expect((await whose(code, 'farrow, dee')).is).toBe(true);
    expect((await whose(code, 'Dee Farrow')).is).toBe(false);
  });

  it('once they are on record their name stands there, and the code is nobody’s', async () => {
    const code = await codeOfBoth();
    const row = 'id,name,role,site,from\np-dee,"Farrow, Dee",rep,north,2025-06-01\n';
    expect((await bring({ 'people.csv': row })).status).toBe(200);
    expect((await people()).filter((one) => one.name === 'Farrow, Dee')).toHaveLength(2);
    expect((await ask('POST', '/v1/people/code', { code, name: 'Farrow, Dee' })).status).toBe(404);
  });

  it('a manager is told of their own sites alone; who answers for nobody is told nothing', async () => {
    const code = await codeOfBoth();
    const manager = await here.token({ roles: ['manager'], sites: ['north'] });
    expect(await whose(code, 'Farrow, Dee', manager)).toMatchObject({ contacts: 1, is: true });
    const elsewhere = (await people()).map((one) => one.id).find((one) => one !== code)!;
    expect((await ask('POST', '/v1/people/code', { code: elsewhere, name: '7' }, manager)).status).toBe(404);
    for (const role of ['trainer', 'reviewer', 'auditor', 'rep', 'hr'] as const) {
      const token = await here.token({ roles: [role] });
      expect([role, (await ask('POST', '/v1/people/code', { code, name: 'Farrow, Dee' }, token)).status]).toEqual([
        role,
        403,
      ]);
    }
    expect((await ask('POST', '/v1/people/code', { code: 'rep-nobody', name: 'x' })).status).toBe(400);
  });
});
