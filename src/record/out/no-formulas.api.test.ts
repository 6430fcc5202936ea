// Whatever people write of rules, letters and procedures, no table that leaves here lets a spreadsheet take it for a formula.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { fromBufferPromise } from 'yauzl';
import { readXlsx } from '../read/xlsx-tables.ts';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const hostile = ['=HYPERLINK("http://x.example";"open")', '+1+1', '-2+3', '@SUM(A1)', '\uff1d1+1'];
let spoolDir: string;
beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

forEachDatabase((_name, open) => {
  it('policies, procedures, acknowledgements, letters and what readers said leave as words', async () => {
    const store = await open();
    const app = makeApp({ store, actorOf: () => owner, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' });
    const ask = async (method: string, path: string, body?: unknown): Promise<Response> =>
      app.request(path, {
        method,
        ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const clauses = hostile.map((text, nth) => `${nth + 1}. ${text}`).join('\n');
    const files = {
      'sites.csv': `id,name,time zone\nnorth,${quoted(hostile[0]!)},UTC\n`,
      'people.csv': `id,name,role,site,supervisor,from\np-ann,${quoted(hostile[1]!)},rep,north,,2025-01-01\n`,
      'policies/a.md': `---\nid: a\nversion: 1\nclass: customer-service\nfrom: 2025-01-01\n---\n# ${hostile[3]!}\n\n${clauses}\n`,
      'procedures/b.md': `---\nid: b\nversion: 1\nfrom: 2025-01-01\ntrigger: "${hostile[2]!}"\n---\n# ${hostile[1]!}\n\n${clauses}\n`,
      'acknowledgements.csv': 'person,kind,document,version,on,answer\np-ann,policy,a,1,2025-02-01,not-understood\n',
      'reader-notes.csv': `person,kind,document,version,part,on,said,words\np-ann,policy,a,1,1,2025-02-01,not-understood,${quoted(hostile[0]!)}\n`,
      'letters.csv': `id,on,wrong,why,solution,writer,about,document\nl-1,2025-03-01,${quoted(hostile[0]!)},${quoted(hostile[2]!)},${quoted(hostile[3]!)},p-ann,policy,a\n`,
    };
    const brought = await ask('POST', '/v1/record', {
      files: Object.entries(files).map(([name, text]) => ({ name, base64: Buffer.from(text).toString('base64') })),
    });
    expect(await brought.json()).toMatchObject({ rejects: [] });
    const book = await ask('GET', '/v1/record/out');
    const bytes = new Uint8Array(await book.arrayBuffer());
    // As XML: a formula would stand in an element of its own, and words in one of text.
    const parts = await sheetsIn(bytes);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(/<f[ >]/.test(part)).toBe(false);
    const { tables } = await readXlsx('record.xlsx', bytes);
    for (const text of hostile) expect(JSON.stringify(tables)).toContain(JSON.stringify(text).slice(1, -1));
    const table = await ask('GET', '/v1/policies/why/table');
    const csv = await table.text();
    expect([table.status, csv.includes('@SUM(A1)')]).toEqual([200, true]);
    // The first character of a cell, as a spreadsheet takes it.
    expect(/(?:^|[,\n])"?[\s]*[=+@\uff1d]/.test(csv.slice(1))).toBe(false);
  });
});

/** The sheets of a workbook as they are written. */
async function sheetsIn(bytes: Uint8Array): Promise<string[]> {
  const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  const found: string[] = [];
  for await (const entry of zip.eachEntry()) {
    if (!/worksheets\/.*\.xml$/.test(entry.fileName)) continue;
    const read: Buffer[] = [];
    for await (const part of await zip.openReadStreamPromise(entry)) read.push(part as Buffer);
    found.push(Buffer.concat(read).toString());
  }
  return found;
}
