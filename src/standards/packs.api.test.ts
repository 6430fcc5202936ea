// Sets of standards listed, chosen, put in place and taken out through the API, on both databases.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeApp } from '../app.ts';
import type { Actor, Role } from '../kernel/actor.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import type { PacksOnWire } from './packs.shape.ts';

const actor = (role: Role): Actor => ({ orgId: 'harbor', id: 'cli', roles: [role] });
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customary-own-'));
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

const yard = `pack: boat-yard
language: en
says: What we ask of everybody at the yard.
cues:
  yard-greeting: ["ahoy there"]
standards:
  - id: yard.ahoy
    says: Greets with an ahoy.
    title: Ahoy
    failing: nobody said ahoy
    met-when: {says: yard-greeting, by: rep}
    examples:
      met: ["rep: Ahoy there, this is the yard."]
      failed: ["rep: Yard."]
`;

function api(store: Store, who = actor('owner')) {
  const app = makeApp({
    store,
    actorOf: () => who,
    spoolDir: folder,
    ownPacks: join(folder, 'packs'),
    version: 'test',
  });
  const ask = async (method: string, path: string, body?: unknown) =>
    app.request(path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  return {
    ask,
    named: async () => ask('PUT', '/v1/organisation', { name: 'Harbor', customerWord: 'customer', currency: 'USD' }),
    kept: async () => {
      const { packs } = (await (await ask('GET', '/v1/packs')).json()) as PacksOnWire;
      return Object.fromEntries(packs.map(({ name, kept, standards, own }) => [name, { kept, standards, own }]));
    },
  };
}

forEachDatabase((name, open) => {
  it('every set is kept until it is chosen; then the few, one set, or all again', async () => {
    const used = api(await open());
    const all = await used.kept();
    for (const { kept, standards } of Object.values(all)) expect(kept).toBe(standards);
    expect((await used.ask('PUT', '/v1/packs/kept', { choose: 'few' })).status).toBe(422);
    await used.named();
    await used.ask('PUT', '/v1/packs/kept', { choose: 'few' });
    const few = Object.values(await used.kept()).reduce((sum, one) => sum + one.kept, 0);
    expect(few).toBe(5);
    await used.ask('PUT', '/v1/packs/kept', { pack: 'telephone', kept: true });
    expect((await used.kept())['telephone']).toEqual(all['telephone']);
    await used.ask('PUT', '/v1/packs/kept', { pack: 'telephone', kept: false });
    expect((await used.kept())['telephone']!.kept).toBe(0);
    await used.ask('PUT', '/v1/packs/kept', { choose: 'all' });
    expect(await used.kept()).toEqual(all);
    expect((await used.ask('PUT', '/v1/packs/kept', { pack: 'none', kept: true })).status).toBe(404);
  }, 120_000);

  // Every example is run: the files are the same whatever the database.
  it.runIf(name === 'pglite')(
    'an own set is put in place, kept, read and taken out again',
    async () => {
      const used = api(await open());
      await used.named();
      await used.ask('PUT', '/v1/packs/kept', { choose: 'few' });
      expect((await used.ask('POST', '/v1/packs', { text: yard })).status).toBe(201);
      expect((await used.kept())['boat-yard']).toEqual({ kept: 1, standards: 1, own: true });
      expect(await (await used.ask('GET', '/v1/packs/boat-yard/file')).text()).toBe(yard);
      expect(await readdir(join(folder, 'packs'))).toEqual(['boat-yard.yaml']);
      expect((await used.ask('DELETE', '/v1/packs/boat-yard')).status).toBe(204);
      expect((await used.kept())['boat-yard']).toBeUndefined();
      expect(await readdir(join(folder, 'packs'))).toEqual([]);
      expect((await used.ask('DELETE', '/v1/packs/telephone')).status).toBe(404);
    },
    120_000,
  );

  it.runIf(name === 'pglite')(
    'one with a mistake, or an example that comes out otherwise, is refused and leaves nothing',
    async () => {
      const used = api(await open());
      await used.named();
      const wrong = await used.ask('POST', '/v1/packs', {
        text: yard.replace('says: yard-greeting', 'says: yard-greting'),
      });
      expect(wrong.status).toBe(422);
      const failing = await used.ask('POST', '/v1/packs', { text: yard.replace('rep: Yard.', 'rep: Ahoy there.') });
      expect([failing.status, ((await failing.json()) as { type: string }).type]).toEqual([
        422,
        '/problems/pack-refused',
      ]);
      expect(await readdir(join(folder, 'packs')).catch(() => [])).toEqual([]);
    },
    120_000,
  );

  it('is for those who change standards', async () => {
    const store = await open();
    for (const role of ['manager', 'reviewer', 'rep', 'auditor'] as const) {
      const used = api(store, actor(role));
      expect([role, (await used.ask('POST', '/v1/packs', { text: yard })).status]).toEqual([role, 403]);
      expect([role, (await used.ask('PUT', '/v1/packs/kept', { choose: 'all' })).status]).toEqual([role, 403]);
      expect([role, (await used.ask('DELETE', '/v1/packs/boat-yard')).status]).toEqual([role, 403]);
    }
  }, 120_000);
});
