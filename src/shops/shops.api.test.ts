// A workbook of past mystery shops, on both databases: looked into, corrected, brought in once, marked as a form is, and out again.
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { makeApp } from '../app.ts';
import { own, problemIn, serveHere, type ServedHere } from '../cli/serve/served.test-data.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { JobOnWire } from '../platform/jobs/jobs.shape.ts';
import type { ShopsPreview } from './shops.shape.ts';

const text = (value: string) => ({ value, type: String });
const day = (value: string) => ({ value: new Date(`${value}T00:00:00Z`), type: Date, format: 'mm/dd/yyyy' });

/** Titles above the headers, a sheet without a table, dates as dates, points as numbers. */
async function madeWorkbook(): Promise<Uint8Array<ArrayBuffer>> {
  const shops = [
    [text('Quarterly mystery shops'), null, null, null, null, null],
    [],
    ['Shop #', 'Visit Date', 'Store', 'Did the employee stand up to greet you?', 'Professional?', 'Comments'].map(text),
    [
      text('Q1-000000001'),
      day('2026-02-03'),
      text('Bay Street'),
      text('Yes'),
      { value: 5, type: Number },
      text('My name is Dana Whitlock.'),
    ],
    [text('Q1-000000002'), day('2026-02-04'), text('Elm'), text('No'), { value: 1, type: Number }, null],
    [text('Q1-000000003'), day('2026-02-05'), text('Elm'), text('Perhaps'), { value: 4, type: Number }, null],
    [text('Q1-000000004'), text('some day'), text('Elm'), text('Yes'), { value: 4, type: Number }, null],
  ];
  const sheets = [
    { data: [[text('About')], [text('Made by the agency')]], sheet: 'About' },
    { data: shops, sheet: 'Shops' },
  ];
  return new Uint8Array(await writeWorkbook(sheets).toBuffer());
}

