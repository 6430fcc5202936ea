// Two who review one contact, on both databases: a second who never comes is waited for only so long, and whoever takes, gives back and
// takes again learns nothing of the other.
import { expect, it } from 'vitest';
import type { Actor } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';
import { forEachDatabase } from '../platform/db/databases.ts';
import type { Store } from '../platform/db/open.ts';
import { drawDue } from './draw/draw-due.job.ts';
import { drawPlan } from './draw/draw-plan.use.ts';
import { keepReview } from './keep-review.use.ts';
import { member, owner, plant, someContacts } from './planted.test-data.ts';
import { changePlan, endPlan, makePlan, readPlans } from './plans.use.ts';
import { readQueue } from './queue.use.ts';
import { readAgreed } from './review-marks.use.ts';
import { giveBack, skipTask, takeNext, takeTask } from './take-task.use.ts';
import { readTask } from './task-form.use.ts';

const said = {
  name: 'Both',
  standards: ['greeting.name'],
  sites: [],
  channels: [],
  fromDay: '2026-02-01',
  aWeek: 4,
  atRandom: 1,
  seenByTwo: 1,
  dueInDays: 7,
  reviewers: [],
  targets: [],
  targetedAWeek: 0,
  waitForSecondDays: 10,
};
const ann = member('ann', 'reviewer');
const ben = member('ben', 'reviewer');
const cas = member('cas', 'reviewer');
const marks = [{ standard: 'greeting.name', verdict: 'met' as const, evidence: [] }];

async function planned(store: Store, more: Partial<typeof said> = {}): Promise<string> {
  return store.inWork(owner, async (work) => {
    const id = await makePlan(work, { ...said, ...more });
    await drawPlan(work, id);
    return id;
  });
}

const take = async (store: Store, who: Actor): Promise<string> =>
  store.inWork(who, async (work) => (await takeNext(work)) ?? 'none');

async function write(store: Store, who: Actor, id: string, send: boolean): Promise<void> {
  await store.inWork(who, async (work) => keepReview(work, id, { began: 0, marks, seconds: 5, send }));
}

const slugOf = async (done: Promise<unknown>): Promise<string> =>
  done.then(
    () => 'none',
    (error: unknown) => (error instanceof Fault ? error.slug : String(error)),
  );

const agreedOn = async (store: Store) => store.inWork(owner, async (work) => readAgreed(work));
const plansOf = async (store: Store) => (await store.inWork(owner, readPlans)).plans;

