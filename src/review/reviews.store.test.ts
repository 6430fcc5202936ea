// What reviews promise other parts, on both databases: plans that draw by themselves, what is put before reviewers on purpose,
// chances over several plans, tasks of calibrations, and that nothing is left of what was erased or taken out.
import { expect, it } from 'vitest';
import { postTable } from '../people/people.table.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import { insertMany } from '../platform/db/insert-many.ts';
import type { Store } from '../platform/db/open.ts';
import { drawDue } from './draw/draw-due.job.ts';
import { drawPlan } from './draw/draw-plan.use.ts';
import { forgetReviews, forgetReviewsOfVersions } from './forget-reviews.use.ts';
import { keepReview } from './keep-review.use.ts';
import type { PlanSaid } from './plan.core.ts';
import { addContacts, member, owner, plant, someContacts } from './planted.test-data.ts';
import { endPlan, makePlan, readPlans } from './plans.use.ts';
import { readAgreed, readReviewMarks } from './review-marks.use.ts';
import { reviewFrameTable, reviewTaskTable } from './review.table.ts';
import { takeNext, takeTask } from './take-task.use.ts';
import { dropTasksOf, makeTasks, readMarksOfSource, readTasksOf, revealTasksOf } from './tasks-of-source.use.ts';

const said: PlanSaid = {
  name: 'Every week',
  standards: ['greeting.name', 'need.first'],
  sites: [],
  channels: [],
  fromDay: '2026-02-01',
  aWeek: 10,
  atRandom: 0.5,
  seenByTwo: 0,
  dueInDays: 7,
  reviewers: [],
  targets: [],
  targetedAWeek: 0,
  waitForSecondDays: 14,
};
const ann = member('ann', 'reviewer');
const ben = member('ben', 'reviewer');

async function review(store: Store, who: typeof ann, verdict: 'met' | 'failed', task?: string): Promise<string | null> {
  return store.inWork(who, async (work) => {
    const id = task ?? (await takeNext(work));
    if (id === null) return null;
    const { standards } = await takeTask(work, id);
    const marks = standards.map(({ standard }) => ({ standard, verdict, evidence: [] }));
    await keepReview(work, id, { began: 0, marks, seconds: 5, send: true });
    return id;
  });
}

const tasksIn = async (store: Store) => store.inWork(owner, async ({ tx }) => tx.select().from(reviewTaskTable));

