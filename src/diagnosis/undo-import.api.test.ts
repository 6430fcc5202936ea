// An import undone through the API on both databases.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeApp } from '../app.ts';
import {
  contactFactTable,
  contactKeyTable,
  contactTable,
  importTable,
  rejectTable,
} from '../contacts/contact.table.ts';
import type { Actor, Role } from '../kernel/actor.ts';
import { recordMarks } from '../marking/record-marks.use.ts';
import { indexContacts } from '../marking/search/index-contacts.job.ts';
import { indexSome } from '../marking/search/index-some.use.ts';
import { markTable, markingTable } from '../marking/marking.table.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import { undoImport } from './undo-import.use.ts';
import { diagnosisTable, findingRungTable, findingTable } from './finding.table.ts';

const actor = (orgId: string, role: Role): Actor => ({ orgId, id: 'cli', roles: [role] });
const owner = actor('harbor', 'owner');
let spoolDir: string;

beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

const table = [
  'Piece,Voice,Words,Shade',
  'a,Rep,Hold please.,red',
  'a,Customer,What would a small one cost me a month?,red',
  'a,Rep,It is ninety five dollars. I cannot do anything about it.,red',
  'b,Rep,Good morning and how can I help you today?,blue',
  'b,Customer,I would like to know when the gate opens on Sunday.,blue',
].join('\n');
const wrong = { Words: 'text' };
const right = { Piece: 'contact', Voice: 'speaker', Words: 'text' };

function api(store: Store, who = owner) {
  const app = makeApp({ store, actorOf: () => who, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' });
  const ask = async (method: string, path: string, body?: string) =>
    app.request(path, {
      method,
      ...(body === undefined ? {} : { body, headers: { 'content-type': 'application/json' } }),
    });
  return {
    ask,
    async bring(name: string, text: string, more: Record<string, string> = {}): Promise<string> {
      const { id } = (await (await ask('POST', '/v1/imports', '{"label":"test"}')).json()) as { id: string };
      const query = new URLSearchParams({ name, ...more });
      await (await ask('PUT', `/v1/imports/${id}/files?${query.toString()}`, text)).text();
      await ask('POST', `/v1/imports/${id}/finish`, '{"counts":{},"rejects":0}');
      return id;
    },
    async find(): Promise<void> {
      await (await ask('POST', '/v1/marking')).text();
      await (await ask('POST', '/v1/diagnosis')).text();
    },
  };
}

const strip = (row: Record<string, unknown>): string => JSON.stringify({ ...row, importId: '', run: '' });

/** All that is held, without what names the import, the run or the moment. */
async function held(store: Store): Promise<Record<string, string[]>> {
  return store.inWork(owner, async ({ tx }) => {
    const rows = {
      contacts: await tx.select().from(contactTable),
      keys: await tx.select().from(contactKeyTable),
      facts: await tx.select().from(contactFactTable),
      rejects: await tx.select().from(rejectTable),
      marks: await tx.select().from(markTable),
      markings: (await tx.select().from(markingTable)).map((row) => ({ ...row, markedAt: '' })),
      findings: await tx.select().from(findingTable),
      rungs: await tx.select().from(findingRungTable),
      summary: (await tx.select().from(diagnosisTable)).map((row) => ({ ...row, madeAt: '' })),
    };
    return Object.fromEntries(
      Object.entries(rows).map(([name, all]) => [name, (all as Record<string, unknown>[]).map(strip).toSorted()]),
    );
  });
}

const columns = (told: Record<string, string>) => ({ columns: JSON.stringify(told) });

forEachDatabase((_name, open) => {
  it('undone and imported again with the right mapping, the store holds what a fresh one would', async () => {
    const store = await open();
    const used = api(store);
    await used.bring('calls.csv', table, columns(right));
    await used.find();
    const fresh = await held(store);
    expect(fresh['contacts']).toHaveLength(2);
    // The same store emptied stands for the fresh one: another has another key, so no digest would be the same.
    await used.ask('POST', '/v1/imports/last/undo', '{}');
    const id = await used.bring('calls.csv', `${table}\n,,,,extra`, { ...columns(wrong), table: 'messages' });
    await used.find();
    const mistaken = await held(store);
    expect(mistaken['contacts']).toHaveLength(5);
    expect(mistaken['marks']!.length).toBeGreaterThan(0);
    expect(mistaken['rejects']).toHaveLength(1);
    expect(await (await used.ask('GET', '/v1/imports/last')).json()).toEqual({ id, contacts: 5, facts: 0 });
    const undone = await used.ask('POST', `/v1/imports/${id}/undo`, '{}');
    expect(await undone.json()).toEqual({ id, contacts: 5, facts: 0, remaining: 0 });
    for (const [name, rows] of Object.entries(await held(store))) expect([name, rows]).toEqual([name, []]);
    expect((await used.ask('POST', `/v1/imports/${id}/undo`, '{}')).status).toBe(404);
    await used.bring('calls.csv', table, columns(right));
    await used.find();
    expect(await held(store)).toEqual(fresh);
  });

  it('the version before is the latest again with its own marks, and the other imports stay', async () => {
    const store = await open();
    const used = api(store);
    const talk = 'Rep: Hold please.\nCustomer: What would a small one cost me?\nRep: Ninety five dollars.';
    await used.bring('17.txt', talk);
    await used.find();
    const before = await held(store);
    const id = await used.bring('17.txt', `${talk}\nCustomer: I see, thank you.`);
    await used.find();
    expect((await held(store))['contacts']).toHaveLength(2);
    const undone = await used.ask('POST', `/v1/imports/${id}/undo`, '{}');
    expect(await undone.json()).toEqual({ id, contacts: 1, facts: 0, remaining: 1 });
    await used.find();
    expect(await held(store)).toEqual(before);
  });

  it('goes out at once while its contacts are made ready to be found, and none is marked that is gone', async () => {
    const store = await open();
    // The embedded database does one thing at a time.
    if (store.kind === 'pglite') return;
    const used = api(store);
    const id = await used.bring('calls.csv', table, columns(right));
    await used.find();
    for await (const _done of indexContacts(store, owner));
    const said = await store.inWork(owner, async ({ tx }) => {
      const rows = await tx.update(contactTable).set({ outcome: 'won' }).returning();
      return rows.map((row) => ({
        id: row.id,
        version: row.version,
        said: { kinds: [], notApplicable: 0 },
        marks: [],
      }));
    });
    const [gone, goOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const undoing = store.inWork(owner, async (work) => {
      await undoImport(work, id);
      gone.resolve();
      await goOn.promise;
    });
    await gone.promise;
    const made = await store.inWork(owner, async (work) => indexSome(work, '', 100));
    expect(made).toEqual([]);
    const marking = store.inWork(owner, async (work) => recordMarks(work, 'p', [], said));
    goOn.resolve();
    await Promise.all([undoing, marking]);
    for (const [name, rows] of Object.entries(await held(store))) expect([name, rows]).toEqual([name, []]);
  });

  it('is for those who answer for the service, of their own organisation', async () => {
    const store = await open();
    const id = await api(store).bring('calls.csv', table, columns(right));
    expect((await api(store, actor('harbor', 'rep')).ask('POST', `/v1/imports/${id}/undo`, '{}')).status).toBe(403);
    expect((await api(store, actor('rival', 'owner')).ask('POST', `/v1/imports/${id}/undo`, '{}')).status).toBe(404);
    expect((await held(store))['contacts']).toHaveLength(2);
    const lines = await store.inWork(owner, async ({ tx }) => tx.select().from(importTable));
    expect(lines).toHaveLength(1);
  });
});
