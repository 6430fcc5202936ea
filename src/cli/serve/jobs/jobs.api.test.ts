// Jobs over the API, on both databases: several files as one import, everything worked out after it, and a job tried again.
import { setTimeout as wait } from 'node:timers/promises';
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../../app.ts';
import { forEachDatabase } from '../../../platform/db/databases.ts';
import type { Store } from '../../../platform/db/open.ts';
import type { JobOnWire } from '../../../platform/jobs/jobs.shape.ts';
import { jobTable } from '../../../platform/jobs/job.table.ts';
import { own, problemIn, serveHere, type ServedHere } from '../served.test-data.ts';

forEachDatabase((_name, open) => {
  let here: ServedHere;
  let store: Store;
  beforeEach(async () => {
    store = await open();
    here = await serveHere(makeApp, store);
  });
  const read = async <Reply>(method: string, path: string, body?: unknown): Promise<Reply> => {
    const reply = await here.ask(method, path, { token: own, ...(body === undefined ? {} : { body }) });
    expect([path, reply.ok]).toEqual([path, true]);
    return (await reply.json()) as Reply;
  };
  const ended = async (id: string): Promise<JobOnWire> => {
    for (;;) {
      const job = await read<JobOnWire>('GET', `/v1/jobs/${id}`);
      if (job.state !== 'waiting' && job.state !== 'running') return job;
      await wait(50);
    }
  };
  const sent = async (text: string): Promise<string> => (await read<{ id: string }>('PUT', '/v1/uploads', text)).id;

  it('files brought together are one import, whichever comes first, and all is worked out after it', async () => {
    const facts = await sent('file,site,outcome\none.txt,north,won\nnone.txt,north,lost\n');
    const call = await sent(
      'Rep: Bay Storage, good morning.\nCustomer: Do you have a small unit free?\nRep: Yes we do.\n',
    );
    const files = [
      { upload: facts, name: 'facts.csv' },
      { upload: call, name: 'one.txt' },
    ];
    const input = { files: JSON.stringify(files), afterwards: 'all' };
    const { id } = await read<JobOnWire>('POST', '/v1/jobs', { work: 'import', input });
    const job = await ended(id);
    expect(job).toMatchObject({ state: 'done', came: { contacts: 1, versions: 0, alreadyHere: 0, rejects: 1 } });
    const rejects = await read<{ file: string; row: number }[]>('GET', `/v1/imports/${job.import}/rejects`);
    expect(rejects).toMatchObject([{ file: 'facts.csv', row: 3 }]);
    const { items } = await read<{ items: JobOnWire[] }>('GET', '/v1/jobs');
    expect(items.map((one) => one.work)).toContain('all');
    // What it works out is told elsewhere.
    for (const one of items) await read('POST', `/v1/jobs/${one.id}/cancel`);
  });

  it('what the work writes down on its way is nobody else’s to give, and the list of jobs stays readable', async () => {
    for (const input of [{ came: '{' }, { importId: '../../v1/marking?x=' }, { at: '9' }, { finished: 'yes' }]) {
      const reply = await here.ask('POST', '/v1/jobs', { token: own, body: { work: 'diagnosis', input } });
      expect(await problemIn(reply)).toMatchObject({ type: '/problems/malformed-request' });
    }
    expect((await here.ask('GET', '/v1/jobs', { token: own })).status).toBe(200);
  });

  it('what a job brought is found by its words at once, before the rest is worked out', async () => {
    const upload = await sent('Rep: Bay Storage, good morning.\nCustomer: Would a zebra fit?\nRep: It would.\n');
    const input = { upload, name: 'zebra.txt', afterwards: 'all' };
    expect(await ended((await read<JobOnWire>('POST', '/v1/jobs', { work: 'import', input })).id)).toMatchObject({
      state: 'done',
    });
    const { items } = await read<{ items: JobOnWire[] }>('GET', '/v1/jobs');
    const [search, all] = ['search', 'all'].map((work) => items.filter((one) => one.work === work));
    await read('POST', `/v1/jobs/${all![0]!.id}/cancel`);
    for (const one of search!) expect(await ended(one.id)).toMatchObject({ state: 'done' });
    expect(await read('GET', '/v1/contacts?words=zebra')).toMatchObject({ items: [{}] });
  });

  it('a list of files of which one is gone is refused before anything is read', async () => {
    const files = JSON.stringify([{ upload: await sent('Rep: Hello.\n') }, { upload: 'u-none' }]);
    for (const input of [{ files }, { files: 'not a list' }, {}]) {
      const reply = await here.ask('POST', '/v1/jobs', { token: own, body: { work: 'import', input } });
      expect(await problemIn(reply)).toMatchObject({ type: '/problems/upload-missing' });
    }
  });

  it('a job that was cancelled is tried again when somebody says so; one that is done is not', async () => {
    const { id } = await read<JobOnWire>('POST', '/v1/jobs', { work: 'search' });
    expect(await ended(id)).toMatchObject({ state: 'done' });
    const again = await here.ask('POST', `/v1/jobs/${id}/again`, { token: own });
    expect(await problemIn(again)).toMatchObject({ type: '/problems/job-not-ended' });
    const actor = { orgId: 'harbor', id: 'test', roles: ['owner' as const] };
    await store.inWork(actor, async ({ tx }) => tx.update(jobTable).set({ state: 'failed', tries: 5 }));
    expect(await read<JobOnWire>('POST', `/v1/jobs/${id}/again`)).toMatchObject({ state: 'waiting', tries: 0 });
    expect(await ended(id)).toMatchObject({ state: 'done', tries: 1 });
  });
});
