// A job description from its first line to duties of the record: written by whoever does the job, sent, evaluated line by line by
// whoever answers for them. Both versions stay, silence is a row of the record, and nobody reads another's or evaluates their own.
import { beforeEach, expect, it } from 'vitest';
import { makeApp } from '../../app.ts';
import { askAsOwner, type Ask, bringRecord, signInAs } from '../../cli/serve/begun.test-data.ts';
import { problemIn, serveHere, type ServedHere } from '../../cli/serve/served.test-data.ts';
import type { Grant } from '../../kernel/actor.ts';
import { forEachDatabase } from '../../platform/db/databases.ts';
import type { Store } from '../../platform/db/open.ts';
import { jobDescriptionTable } from './job-description.table.ts';
import type { JobDescription, JobDescriptions, OwnJobDescriptions } from './job-description.shape.ts';

const record = {
  'sites.csv': 'id,name,time zone\nnorth,North Pier,America/New_York\nsouth,South Yard,UTC\n',
  'people.csv':
    'id,name,role,site,supervisor,from\np-bo,Bo Lind,manager,north,,2025-01-01\np-ann,Ann Marlow,rep,north,p-bo,2025-06-01\np-cy,Cy Voss,manager,south,,2025-06-01\np-dora,Dora Lund,district-manager,south,,2025-06-01\n',
  'duties.csv': 'id,role,task,from\nd-1,rep,new-enquiry,2025-01-01\n',
};
const duty = (id: string, task: string, more = {}) => ({
  id,
  task,
  trigger: 'The bell',
  standard: '',
  method: '',
  tools: '',
  authority: '',
  outcome: 'They are served at once',
  standards: ['close.thanked'],
  ...more,
});
const written = {
  duties: [duty('a', 'New enquiry'), duty('b', 'Open the gate'), duty('c', 'Water the plants')],
  daily: 'I open at nine.',
  suggestions: ['A second key.'],
};
const line = (id: string, verdict: string, more = {}) => ({ duty: id, verdict, reason: '', ...more });
const evaluation = {
  thanks: 'Thank you, Ann: this is clear.',
  lines: [
    line('a', 'agree'),
    line('b', 'amend', { reason: 'Only by day', amended: duty('b', 'Open the gate by day') }),
    line('c', 'remove', { reason: 'The caretaker does it' }),
  ],
  added: [{ duty: duty('d', 'Count the till'), reason: 'Nobody has it' }],
};

