// What is told as it happens: kinds of what was done, jobs to those who may see them, nothing of another organisation, and an
// end with the server.
import { expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from '../db/databases.ts';
import type { Store } from '../db/open.ts';
import { append } from '../ledger/append.ts';
import { newFeed } from './feed.ts';
import { jobsApi } from './jobs.api.ts';
import { addJob } from './jobs.store.ts';
import { newUploads } from './uploads.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };

/** Everything that is told until the server ends, as text. */
async function heard(store: Store, actor: Actor, during: () => Promise<void>, letIn?: number): Promise<string> {
  const feed = newFeed(store);
  const api = jobsApi({
    store,
    actorOf: () => actor,
    actingAs: (given) => given,
    look: () => undefined,
    feed,
    uploads: newUploads('nowhere'),
    hearsJobs: ({ roles }) => roles.includes('owner'),
    ...(letIn === undefined ? {} : { letIn }),
  });
  const reply = await api.request('/v1/events');
  expect(reply.headers.get('content-type')).toContain('text/event-stream');
  const text = reply.text();
  const settle = async (): Promise<void> => {
    feed.stir(owner.orgId);
    await new Promise((resolve) => {
      setTimeout(resolve, 1500);
    });
  };
  await settle();
  await during();
  await settle();
  feed.end();
  return text;
}

const something = (store: Store) => async (): Promise<void> => {
  await store.inWork(owner, async (work) => {
    await addJob(work, 'j-1', 'marking', {});
    await append(work, { kind: 'contacts.added', subjects: ['c-secret'] });
  });
};

forEachDatabase((_name, open) => {
  it('tells the kinds of what was done, and the jobs, but no id of a contact', async () => {
    const store = await open();
    const told = await heard(store, owner, something(store));
    expect(told).toContain('event: changed\ndata: {"what":["contacts"]}');
    expect(told).toContain('"work":"marking"');
    expect(told).not.toContain('c-secret');
  });

  it('tells of jobs only those who may see them, and another organisation nothing', async () => {
    const store = await open();
    const rep = await heard(store, { ...owner, roles: ['rep'] }, something(store));
    expect(rep).toContain('event: changed');
    expect(rep).not.toContain('marking');
    expect(await heard(store, { ...owner, orgId: 'rival' }, something(store))).toBe('');
  });

  it('whoever listened long enough has to ask again, and hears nothing more until then', async () => {
    const store = await open();
    expect(await heard(store, owner, something(store), 100)).toBe('');
  });
});
