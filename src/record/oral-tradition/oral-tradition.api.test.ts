// What is done and not written is seen where it shows: in duties, searches, waits and contacts; each row can begin its procedure, and
// is gone once that is in force. The base says of each duty what it lacks.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { bringRecord } from '../../cli/serve/begun.test-data.ts';
import { own, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { importProcedures } from '../../procedures/procedures.use.ts';
import type { Base, UnwrittenList } from './oral-tradition.shape.ts';

/** Days before the day that tests are held on. */
const day = (back: number): string =>
  new Date(Date.parse('2026-03-01T12:00:00Z') - back * 86_400_000).toISOString().slice(0, 10);
const record = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,America/New_York\n',
  'people.csv':
    'id,name,role,site,supervisor,from\np-bo,Bo Lind,manager,north,,2025-01-01\np-ann,Ann Marlow,rep,north,p-bo,2025-06-01\n',
  'duties.csv':
    'id,role,task,standards,from\nd-1,rep,new-enquiry,close.thanked,2025-01-01\nd-2,rep,lost-key,,2025-01-01\n',
  'procedures/enquiry.md':
    '---\nid: enquiry\nversion: 1\ntask: new-enquiry\nfrom: 2025-01-01\n---\n# A telephone enquiry\n\n1. Ask what they want to store.\n2. Thank them. (serves: close.thanked)\n',
  'certificates.csv': `person,task,on\np-ann,new-enquiry,2025-07-01\n`,
  'observations.csv': `person,by,on,act,standards\np-ann,p-bo,${day(20)},observe,close.thanked\n`,
  'approvals.csv': `id,person,waited for,asked at\n${[3, 4, 5].map((back) => `a-${back},p-ann,Leave to waive a fee,${day(back)} 10:00`).join('\n')}\n`,
};

forEachDatabase((_name, open) => {
  let here: ServedHere;
  let store: Store;
  beforeEach(async () => {
    here = await serveHere(makeApp, (store = await open()));
    await bringRecord(here, record);
  });
  const read = async <T>(path: string): Promise<T> => {
    const reply = await here.ask('GET', path, { token: own });
    expect([path, reply.status, await reply.clone().text()]).toEqual([path, 200, expect.any(String)]);
    return (await reply.json()) as T;
  };
  const rows = async () => (await read<UnwrittenList>('/v1/dark-ages')).items;

  it('lists what was looked for, done and waited for, with how its procedure begins; written, it is gone', async () => {
    await here.ask('POST', '/v1/procedures/missed', { token: own, body: { words: 'Refund of a deposit' } });
    expect(await rows()).toMatchObject([
      { kind: 'search', about: 'refund of a deposit', times: 1, draft: { title: 'Refund of a deposit' } },
      { kind: 'duty', about: 'lost key', draft: { title: 'Lost key', task: 'lost-key' } },
      {
        kind: 'waits',
        about: 'Leave to waive a fee',
        times: 3,
        seen: expect.stringContaining('Bo Lind alone') as string,
      },
    ]);
    const step = { id: '1', text: 'Look the deposit up and give the refund.', serves: [], obstructs: [] };
    const written = { version: '1', from: '2025-01-01', roles: [], sites: [], steps: [step] };
    await store.inWork({ orgId: 'harbor', id: 'test', roles: ['owner'] }, async (work) =>
      importProcedures(work, [
        { row: { ...written, id: 'refund', title: 'Money back' }, from: { file: 'x' } },
        { row: { ...written, id: 'key', title: 'A lost key', task: 'lost-key' }, from: { file: 'x' } },
      ]),
    );
    expect((await rows()).map((one) => one.kind)).toEqual(['waits']);
  });

  it('says of each duty what it rests on and what is missing', async () => {
    const { items } = await read<Base>('/v1/base');
    expect(items).toMatchObject([
      { task: 'lost-key', procedure: null, gaps: ['procedure', 'training', 'standards', 'observations'] },
      {
        task: 'new-enquiry',
        procedure: { id: 'enquiry' },
        steps: 2,
        stepsWithStandard: 1,
        people: 1,
        trained: 1,
        standards: 1,
        observed: 1,
        gaps: ['questions'],
      },
    ]);
  });

  it('is for those who look after procedures, and of their organisation alone', async () => {
    const rep = await here.token({ roles: ['rep'] });
    expect((await here.ask('GET', '/v1/dark-ages', { token: rep })).status).toBe(403);
    const stranger = await here.token({ roles: ['owner'] }, 'elsewhere');
    expect(await (await here.ask('GET', '/v1/base', { token: stranger })).json()).toEqual({ items: [] });
  });
});