forEachDatabase((_name, open) => {
  let here: ServedHere;
  let store: Store;
  let ann: Ask;
  let bo: Ask;
  const asOwner: Ask = async (...asked) => askAsOwner(here, ...asked);
  const signedIn = async (person: string, grants: readonly Grant[]): Promise<Ask> =>
    (await signInAs(here, person, grants)).ask;
  beforeEach(async () => {
    here = await serveHere(makeApp, (store = await open()));
    await bringRecord(here, record);
    ann = await signedIn('p-ann', [{ role: 'rep', sites: ['north'] }]);
    bo = await signedIn('p-bo', [{ role: 'manager', sites: ['north'] }]);
  });
  const read = async <T>(ask: Ask, path: string, method = 'GET', body?: unknown): Promise<T> => {
    const reply = await ask(method, path, body);
    expect([path, reply.status, await reply.clone().text()]).toEqual([path, 200, expect.any(String)]);
    return (await reply.json()) as T;
  };
  const mine = '/v1/job-descriptions/mine';
  const sent = async (): Promise<JobDescription> => {
    await read(ann, mine, 'PUT', { revision: 0, written });
    return read<JobDescription>(ann, `${mine}/send`, 'POST');
  };
  const approvals = async () =>
    (await read<{ items: { says: string; to?: string }[] }>(asOwner, '/v1/record/entries?kind=approvals')).items;

  it('is kept as it grows, and never over what was saved elsewhere', async () => {
    const first = await read<JobDescription>(ann, mine, 'PUT', { revision: 0, written: { ...written, duties: [] } });
    expect(first).toMatchObject({ state: 'being-written', role: 'rep', revision: 1 });
    expect((await problemIn(await ann('POST', `${mine}/send`))).type).toBe('/problems/job-description-incomplete');
    await read(ann, mine, 'PUT', { revision: 1, written });
    expect((await problemIn(await ann('PUT', mine, { revision: 1, written }))).type).toBe(
      '/problems/job-description-changed',
    );
    expect((await bo('GET', `/v1/job-descriptions/${first.id}`)).status).toBe(404);
    expect(await read<JobDescriptions>(bo, '/v1/job-descriptions')).toEqual({ items: [] });
    const told = await read<OwnJobDescriptions>(ann, mine);
    expect(told.roleDuties).toEqual([{ task: 'new-enquiry', standards: [] }]);
  });

  it('begun twice at one moment it is begun once, and the other is told', async () => {
    const put = async (duties: string) =>
      (await ann('PUT', mine, { revision: 0, written: { ...written, daily: duties } })).status;
    const both = await Promise.all([put('One'), put('Other')]);
    expect(both.toSorted((one, other) => one - other)).toEqual([200, 409]);
  });

  it('is evaluated line by line; both versions stay, and what was agreed are duties of the record', async () => {
    const { id, sentOn, dueOn } = await sent();
    expect(dueOn! > sentOn!).toBe(true);
    expect((await problemIn(await ann('PUT', mine, { revision: 2, written }))).type).toBe(
      '/problems/job-description-waits',
    );
    expect((await read<JobDescriptions>(bo, '/v1/job-descriptions')).items).toMatchObject([{ id, overdue: false }]);
    expect(await approvals()).toHaveLength(1);
    const say = async (ask: Ask, body: unknown) => ask('POST', `/v1/job-descriptions/${id}/evaluation`, body);
    const short = (await (await say(bo, { thanks: '', lines: [line('b', 'remove')], added: [] })).json()) as {
      errors: { pointer: string }[];
    };
    expect(short.errors.map((one) => one.pointer)).toEqual(['/thanks', '/lines/a', '/lines/c', '/lines/b/reason']);
    expect((await say(ann, evaluation)).status).toBe(403);
    const cy = await signedIn('p-cy', [{ role: 'manager', sites: ['south'] }]);
    expect((await say(cy, evaluation)).status).toBe(404);
    const done = await read<JobDescription>(bo, `/v1/job-descriptions/${id}/evaluation`, 'POST', evaluation);
    expect(done.written).toEqual(written);
    expect(done.agreed.map((one) => one.task)).toEqual(['New enquiry', 'Open the gate by day', 'Count the till']);
    const duties = await read<{ items: { key: string; says: string }[] }>(asOwner, '/v1/record/entries?kind=duties');
    expect(duties.items).toHaveLength(3);
    expect((await problemIn(await say(bo, evaluation))).type).toBe('/problems/job-description-state');
    const { items } = await read<OwnJobDescriptions>(ann, mine);
    expect(items[0]).toMatchObject({ state: 'evaluated', evaluation });
    await read(ann, mine, 'PUT', { revision: 0, written });
    expect((await read<OwnJobDescriptions>(ann, mine)).items.map((one) => one.nth)).toEqual([2, 1]);
  });

  it('is for the supervisor alone until its day, where they sign in; then, or where none does, for whoever answers for the site', async () => {
    const { id } = await sent();
    const say = async (ask: Ask) =>
      (await problemIn(await ask('POST', `/v1/job-descriptions/${id}/evaluation`, evaluation))).type;
    const other = await signedIn('p-cy', [{ role: 'manager', sites: ['north', 'south'] }]);
    const dora = await signedIn('p-dora', [{ role: 'district-manager', sites: null }]);
    for (const ask of [other, dora, asOwner]) {
      expect(await say(ask)).toBe('/problems/job-description-forbidden');
      expect(await read<JobDescription>(ask, `/v1/job-descriptions/${id}`)).toMatchObject({
        mayEvaluate: false,
        supervisorAnswers: true,
      });
      expect((await read<JobDescriptions>(ask, '/v1/job-descriptions')).items).toMatchObject([{ id, yours: false }]);
    }
    expect((await read<JobDescriptions>(bo, '/v1/job-descriptions')).items).toMatchObject([{ id, yours: true }]);
    await store.inWork({ orgId: 'harbor', id: 'test', roles: ['owner'] }, async ({ tx }) =>
      tx.update(jobDescriptionTable).set({ dueOn: '2025-01-01' }),
    );
    expect(await read<JobDescription>(dora, `/v1/job-descriptions/${id}`)).toMatchObject({ mayEvaluate: true });
    await read(other, `/v1/job-descriptions/${id}/evaluation`, 'POST', evaluation);
    // Of Bo nobody is on record who answers for him.
    await read(bo, mine, 'PUT', { revision: 0, written });
    const his = await read<JobDescription>(bo, `${mine}/send`, 'POST');
    expect(his.supervisorAnswers).toBe(false);
    await read(dora, `/v1/job-descriptions/${his.id}/evaluation`, 'POST', evaluation);
  });

  it('silence is said so: the day has passed, and the record has a row of somebody who waits', async () => {
    const { id } = await sent();
    await store.inWork({ orgId: 'harbor', id: 'test', roles: ['owner'] }, async ({ tx }) =>
      tx.update(jobDescriptionTable).set({ dueOn: '2025-01-01' }),
    );
    expect((await read<JobDescriptions>(bo, '/v1/job-descriptions')).items).toMatchObject([{ id, overdue: true }]);
    expect((await approvals())[0]!.says).toContain('evaluation of the job description');
  });

  it('what was sent cannot be changed in the database either', async () => {
    await sent();
    const change = async () =>
      store.inWork({ orgId: 'harbor', id: 'test', roles: ['owner'] }, async ({ tx }) =>
        tx.update(jobDescriptionTable).set({ written: { duties: [], daily: '', suggestions: [] } }),
      );
    await expect(change()).rejects.toThrow();
  });

  it('is nobody’s who is not on record, and no other organisation’s', async () => {
    expect((await problemIn(await asOwner('GET', mine))).type).toBe('/problems/not-in-record');
    const { id } = await sent();
    const stranger = await here.token({ roles: ['owner'] }, 'elsewhere');
    expect((await here.ask('GET', `/v1/job-descriptions/${id}`, { token: stranger })).status).toBe(404);
    await read(bo, mine, 'PUT', { revision: 0, written });
    const his = await read<JobDescription>(bo, `${mine}/send`, 'POST');
    const himself = await bo('POST', `/v1/job-descriptions/${his.id}/evaluation`, evaluation);
    expect((await problemIn(himself)).type).toBe('/problems/job-description-forbidden');
    expect((await ann('GET', '/v1/job-descriptions')).status).toBe(403);
    expect((await ann('PUT', mine, { revision: 0 })).status).toBe(400);
  });
});
