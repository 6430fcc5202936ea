// Small uploads that would become huge, or deep: each is told apart before it costs memory or time, and the server goes on
// answering. The readers' own tests know every kind of archive; these come in at the door.
import { expect, it } from 'vitest';
import { makeApp } from '../../../app.ts';
import { zipOf } from '../../../contacts/readers/reading.fixture.ts';
import { databaseNames, forEachDatabase } from '../../../platform/db/databases.ts';
import { own, serveHere, type ServedHere } from '../served.test-data.ts';

const mebi = 1024 * 1024;
/** What a bomb may add to the process's memory, in bytes: far less than it would become. */
const mayTake = 500 * mebi;

/** A table of one sheet whose only text is `text`, as a spreadsheet program would write it. */
const sheet = (text: string | Uint8Array): Uint8Array =>
  zipOf([
    {
      name: '[Content_Types].xml',
      content:
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    },
    {
      name: 'xl/workbook.xml',
      content: '<?xml version="1.0"?><workbook><sheets><sheet name="a" sheetId="1"/></sheets></workbook>',
    },
    { name: 'xl/sharedStrings.xml', content: text },
    { name: 'xl/worksheets/sheet1.xml', content: text },
  ]);

/** More than a workbook may become. */
const zeros = new Uint8Array(270 * mebi);
const nested = (open: string, close: string, deep: number): string => `${open.repeat(deep)}1${close.repeat(deep)}`;
const laughs = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...Array.from('bcdefghi', (one, nth) => `${one}: &${one} [${Array(9).fill(`*${'abcdefgh'[nth]}`).join(', ')}]`),
].join('\n');

const uploads: Readonly<Record<string, () => string | Uint8Array>> = {
  'a.zip': () => zipOf([{ name: 'a.txt', content: zeros }]),
  'a.xlsx': () => sheet(zeros),
  'a.json': () => nested('[', ']', 200_000),
  'b.json': () => nested('{"a":', '}', 200_000),
  'a.jsonl': () => nested('{"turns":[', ']}', 50_000),
  'a.yaml': () => laughs,
};

async function askWith(here: ServedHere, method: string, path: string, bytes: string | Uint8Array): Promise<string> {
  const reply = await here.ask(method, path, { token: own, body: bytes });
  const text = await reply.text();
  expect([path, reply.status < 500, text.includes('"status":500')]).toEqual([path, true, false]);
  return text;
}

forEachDatabase((name, open) => {
  it.skipIf(name !== databaseNames[0])(
    'what would become huge or deep is refused, in little time and memory',
    async () => {
      const here = await serveHere(makeApp, await open());
      const made = Object.entries(uploads).map(([file, make]) => [file, make()] as const);
      const before = process.memoryUsage().rss;
      for (const [file, bytes] of made) {
        const begun = await here.ask('POST', '/v1/imports', { token: own, body: { label: 'bombs' } });
        const { id } = (await begun.json()) as { id: string };
        await askWith(here, 'POST', `/v1/imports/preview?name=${file}`, bytes);
        const told = await askWith(here, 'PUT', `/v1/imports/${id}/files?name=${file}`, bytes);
        expect([file, /"contacts":[1-9]/.test(told)]).toEqual([file, false]);
        const base64 = Buffer.from(bytes).toString('base64');
        const record = JSON.stringify({
          files: [{ name: file.endsWith('yaml') ? 'organisation.yaml' : file, base64 }],
        });
        await askWith(here, 'POST', '/v1/record', record);
        expect([file, process.memoryUsage().rss - before < mayTake]).toEqual([file, true]);
      }
    },
    120_000,
  );

  it.skipIf(name !== databaseNames[0])(
    'bodies as deep as they may be long break no route that reads JSON',
    async () => {
      const here = await serveHere(makeApp, await open());
      const deep = nested('[', ']', 400_000);
      for (const [method, path, body] of [
        ['POST', '/v1/tokens', deep],
        ['POST', '/v1/tokens', `{"says":${deep}}`],
        ['POST', '/v1/views', `{"name":"a","of":"contacts","query":${nested('{"a":', '}', 150_000)}}`],
        ['POST', '/v1/standards/check', JSON.stringify({ files: [{ file: 'a.yaml', text: laughs }] })],
        [
          'POST',
          '/v1/standards/check',
          JSON.stringify({ files: [{ file: 'a.yaml', text: nested('[', ']', 20_000) }] }),
        ],
        [
          'POST',
          '/v1/standards/check',
          JSON.stringify({ files: [{ file: 'a.yaml', text: `a: ${nested('{b: ', '}', 20_000)}` }] }),
        ],
      ] as const)
        await askWith(here, method, path, body);
      expect((await here.ask('GET', '/healthz')).status).toBe(200);
    },
    60_000,
  );
});