forEachDatabase((_name, open) => {
  it('draws by itself once a week, from what has come in since, and no more once a plan has ended', async () => {
    let now = new Date('2026-03-02T09:00:00Z');
    const store = await open({ now: () => now });
    await plant(store, someContacts(30));
    const id = await store.inWork(owner, async (work) => makePlan(work, said));
    expect(await drawDue(store, 'harbor')).toBe(1);
    expect(await drawDue(store, 'harbor')).toBe(0);
    const first = (await tasksIn(store)).length;
    expect(first).toBeGreaterThan(5);
    now = new Date('2026-03-09T09:00:00Z');
    // Nothing has come in.
    expect(await drawDue(store, 'harbor')).toBe(0);
    await addContacts(store, [{ id: 'new1' }, { id: 'new2' }]);
    expect(await drawDue(store, 'harbor')).toBe(1);
    const frame = await store.inWork(owner, async ({ tx }) => tx.select().from(reviewFrameTable));
    expect(frame).toHaveLength(32);
    expect(frame.filter((row) => row.contactId.startsWith('new'))).toMatchObject([
      { probability: 1, drawn: true },
      { probability: 1, drawn: true },
    ]);
    await review(store, ann, 'met');
    await store.inWork(owner, async (work) => endPlan(work, id));
    const { plans } = await store.inWork(owner, readPlans);
    expect(plans).toMatchObject([{ running: false, done: 1, open: 0 }]);
    expect(await drawDue(store, 'harbor')).toBe(0);
  });

  it('puts serious acts and people in their first weeks before reviewers, with no chance', async () => {
    const store = await open();
    await plant(store, [
      ...someContacts(20),
      { id: 'act', marks: { 'atrocity.hold': 'failed' } },
      { id: 'fresh', person: 'sam', site: 'mill', on: '2026-02-25' },
    ]);
    await store.inWork(owner, async ({ tx }) =>
      insertMany(tx, postTable, [
        {
          orgId: 'harbor',
          person: 'sam',
          site: 'mill',
          role: 'rep',
          from: '2026-02-10',
          originFile: 'test',
          digest: 'x',
          recordedAt: new Date(),
        } as never,
      ]),
    );
    await store.inWork(owner, async (work) => {
      const plan = await makePlan(work, {
        ...said,
        standards: [...said.standards, 'atrocity.hold'],
        aWeek: 1,
        atRandom: 1,
        targets: ['atrocities', 'new-people'],
        targetedAWeek: 4,
      });
      await drawPlan(work, plan);
    });
    const tasks = await tasksIn(store);
    const targeted = tasks.filter((one) => one.purpose === 'targeted');
    expect(targeted.every((one) => one.probability === null)).toBe(true);
    expect(tasks.map((one) => one.contactId)).toContain('act');
    expect(targeted.filter((one) => one.target === 'new-people').length).toBeGreaterThan(0);
    expect(new Set(tasks.map((one) => one.contactId)).size).toBe(tasks.length);
  });

  it('gives what several plans could have drawn the chance that any of them did', async () => {
    const store = await open();
    await plant(store, someContacts(12));
    await store.inWork(owner, async (work) => {
      for (const aWeek of [6, 4]) await drawPlan(work, await makePlan(work, { ...said, aWeek, atRandom: 1 }));
    });
    while ((await review(store, ann, 'met')) !== null);
    const agreed = await store.inWork(owner, async (work) => readAgreed(work, { standards: ['greeting.name'] }));
    expect(agreed.length).toBeGreaterThanOrEqual(6);
    expect(new Set(agreed.map((one) => one.contactId)).size).toBe(agreed.length);
    for (const { probability } of agreed) expect(probability).toBeCloseTo(1 - (1 - 6 / 12) * (1 - 4 / 12), 10);
  });

  it('counts no chance of what was drawn and nobody reviewed: of a plan that is ended, or of a week half done', async () => {
    const store = await open();
    await plant(store, someContacts(12));
    const chances = async () =>
      new Set(
        (await store.inWork(owner, async (work) => readAgreed(work, { standards: ['greeting.name'] }))).map((one) =>
          Number(one.probability?.toFixed(6)),
        ),
      );
    // All are drawn; three are reviewed so far: each came here with one chance in four, not for sure.
    await store.inWork(owner, async (work) =>
      drawPlan(work, await makePlan(work, { ...said, aWeek: 12, atRandom: 1, dueInDays: 1 })),
    );
    for (let nth = 0; nth < 3; nth++) await review(store, ann, 'met');
    expect(await chances()).toEqual(new Set([0.25]));
    // Another plan draws of the same and is ended at once: nobody was ever reviewed by it.
    await store.inWork(owner, async (work) => {
      const other = await makePlan(work, { ...said, aWeek: 6, atRandom: 0.1, dueInDays: 20 });
      await drawPlan(work, other);
      await endPlan(work, other);
    });
    expect(await chances()).toEqual(new Set([0.25]));
  });

  it('shows marks of a calibration to nobody before it is revealed, and gives each task to its one reviewer', async () => {
    const store = await open();
    await plant(store, someContacts(4));
    const [one, two] = await store.inWork(owner, async (work) =>
      makeTasks(work, {
        purpose: 'calibration',
        sourceId: 'session',
        due: '2026-03-10',
        tasks: ['ann', 'ben'].map((reviewer) => ({ contactId: 'c001', standards: ['greeting.name'], reviewer })),
      }),
    );
    expect(await store.inWork(member('cas', 'reviewer'), takeNext)).toBeNull();
    await expect(review(store, ben, 'met', one!.taskId)).rejects.toThrow('somebody else');
    await review(store, ann, 'met', one!.taskId);
    await store.inWork(owner, async (work) => {
      expect(await readReviewMarks(work)).toEqual([]);
      expect(await readTasksOf(work, 'session')).toMatchObject(
        [one!, two!]
          .map(({ taskId, reviewer }) => ({ taskId, state: reviewer === 'ann' ? 'done' : 'open' }))
          .toSorted((a, b) => (a.taskId < b.taskId ? -1 : 1)),
      );
      expect(await readMarksOfSource(work, 'session')).toMatchObject([{ verdict: 'met', probability: null }]);
      await dropTasksOf(work, 'session');
      await revealTasksOf(work, 'session');
      expect(await readReviewMarks(work)).toMatchObject([{ purpose: 'calibration', reviewer: 'ann' }]);
      expect(await readAgreed(work)).toEqual([]);
    });
    expect(await store.inWork(ben, takeNext)).toBeNull();
  });

  it('leaves nothing of contacts that are erased, or of versions that are taken out', async () => {
    const store = await open();
    await plant(store, someContacts(6));
    await store.inWork(owner, async (work) =>
      drawPlan(work, await makePlan(work, { ...said, aWeek: 6, seenByTwo: 1 })),
    );
    await review(store, ann, 'met');
    await store.inWork(ann, takeNext);
    const counts = async () =>
      store.asOwner(async (session) => {
        const rows =
          await session.query(`select (select count(*) from review_task) + (select count(*) from review_mark) +
          (select count(*) from review_frame) + (select count(*) from review_blind) + (select count(*) from review_draft) as rows,
          (select count(distinct contact_id) from review_task) as contacts`);
        return { rows: Number(rows[0]!['rows']), contacts: Number(rows[0]!['contacts']) };
      });
    expect((await counts()).contacts).toBe(6);
    await store.inWork(owner, async (work) => forgetReviews(work, ['c000', 'c001']));
    expect((await counts()).contacts).toBe(4);
    await store.inWork(owner, async (work) =>
      forgetReviewsOfVersions(
        work,
        ['c002', 'c003', 'c004'].map((id) => ({ id, version: 1 })),
      ),
    );
    expect((await counts()).contacts).toBe(1);
    await store.inWork(owner, async (work) => forgetReviewsOfVersions(work, [{ id: 'c005', version: 2 }]));
    expect((await counts()).contacts).toBe(1);
    await store.inWork(owner, async (work) => forgetReviews(work, ['c005']));
    expect(await counts()).toEqual({ rows: 0, contacts: 0 });
  });
});
