// Certified against kept over HTTP, on both databases: counted from marks and certificates as of each contact's day, each role
// its own, never of people few enough to be told apart, never who.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { own, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { KnowDo } from './know-do.shape.ts';

type Found = Extract<KnowDo, { kind: 'know-do' }>;

const people = ['ann', 'al', 'bo', 'cy', 'di', 'ed', 'flo'];
const southern = ['flo'];
const record = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,America/New_York\nsouth,South Yard,America/New_York\n',
  'people.csv': `id,name,role,site,from\n${people.map((one) => `p-${one},Name ${one},rep,${southern.includes(one) ? 'south' : 'north'},2025-06-01`).join('\n')}\n`,
};
// Ann, Al and Bo hold one; Ed's ran out on the day before the contacts.
const certificates =
  'id,person,task,on,expires\nc-1,p-ann,new-enquiry,2025-07-01,\nc-2,p-al,new-enquiry,2025-07-01,\nc-3,p-bo,new-enquiry,2026-02-03,2026-05-01\nc-4,p-ed,new-enquiry,2025-07-01,2026-02-03\n';
const call = (who: string, nth: number): string =>
  `Rep: Storage.\nCustomer: I need room for ${nth} boats of ${who}, what would that cost me a month?\nRep: Ninety.\nCustomer: Oh. I see. Bye then.\nRep: Bye.`;
// Half past midnight UTC on the 4th is the 3rd in New York, the day Bo's begins and Ed's has just run out.
const contacts = people.flatMap((who) => [1, 2].map((nth) => ({ who, nth, file: `${who}-${nth}.txt` })));
const facts = `file,site,started at,rep\n${contacts.map(({ who, file }) => `${file},${southern.includes(who) ? 'south' : 'north'},2026-02-04T00:30:00Z,p-${who}`).join('\n')}\nnobody.txt,north,2026-02-04T00:30:00Z,\n`;

forEachDatabase((_name, open) => {
  let here: ServedHere;
  beforeEach(async () => {
    here = await serveHere(makeApp, await open());
  });
  const asOwner = async (method: string, path: string, body?: unknown): Promise<Response> =>
    here.ask(method, path, { token: own, ...(body === undefined ? {} : { body }) });
  const bringRecord = async (files: Readonly<Record<string, string>>): Promise<void> => {
    const sent = Object.entries(files).map(([name, text]) => ({ name, base64: Buffer.from(text).toString('base64') }));
    expect((await asOwner('POST', '/v1/record', { files: sent })).status).toBe(200);
  };
  const bringContacts = async (): Promise<void> => {
    const { id } = (await (await asOwner('POST', '/v1/imports', { label: 'calls' })).json()) as { id: string };
    const files = [
      ...contacts.map(({ who, nth, file }) => [file, call(who, nth)]),
      ['nobody.txt', call('nobody', 1)],
      ['facts.csv', facts],
    ];
    for (const [name, text] of files)
      await (await here.ask('PUT', `/v1/imports/${id}/files?name=${name}`, { token: own, body: text })).text();
    await asOwner('POST', `/v1/imports/${id}/finish`, { counts: {}, rejects: 0 });
    await (await asOwner('POST', '/v1/marking')).text();
  };
  const read = async (token = own): Promise<KnowDo> =>
    (await (await here.ask('GET', '/v1/know-do', { token })).json()) as KnowDo;
  const rowOf = (report: KnowDo) => {
    const { rows } = report as Found;
    return rows.find((one) => one.standard === 'enquiry.open-questions');
  };

  it('says what is missing until there are marks, certificates, and people who served', async () => {
    expect(await read()).toEqual({ kind: 'none', missing: 'marks' });
    await bringRecord(record);
    await bringContacts();
    expect(await read()).toEqual({ kind: 'none', missing: 'certificates' });
  }, 120_000);

  it('counts each contact by what its rep held on that day at its site, and names nobody', async () => {
    await bringRecord({ ...record, 'certificates.csv': certificates });
    await bringContacts();
    const report = (await read()) as Found;
    expect(report.days).toEqual({ first: '2026-02-03', last: '2026-02-03' });
    expect(rowOf(report)).toMatchObject({
      with: { people: 3, kept: 0, missed: 6, rate: 0 },
      without: { people: 4, kept: 0, missed: 8 },
      parts: null,
      says: 'not-sure',
    });
    expect(report.told.at(-1)).toMatch(/more times? can’t be asked/);
    expect(JSON.stringify(report)).not.toMatch(/p-ann|Name ann/);
    expect(report.whole.knowsMisses).toBe(report.rows.reduce((sum, row) => sum + (row.with?.missed ?? 0), 0));
    expect(report.notOnRecord.length).toBeGreaterThan(0);
    // Kept, it is the same; once the record says more, it is counted anew.
    expect(await read()).toEqual(report);
    const more = 'id,person,task,on\nc-5,p-cy,new-enquiry,2026-01-01\nc-6,p-di,new-enquiry,2026-01-01\n';
    await bringRecord({ 'certificates.csv': more });
    const after = (await read()) as Found;
    expect(rowOf(after)).toBeUndefined();
    expect(after.fewPeople.map((one) => one.standard)).toContain('enquiry.open-questions');
  }, 120_000);

  it('a site’s manager gets their own site’s alone, a rep nothing, and a table holds what the page shows', async () => {
    await bringRecord({ ...record, 'certificates.csv': certificates });
    await bringContacts();
    const north = await here.token({ roles: ['manager'], sites: ['north'] });
    expect(rowOf(await read(north))).toMatchObject({
      with: { people: 3, missed: 6 },
      without: { people: 3, missed: 6 },
    });
    const south = await here.token({ roles: ['manager'], sites: ['south'] });
    expect(await read(south)).toEqual({ kind: 'none', missing: 'certificates' });
    const auditor = await here.token({ roles: ['auditor'] });
    expect(rowOf(await read(auditor))).toMatchObject({ without: { people: 4 } });
    for (const role of ['rep', 'shopper', 'hr'] as const) {
      const token = await here.token({ roles: [role] });
      expect([role, (await here.ask('GET', '/v1/know-do', { token })).status]).toEqual([role, 403]);
    }
    const csv = await (await asOwner('GET', '/v1/know-do/table')).text();
    expect(csv).toContain('enquiry.open-questions');
    expect(csv.trim().split('\r\n')).toHaveLength(((await read()) as Found).rows.length + 1);
    const book = await (await asOwner('GET', '/v1/know-do/table?form=xlsx')).arrayBuffer();
    expect(Buffer.from(book).subarray(0, 2).toString()).toBe('PK');
    expect((await asOwner('GET', '/v1/know-do/table?form=pdf')).status).toBe(400);
  }, 120_000);
});
