// The demo's reviewers, on both databases: most of what a plan drew is marked by three, two of them blind, and decided where they
// differ; some is left, and a second start adds nothing.
import { expect, it } from 'vitest';
import { makeApp } from '../../../app.ts';
import { forEachDatabase } from '../../../platform/db/databases.ts';
import { actorAsked } from '../../../platform/http/asked.ts';
import { jobById } from '../../../platform/jobs/jobs.store.ts';
import { owner, plant, someContacts } from '../../../review/planted.test-data.ts';
import { readAgreed, readReviewMarks } from '../../../review/review-marks.use.ts';
import { demoReviewsWork } from './demo-reviews.ts';
import { reviewerSaid } from './reviewer-said.core.ts';

forEachDatabase((_name, open) => {
  it('leave a plan, marks that may be seen, decisions, something to learn from them, and some for whoever looks around', async () => {
    const store = await open();
    await plant(store, someContacts(30));
    const app = makeApp({ store, actorOf: actorAsked, spoolDir: '/nowhere', ownPacks: '/nowhere', version: 'test' });
    const run = async (): Promise<void> => {
      const work = demoReviewsWork(
        store,
        () => app,
        owner,
        ['greeting.name', 'need.first', 'atrocity.hold'],
        'need.first',
      );
      const job = { orgId: owner.orgId, id: 'j', work: 'demo-reviews', input: {}, acting: owner, tries: 1 };
      for await (const _step of work.run(job, new AbortController().signal));
    };
    await run();
    const { marks, agreed } = await store.inWork(owner, async (work) => ({
      marks: await readReviewMarks(work),
      agreed: await readAgreed(work),
    }));
    expect(new Set(marks.map((one) => one.reviewer)).size).toBe(3);
    expect(new Set(agreed.map((one) => one.by))).toEqual(new Set(['one', 'two', 'adjudicated']));
    const contacts = new Set(agreed.map((one) => one.contactId)).size;
    expect(contacts).toBeGreaterThan(15);
    expect(contacts).toBeLessThan(30);
    const learning = await store.inWork(owner, async (work) => jobById(work, 'demo-marker'));
    expect(learning).toMatchObject({ work: 'markers', input: { standard: 'need.first' }, state: 'waiting' });
    await run();
    expect(await store.inWork(owner, async (work) => (await readReviewMarks(work)).length)).toBe(marks.length);
  });
});

it('say mostly what was planned; one is strict, and one standard is anybody’s guess', () => {
  const contacts = Array.from({ length: 400 }, (_, at) => `c${at}`);
  const share = (reviewer: number, standard: string): number => {
    const truth = { standard, failed: false, machine: 'met' as const };
    const said = contacts.map((contact) => reviewerSaid({ contact, ...truth }, reviewer, 'vague'));
    return said.filter((one) => one === 'met').length / contacts.length;
  };
  expect(share(0, 'plain')).toBeGreaterThan(0.94);
  expect(share(1, 'plain')).toBeLessThan(0.9);
  expect(share(1, 'plain')).toBeGreaterThan(0.78);
  expect(share(0, 'vague')).toBeLessThan(0.88);
});
