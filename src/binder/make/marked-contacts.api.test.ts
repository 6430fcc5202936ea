// A judge's file that quotes what was said: its marks and words, what a legal hold keeps of it, and what erasing takes.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { askForBundle, dropBundle, takeBundle } from '../bundles.use.ts';
import { sealAll } from '../seal/seal.job.ts';
import { verifyRows } from '../seal/verify-rows.use.ts';
import type { BundleRecord } from '../verify/bundle-format.core.ts';
import { checkBundle } from '../verify/verify-bundle.core.ts';
import { readZip } from '../verify/zip.core.ts';
import { makeBundle } from './make-bundle.job.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
let spoolDir: string;
beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

const talks = ['ninety', 'eighty', 'seventy'].flatMap((price, nth) =>
  ['Hold please.', 'What would a small one cost me?', `It is ${price} dollars.`].map(
    (words, turn) =>
      `enquiry-${nth},${turn === 1 ? 'Customer' : 'Rep'},${words},2026-02-1${nth}T10:00:00Z,${nth === 2 ? 'south' : 'north'},C-${nth}`,
  ),
);
const table = ['Piece,Voice,Words,When,Where,Who', ...talks].join('\n');
const columns = JSON.stringify({
  Piece: 'contact',
  Voice: 'speaker',
  Words: 'text',
  When: 'time',
  Where: 'site',
  Who: 'customer',
});

async function begun(store: Store) {
  const app = makeApp({ store, actorOf: () => owner, spoolDir, ownPacks: join(spoolDir, 'packs'), version: 'test' });
  const ask = async (method: string, path: string, body?: unknown): Promise<Response> =>
    app.request(path, {
      method,
      ...(body === undefined
        ? {}
        : {
            body: typeof body === 'string' ? body : JSON.stringify(body),
            headers: { 'content-type': 'application/json' },
          }),
    });
  const sites = Buffer.from('id,name,time zone\nnorth,North,UTC\nsouth,South,UTC\n').toString('base64');
  await ask('POST', '/v1/record', { files: [{ name: 'sites.csv', base64: sites }] });
  const { id } = (await (await ask('POST', '/v1/imports', { label: 'test' })).json()) as { id: string };
  const query = new URLSearchParams({ name: 'calls.csv', columns, table: 'turns' });
  await (await ask('PUT', `/v1/imports/${id}/files?${query.toString()}`, table)).text();
  await ask('POST', `/v1/imports/${id}/finish`, { counts: {}, rejects: 99 });
  await (await ask('POST', '/v1/marking')).text();
  return { ask };
}

forEachDatabase((_name, open) => {
  it('holds marks with the words that they name; erasing one of its contacts takes the copy, and the history still holds', async () => {
    let now = Date.parse('2026-03-01T12:00:00Z');
    const store = await open({ now: () => new Date((now += 1000)) });
    const { ask } = await begun(store);
    const made = async (site: string, hold?: string): Promise<{ id: string; record: BundleRecord }> => {
      const asked = { from: '2026-02-01', to: '2026-02-28', site };
      const { id } = await store.inWork(owner, async (work) => askForBundle(work, asked, hold));
      for await (const _step of makeBundle(store, owner, id));
      const { file } = await store.inWork(owner, async (work) => takeBundle(work, id));
      expect(checkBundle(file).wrong).toEqual([]);
      const json = readZip(file)!.find(({ name }) => name === 'record.json')!.bytes;
      return { id, record: JSON.parse(new TextDecoder().decode(json)) as BundleRecord };
    };
    const { id, record } = await made('north');
    const marked = record.rows.filter((row) => row.section === 'marked');
    expect(marked).toHaveLength(2);
    expect(marked.every((row) => row.seal !== null)).toBe(true);
    expect(record.quotes.map((one) => one.words).join(' ')).toContain('Hold please');

    const south = await made('south', 'A letter from their lawyer');
    await expect(store.inWork(owner, async (work) => dropBundle(work, south.id))).rejects.toMatchObject({
      slug: 'legal-hold-stands',
    });
    const { contact } = marked[0]!.cells as { contact: string };
    expect((await ask('POST', '/v1/erasures', { contact })).status).toBe(201);
    await expect(store.inWork(owner, async (work) => takeBundle(work, id))).rejects.toMatchObject({
      slug: 'bundle-not-kept',
    });
    expect((await store.inWork(owner, verifyRows)).wrong).toEqual([]);

    // A mark that somebody took away by hand is another thing.
    await sealAll(store, owner);
    await store.asOwner(async (session) =>
      session.script(`set local session_replication_role = 'replica';
        delete from mark where id = (select min(id) from mark where contact_id <> '${contact}')`),
    );
    expect((await store.inWork(owner, verifyRows)).wrong).toMatchObject([{ flaw: 'changed', kind: 'marks' }]);
  });

  it('places a legal hold only where a site is named', async () => {
    const store = await open();
    const asked = { from: '2026-02-01', to: '2026-02-28' };
    await expect(store.inWork(owner, async (work) => askForBundle(work, asked, 'A letter'))).rejects.toMatchObject({
      slug: 'bundle-hold-site',
    });
  });
});
