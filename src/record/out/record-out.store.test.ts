// The record taken out and brought into an empty organisation is the same record, row by row, on both databases.
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { readOrganisation } from '../../people/people-record.use.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { workbookOf } from '../../platform/http/table-file.ts';
import { importRecord } from '../import-record.use.ts';
import type { RecordFile } from '../record.core.ts';
import { exampleFiles } from '../write-example.ts';
import { everyEntry } from './record-out.store.ts';
import { takeRecordOut } from './record-out.use.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
const elsewhere: Actor = { orgId: 'empty', id: 'cli', roles: ['owner'] };
const text = (name: string, words: string): RecordFile => ({ name, bytes: new TextEncoder().encode(words) });
/** What a spreadsheet, a time zone or a separator could spoil. */
const awkward = [
  text(
    'sites.csv',
    'id,name,time-zone,spoken-names,opened,closed\nx-1,"=1+1, ""quoted""",America/New_York,@pier;-2,2019-05-01,2026-03-01\nx-2,Ωmega 2️⃣,Asia/Kathmandu,,,\n',
  ),
  text('people.csv', "id,name,role,site,from\np-x,'Ann; O’Neil,rep,x-2,2025-06-01\n007,Bo Lind,rep,x-1,2025-06-01\n"),
  text('outages.csv', 'id,site,what,from,to\nu-x,x-2,+the phones,2026-03-01 09:00,2026-03-01 10:30\n'),
  text(
    'policies/long.md',
    `---\nid: long\nversion: "1.0"\ntitle: A long one\nclass: house-rules\nfrom: 2026-01-01\n---\n${Array.from({ length: 400 }, (_, nth) => `${nth + 1}. ${`Clause ${nth} says what it says. `.repeat(8)}`).join('\n')}\n`,
  ),
];

forEachDatabase((_name, open) => {
  const whole = async (store: Store, actor: Actor) =>
    store.inWork(actor, async (work) => ({
      organisation: await readOrganisation(work),
      entries: await everyEntry(work, 100_000),
    }));

  it('gives the same record again, and the second time nothing is new', async () => {
    const store = await open({ now: () => new Date('2026-04-01T12:00:00.000Z') });
    const names = await exampleFiles();
    const example = await Promise.all(
      names.map(async (name) => ({
        name,
        bytes: new Uint8Array(await readFile(new URL(`../example/${name}`, import.meta.url))),
      })),
    );
    await store.inWork(owner, async (work) => importRecord(work, [...example, ...awkward]));
    const before = await whole(store, owner);
    expect(new Set(before.entries.map((one) => one.kind)).size).toBe(16);
    const bytes = await workbookOf(await store.inWork(owner, takeRecordOut));
    const came = await store.inWork(elsewhere, async (work) => importRecord(work, [{ name: 'record.xlsx', bytes }]));
    expect([came.rejects, came.warnings]).toEqual([[], []]);
    expect(await whole(store, elsewhere)).toEqual(before);
    const again = await store.inWork(elsewhere, async (work) => importRecord(work, [{ name: 'record.xlsx', bytes }]));
    expect(Object.values(again.taken).every((one) => one.added + one.changed === 0)).toBe(true);
  }, 60_000);

  it('is for those who keep the record, and holds nobody else’s', async () => {
    const store = await open();
    for (const role of ['manager', 'trainer', 'auditor', 'rep'] as const)
      await expect(store.inWork({ ...owner, roles: [role] }, takeRecordOut)).rejects.toMatchObject({
        slug: 'record-import-forbidden',
      });
    await store.inWork(owner, async (work) => importRecord(work, awkward));
    expect(await store.inWork(elsewhere, takeRecordOut)).toEqual([]);
  });
});
