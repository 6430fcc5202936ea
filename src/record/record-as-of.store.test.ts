import { readFile } from 'node:fs/promises';
import { beforeEach, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import { importRecord } from './import-record.use.ts';
import { readHeldOn } from './record-as-of.use.ts';
import { exampleFiles } from './write-example.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };

forEachDatabase((_name, open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
    const files = await Promise.all(
      (await exampleFiles()).map(async (name) => ({
        name,
        bytes: new Uint8Array(await readFile(new URL(`./example/${name}`, import.meta.url))),
      })),
    );
    await store.inWork(owner, async (work) => importRecord(work, files));
  });

  it('lists what held for a person that day, each with where it is written', async () => {
    const held = await store.inWork(owner, async (work) => readHeldOn(work, { day: '2026-03-02', person: 'p-06' }));
    expect(held.every((one) => one.origin !== undefined)).toBe(true);
    const said = held.map((one) => [one.kind, one.id, one.version, one.origin?.file].filter(Boolean).join(' '));
    expect(said).toContain('post p-06 people.csv');
    expect(said).toContain('policy quoting-prices 2 policies/quoting-prices-2.md');
    expect(said).toContain('procedure telephone-enquiry 2 procedures/telephone-enquiry-2.md');
    expect(said).toContain('acknowledgement p-06 2 acknowledgements.csv');
    expect(said).toContain('target calls-under-three targets.csv');
    // Lapsed three weeks before.
    expect(said.filter((one) => one.startsWith('certificate'))).toEqual([]);
  });

  it('refuses a day that is none, and a site or a person that isn’t on record', async () => {
    const ask = async (asked: { day: string; site?: string; person?: string }) =>
      store.inWork(owner, async (work) => readHeldOn(work, asked));
    await expect(ask({ day: '2026-02-30' })).rejects.toMatchObject({ slug: 'day-malformed' });
    await expect(ask({ day: '2026-03-02', site: 'moon' })).rejects.toMatchObject({ slug: 'site-unknown' });
    await expect(ask({ day: '2026-03-02', person: 'p-99' })).rejects.toMatchObject({ slug: 'person-unknown' });
  });
});
