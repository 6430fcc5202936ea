// What is told as it happens: kinds of what was done, jobs to those who may see them, nothing of another organisation, and an
// end with the server.
import { expect, it } from 'vitest';
import type { Actor } from '../../kernel/actor.ts';
import { forEachDatabase } from '../db/databases.ts';
import type { Store } from '../db/open.ts';
import { append } from '../ledger/append.ts';
import { type Feed, newFeed } from './feed.ts';
import { jobsApi } from './jobs.api.ts';
import { addJob } from './jobs.store.ts';
import { newUploads } from './uploads.ts';

const owner: Actor = { orgId: 'harbor', id: 'cli', roles: ['owner'] };

/**
 * Waits until the feed has looked again, and told what was done until now. That nobody is told a thing is then known without
 * waiting for a silence: a job of the organisation's own was told in the same look.
 */
async function looked(feed: Feed, store: Store, orgId: string): Promise<void> {
  const id = `j-look-${crypto.randomUUID()}`;
  await store.inWork({ ...owner, orgId }, async (work) => addJob(work, id, 'diagnosis', { look: id }));
  await new Promise<void>((resolve) => {
    const hush = feed.listen(orgId, ({ event, data }) => {
      if (event !== 'job' || (data as { id: string }).id !== id) return;
      hush();
      resolve();
    });
  });
}

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
  // What is new is what came after the feed's first look.
  await looked(feed, store, actor.orgId);
  await during();
  await looked(feed, store, owner.orgId);
  await looked(feed, store, actor.orgId);
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
    const rival = await heard(store, { ...owner, orgId: 'rival' }, something(store));
    expect(rival).toContain('"work":"diagnosis"');
    expect(rival).not.toMatch(/changed|marking/);
  });

  it('whoever listened long enough has to ask again, and hears nothing more until then', async () => {
    const store = await open();
    expect(await heard(store, owner, something(store), 100)).toBe('');
  });
});
