// What an import keeps of the names of files: nothing that names a person, in any reply or row.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import { importsApi } from './imports.api.ts';
import { listImports, listRejects } from './imports.use.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };
let spoolDir: string;

beforeAll(async () => {
  spoolDir = await mkdtemp(join(tmpdir(), 'customary-spool-'));
});
afterAll(async () => rm(spoolDir, { recursive: true, force: true }));

forEachDatabase((_name, open) => {
  it('rejects and labels are stored without the person a file is named after', async () => {
    const store = await open();
    const api = importsApi({ store, actorOf: () => owner, spoolDir, ownPacks: spoolDir, version: 'test' });
    const headers = { 'content-type': 'application/json' };
    const label = JSON.stringify({ label: 'Calls of Tavia Brewick' });
    const started = await api.request('/v1/imports', { method: 'POST', body: label, headers });
    const { id } = (await started.json()) as { id: string };
    const bring = async (name: string, body: string): Promise<void> => {
      const query = new URLSearchParams({ name, rejectsSoFar: '0' });
      await (await api.request(`/v1/imports/${id}/files?${query.toString()}`, { method: 'PUT', body })).text();
    };
    await bring('Tavia Brewick 619-555-0142.json', '{"turns": [');
    await bring('Joquez Brewick 619-555-0143.csv', 'call_id,site,outcome\nnobody-1,Bay Street,rented\n');
    const finished = await api.request(`/v1/imports/${id}/finish`, {
      method: 'POST',
      body: JSON.stringify({ counts: {}, rejects: 1 }),
      headers,
    });
    const late = await finished.text();
    const kept = await store.inWork(owner, async (work) => ({
      rejects: await listRejects(work, id),
      imports: await listImports(work, 5),
    }));
    expect(kept.rejects.map((one) => one.file)).toEqual(['[NAME 1] [PHONE 1].json', '[NAME 1] [PHONE 1].csv']);
    expect(kept.imports.map((one) => one.label)).toEqual(['Calls of [NAME 1]']);
    expect(late).not.toMatch(/Brewick|619/);
  });
});
