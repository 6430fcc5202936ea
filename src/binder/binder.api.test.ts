// Judge's files and checkpoints through a server's routes, by its roles, on both databases.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../app.ts';
import { own, serveHere, type ServedHere } from '../cli/serve/served.test-data.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import type { BundleOnWire, CheckpointsOnWire } from './binder.shape.ts';
import { makeBundle } from './make/make-bundle.job.ts';
import { checkBundle } from './verify/verify-bundle.core.ts';
import { wrongSignatures } from './web/signature.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

forEachDatabase((_name, open) => {
  let store: Store;
  let here: ServedHere;
  beforeEach(async () => {
    store = await open();
    here = await serveHere(makeApp, store);
    const files = [
      { name: 'sites.csv', base64: base64('id,name,time zone\nbay,Bay Street,UTC\n') },
      { name: 'people.csv', base64: base64('id,name,site,role,from\np-1,Ada Quill,bay,rep,2026-01-01\n') },
    ];
    expect((await here.ask('POST', '/v1/record', { token: own, body: { files } })).status).toBe(200);
  });
  const day = { from: '2026-02-01', to: '2026-02-01', site: 'bay' };

  it('shows what would be in a file, has it made, and gives one that verifies', async () => {
    const counsel = await here.token({ roles: ['counsel'] });
    const preview = await here.ask('POST', '/v1/bundles/preview', { token: counsel, body: day });
    expect(await preview.json()).toMatchObject({ sections: { people: 1, 'in-force': 0 } });
    const asked = await here.ask('POST', '/v1/bundles', { token: counsel, body: day });
    expect(asked.status).toBe(202);
    const { id } = (await asked.json()) as BundleOnWire;
    const auditor = await here.token({ roles: ['auditor'] });
    const state = async (): Promise<string> =>
      ((await (await here.ask('GET', `/v1/bundles/${id}`, { token: auditor })).json()) as BundleOnWire).state;
    // As a server's runner would; where one runs, whichever comes first.
    for await (const _step of makeBundle(store, { orgId: 'harbor', id: 'cli', roles: ['counsel'] }, id));
    await expect.poll(state).toBe('made');
    const taken = await here.ask('GET', `/v1/bundles/${id}/file`, { token: auditor });
    expect(taken.headers.get('content-disposition')).toContain('judges-file-2026-02-01.zip');
    const { wrong, signatures, told } = checkBundle(new Uint8Array(await taken.arrayBuffer()));
    expect([...wrong, ...(await wrongSignatures(signatures))]).toEqual([]);
    expect(told).toMatchObject({ asked: day });
    const read = (await (await here.ask('GET', `/v1/bundles/${id}`, { token: auditor })).json()) as BundleOnWire;
    expect(read).toMatchObject({ state: 'made', kept: true });
    expect((await here.ask('DELETE', `/v1/bundles/${id}/file`, { token: auditor })).status).toBe(403);
    expect((await here.ask('DELETE', `/v1/bundles/${id}/file`, { token: counsel })).status).toBe(204);
    expect((await here.ask('GET', `/v1/bundles/${id}/file`, { token: counsel })).status).toBe(404);
  });

  it('signs checkpoints, and knows which left', async () => {
    const signed = await here.ask('POST', '/v1/checkpoints', { token: own });
    const { size, note } = (await signed.json()) as { size: number; note: string };
    const read = async (): Promise<CheckpointsOnWire> =>
      (await (await here.ask('GET', '/v1/checkpoints', { token: own })).json()) as CheckpointsOnWire;
    expect((await read()).checkpoints).toMatchObject([{ size, left: [] }]);
    const taken = await here.ask('POST', `/v1/checkpoints/${size}/take`, { token: own });
    expect(await taken.json()).toEqual({ size, note });
    expect((await read()).checkpoints[0]?.left).toMatchObject([{ how: 'taken' }]);
    expect((await here.ask('POST', '/v1/checkpoints/999999/take', { token: own })).status).toBe(404);
  });

  it('refuses what no file can be of, and addresses that are none', async () => {
    const status = async (path: string, body: unknown, method = 'POST'): Promise<number> =>
      (await here.ask(method, path, { token: own, body })).status;
    expect(await status('/v1/bundles', { from: 'yesterday', to: '2026-02-01' })).toBe(400);
    expect(await status('/v1/bundles', { from: '2026-02-02', to: '2026-02-01' })).toBe(400);
    expect(await status('/v1/bundles', { ...day, site: 'moon' })).toBe(404);
    expect(await status('/v1/bundles', { ...day, document: 'x' })).toBe(400);
    expect(await status('/v1/checkpoints/addresses', { addresses: ['nobody'] }, 'PUT')).toBe(400);
    expect(await status('/v1/checkpoints/addresses', { addresses: ['counsel@example.com'] }, 'PUT')).toBe(204);
  });

  it('gives the page that checks files, whole', async () => {
    const page = await here.ask('GET', '/v1/verifier', { token: own });
    expect(await page.text()).toContain('Check a judge’s file');
  });
});