forEachDatabase((_name, open) => {
  it('a second who never comes is waited for as long as the plan says; then the one review stands, and whoever comes is told', async () => {
    let now = new Date('2026-03-02T09:00:00Z');
    const store = await open({ now: () => now });
    await plant(store, someContacts(4));
    await planned(store);
    const first = await take(store, ann);
    await write(store, ann, first, true);
    const begun = await take(store, ben);
    expect(begun).toBe(first);
    await write(store, ben, begun, false);
    // Due on the 9th, and waited for until the 19th.
    now = new Date('2026-03-19T09:00:00Z');
    await drawDue(store, 'harbor');
    expect(await agreedOn(store)).toEqual([]);
    expect(await plansOf(store)).toMatchObject([{ done: 0, open: 4, closedWithOne: 0 }]);
    // Nobody is cut short who has it in hand.
    now = new Date('2026-03-20T09:00:00Z');
    await store.inWork(ben, async (work) => takeTask(work, begun));
    await drawDue(store, 'harbor');
    expect(await agreedOn(store)).toEqual([]);
    now = new Date('2026-03-20T10:00:00Z');
    await drawDue(store, 'harbor');
    const [alone, ...others] = await agreedOn(store);
    expect(others).toEqual([]);
    // All four were drawn, for sure; one of them is reviewed.
    expect(alone).toMatchObject({ verdict: 'met', by: 'one', probability: 0.25 });
    expect(await plansOf(store)).toMatchObject([{ done: 1, open: 3, closedWithOne: 1 }]);
    for (const late of [
      async () => store.inWork(ben, async (work) => readTask(work, begun, [])),
      async () => store.inWork(ben, async (work) => takeTask(work, begun)),
      async () =>
        store.inWork(ben, async (work) => keepReview(work, begun, { began: 1, marks, seconds: 5, send: true })),
      async () => store.inWork(cas, async (work) => takeTask(work, begun)),
    ])
      expect(await slugOf(late())).toBe('review-closed-with-one');
    // Who did it reads it; what never was is nowhere.
    expect((await store.inWork(ann, async (work) => readTask(work, first, []))).after?.agreed).toMatchObject([
      { by: 'one' },
    ]);
    expect(await slugOf(store.inWork(ben, async (work) => takeTask(work, 'rt-none')))).toBe('review-task-missing');
    const queue = await store.inWork(ben, readQueue);
    expect(queue.tasks.map((one) => one.id)).not.toContain(begun);
    expect(queue.waiting).toBe(3);
  });

  it('whoever runs the plan may wait for less, or end it: what one of two sent stands, and nothing is left that tells of it', async () => {
    let now = new Date('2026-03-02T09:00:00Z');
    const store = await open({ now: () => now });
    await plant(store, someContacts(4));
    const plan = await planned(store);
    await write(store, ann, await take(store, ann), true);
    now = new Date('2026-03-10T09:00:00Z');
    await store.inWork(owner, async (work) => changePlan(work, plan, { ...said, waitForSecondDays: 0 }));
    await drawDue(store, 'harbor');
    expect(await agreedOn(store)).toMatchObject([{ by: 'one' }]);
    await write(store, ann, await take(store, ann), true);
    const held = await take(store, ben);
    now = new Date('2026-03-10T09:10:00Z');
    await store.inWork(owner, async (work) => endPlan(work, plan));
    const left = (await store.inWork(cas, readQueue)).tasks.map((one) => one.id);
    expect(left.filter((id) => id !== held)).toEqual([]);
    now = new Date('2026-03-10T10:00:00Z');
    await drawDue(store, 'harbor');
    expect((await store.inWork(cas, readQueue)).waiting).toBe(0);
    expect((await agreedOn(store)).map((one) => one.by)).toEqual(['one', 'one']);
  });

  it('whoever takes one of two, gives it back and takes again is told the same, whether the other was sent or left lying', async () => {
    let minutes = 0;
    const store = await open({ now: () => new Date(Date.parse('2026-03-02T09:00:00Z') + 60_000 * minutes) });
    await plant(store, someContacts(4));
    await planned(store);
    const walk = async (who: Actor): Promise<unknown[]> => {
      const told: unknown[] = [];
      for (let nth = 0; nth < 3; nth++) {
        const { tasks, next, ...counts } = await store.inWork(who, readQueue);
        told.push(tasks, next, counts.waiting, counts.overdue);
        const id = await take(store, who);
        const form = await store.inWork(who, async (work) => readTask(work, id, []));
        told.push(id, { ...form, heldUntil: '' });
        await store.inWork(who, async (work) => giveBack(work, id));
      }
      return told;
    };
    // What ann has written of it goes with her, whichever of the two she is given.
    const hers = await take(store, ann);
    await write(store, ann, hers, false);
    await store.inWork(ann, async (work) => giveBack(work, hers));
    const his = await take(store, ben);
    expect(his).toBe(hers);
    const whileHeld = await walk(ann);
    minutes = 40;
    const whileLying = await walk(ann);
    await write(store, ben, his, true);
    const justSent = await walk(ann);
    minutes = 90;
    const sent = await walk(ann);
    expect(whileLying).toEqual(whileHeld);
    expect(justSent).toEqual(whileHeld);
    expect(sent).toEqual(whileHeld);
    expect(JSON.stringify(sent)).toContain('"verdict":"met"');
    // Leaving it to somebody else is told by the id that everybody knows it by.
    await store.inWork(cas, async (work) => skipTask(work, his, 'other'));
    expect((await store.inWork(cas, readQueue)).tasks.map((one) => one.id)).not.toContain(his);
    // And once she is in, each reads their own.
    await store.inWork(ann, async (work) => keepReview(work, hers, { began: 1, marks, seconds: 9, send: true }));
    expect(await agreedOn(store)).toMatchObject([{ by: 'two' }]);
    for (const who of [ann, ben])
      expect((await store.inWork(who, async (work) => readTask(work, hers, []))).state).toBe('done');
  });
});