forEachDatabase((_name, open) => {
  let here: ServedHere;
  beforeEach(async () => {
    here = await serveHere(makeApp, await open());
  });
  const read = async <Reply>(method: string, path: string, body?: unknown): Promise<Reply> => {
    const reply = await here.ask(method, path, { token: own, ...(body === undefined ? {} : { body }) });
    expect([path, reply.status, reply.ok || (await reply.text())]).toEqual([path, reply.status, true]);
    return (await reply.json()) as Reply;
  };
  const sent = async (): Promise<{ upload: string; name: string }> => {
    const { id } = await read<{ id: string }>('PUT', '/v1/uploads', await madeWorkbook());
    return { upload: id, name: 'Q1.xlsx' };
  };
  /** By the job that the page asks for, to its end. */
  const bring = async (file: object): Promise<JobOnWire> => {
    const asked = { work: 'import', input: { files: JSON.stringify([file]) } };
    const { id } = await read<JobOnWire>('POST', '/v1/jobs', asked);
    for (;;) {
      const job = await read<JobOnWire>('GET', `/v1/jobs/${id}`);
      if (job.state !== 'waiting' && job.state !== 'running') return job;
      await wait(20);
    }
  };
  /** As a person would correct it: what it looks like, and what the points speak of. */
  const corrected = ({ headers, mapping, questions }: ShopsPreview): ShopsPreview['mapping'] => {
    const other = questions.find((one) => !mapping.some(({ standard }) => standard === one.standard))!;
    return mapping.map((one, at) =>
      headers[at] === 'Professional?'
        ? { column: one.column, to: 'standard', standard: other.standard, yesIsKept: true, least: 4 }
        : one,
    );
  };

  it('is looked into whole: the sheet with the table, its headers below a title, the first shops, each row that can’t be read', async () => {
    const file = await sent();
    const preview = await read<ShopsPreview>('POST', '/v1/shops/preview', file);
    expect(preview.sheet).toBe('Shops');
    expect(preview.headers.slice(0, 3)).toEqual(['Shop #', 'Visit Date', 'Store']);
    expect(preview.mapping.slice(0, 4)).toMatchObject([
      { to: 'id' },
      { to: 'time' },
      { to: 'site' },
      { to: 'standard', standard: 'desk.stood-up' },
    ]);
    const again = await read<ShopsPreview>('POST', '/v1/shops/preview', { ...file, mapping: corrected(preview) });
    expect(again.shops[0]).toMatchObject({ row: 4, day: '2026-02-03', site: 'Bay Street', siteKnown: false });
    expect(again.shops.map(({ marks }) => marks.map(({ verdict }) => verdict))).toEqual([
      ['met', 'met'],
      ['failed', 'failed'],
      ['met'],
    ]);
    expect(again.rejects.map(({ row }) => row)).toEqual([6, 7]);
    expect(JSON.stringify(again.shops)).not.toContain('Dana Whitlock');
  });

  it('comes in once, is marked as a form is, and goes out again; its mapping serves the next file', async () => {
    const file = await sent();
    const preview = await read<ShopsPreview>('POST', '/v1/shops/preview', file);
    const shops = { sheet: preview.sheet, mapping: corrected(preview), keepAs: 'The agency' };
    const brought = await bring({ ...file, shops });
    expect(brought).toMatchObject({ state: 'done', came: { contacts: 3, versions: 0, alreadyHere: 0, rejects: 2 } });
    expect(brought.done).toBe(3);
    const refused = await read<{ row: number; field?: string }[]>('GET', `/v1/imports/${brought.import}/rejects`);
    expect(refused).toMatchObject([{ row: 6, field: 'Did the employee stand up to greet you?' }, { row: 7 }]);
    const next = await sent();
    const like = await read<ShopsPreview>('POST', '/v1/shops/preview', { ...next, likeThat: 'The agency' });
    expect([like.kept, like.mapping]).toEqual([['The agency'], shops.mapping]);
    const twice = await bring({ ...next, shops });
    expect(twice.came).toMatchObject({ contacts: 0, versions: 0, alreadyHere: 3 });
    await (await here.ask('POST', '/v1/marking', { token: own })).text();
    const { items } = await read<{ items: { id: string }[] }>('GET', '/v1/contacts?channel=shop');
    const contacts = await Promise.all(
      items.map(async ({ id }) =>
        read<{ channel: string; marks: { standard: string; verdict: string }[] }>('GET', `/v1/contacts/${id}`),
      ),
    );
    const stood = contacts.flatMap(({ marks }) => marks.filter(({ standard }) => standard === 'desk.stood-up'));
    expect(stood.map(({ verdict }) => verdict).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['failed', 'met']);
    await read('POST', `/v1/imports/${brought.import!}/undo`);
    const left = await read<{ items: unknown[] }>('GET', '/v1/contacts?channel=shop');
    expect(left.items).toEqual([]);
  }, 60_000);

  it('a long file says how far it is of how many, and what was stopped goes on where it was', async () => {
    const rows = Array.from({ length: 120 }, (_, nth) => `S-${nth},2026-02-03,Elm,${nth % 2 === 0 ? 'Yes' : 'No'}`);
    const table = `Shop #,Visit Date,Store,Did the employee stand up to greet you?\n${rows.join('\n')}\n`;
    const { id: upload } = await read<{ id: string }>('PUT', '/v1/uploads', table);
    const file = { upload, name: 'shops.csv' };
    const { mapping } = await read<ShopsPreview>('POST', '/v1/shops/preview', file);
    const { id } = await read<{ id: string }>('POST', '/v1/imports', { label: 'shops' });
    const lines = async (): Promise<object[]> => {
      const reply = await here.ask('POST', `/v1/imports/${id}/shops`, { token: own, body: { ...file, mapping } });
      return (await reply.text()).split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as object]));
    };
    const first = await lines();
    expect(first).toMatchObject([
      { kind: 'progress', of: 120 },
      { kind: 'done', counts: { contacts: 120, alreadyHere: 0 } },
    ]);
    expect(await lines()).toMatchObject([
      { kind: 'progress' },
      { kind: 'done', counts: { contacts: 0, alreadyHere: 120 } },
    ]);
  }, 60_000);

  it('says which questions are not used, and which site was probably meant', async () => {
    const sites = 'id,name,time zone\nharbor,Harbor,UTC\nbay-2,Bay 2,UTC\n';
    const base64 = Buffer.from(sites).toString('base64');
    await read('POST', '/v1/record', { files: [{ name: 'sites.csv', base64 }] });
    const table = `Day,Store,Were you thanked?,Did they show you the unit?
2026-02-03,Harbour,Yes,Yes
2026-02-04,harbor,No,Yes
2026-02-05,Bay 3,No,No
`;
    const { id } = await read<{ id: string }>('PUT', '/v1/uploads', table);
    const preview = await read<ShopsPreview>('POST', '/v1/shops/preview', { upload: id, name: 'shops.csv' });
    expect(preview.unused).toEqual(['Were you thanked?']);
    expect(preview.sitesMeant).toEqual([{ rows: [2], meant: 'Harbor' }]);
    expect(preview.counts.sitesUnknown).toBe(2);
  });

  it('what is no table, or a mapping of other columns, is refused with what to do; reps may not bring any', async () => {
    const { id } = await read<{ id: string }>('PUT', '/v1/uploads', 'no table at all');
    const none = await here.ask('POST', '/v1/shops/preview', { token: own, body: { upload: id, name: 'x.csv' } });
    expect(await problemIn(none)).toMatchObject({ type: '/problems/shops-unreadable' });
    const file = await sent();
    const { id: importId } = await read<{ id: string }>('POST', '/v1/imports', { label: 'shops' });
    for (const mapping of [[], [{ column: 'a', to: 'site' }]]) {
      const body = { ...file, mapping };
      const reply = await here.ask('POST', `/v1/imports/${importId}/shops`, { token: own, body });
      expect(await problemIn(reply)).toMatchObject({ type: '/problems/shops-mapping' });
      expect(await bring({ ...file, shops: { mapping } })).toMatchObject({
        state: 'failed',
        problem: { type: '/problems/shops-mapping' },
      });
    }
    const body = { ...file, sheet: 'Elsewhere' };
    const sheet = await here.ask('POST', '/v1/shops/preview', { token: own, body });
    expect(await problemIn(sheet)).toMatchObject({ type: '/problems/shops-sheet-missing' });
    for (let twice = 0; twice < 2; twice += 1)
      expect((await here.ask('DELETE', `/v1/uploads/${file.upload}`, { token: own })).status).toBe(204);
    const dropped = await here.ask('POST', '/v1/shops/preview', { token: own, body: file });
    expect(await problemIn(dropped)).toMatchObject({ type: '/problems/upload-missing' });
    const token = await here.token({ roles: ['rep'] });
    expect((await here.ask('POST', '/v1/shops/preview', { token, body: file })).status).toBe(403);
  });
});
