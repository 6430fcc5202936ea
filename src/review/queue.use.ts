// The queue of whoever asks, and for those who look after plans who has how much in hand.
import { countContacts } from '../contacts/contacts.use.ts';
import type { Work } from '../platform/db/work.ts';
import { weekOf } from './plan.core.ts';
import { runningPlanIds } from './plans.store.ts';
import { assertMayReview, mayPlanReviews, mayTakeReviewsOut } from './reviews.access.ts';
import type { ReviewQueue } from './reviews.shape.ts';
import { purposeShown } from './task-form.use.ts';
import * as tasks from './tasks.store.ts';
import { workloads } from './workload.store.ts';

/** As many as a page shows; how many there are is told. */
const shown = 50;

/** @throws Fault `reviewing-forbidden` */
export async function readQueue(work: Work): Promise<ReviewQueue> {
  assertMayReview(work.actor);
  const today = work.now.slice(0, 10);
  const week = weekOf(today);
  const rows = await tasks.tasksFor(work, shown);
  const others = mayPlanReviews(work.actor) ? await workloads(work, today, week) : null;
  return {
    tasks: rows.map(({ task, shownAs, channel, begun }) => ({
      id: shownAs,
      purpose: purposeShown(task.purpose),
      channel,
      standards: task.standards.length,
      due: task.due,
      overdue: task.due < today,
      yours: task.reviewer === work.actor.id && (task.heldUntil?.toISOString() ?? '') >= work.now,
      begun,
    })),
    ...(await tasks.countFor(work, today)),
    next: rows[0]?.shownAs ?? null,
    doneThisWeek: await tasks.countDone(work, `${week}T00:00:00Z`),
    others:
      others?.map(({ name, nextDue, ...one }) => ({
        ...one,
        ...(name === null ? {} : { name }),
        ...(nextDue === null ? {} : { nextDue }),
      })) ?? null,
    contacts: (await countContacts(work)).contacts,
    plans: (await runningPlanIds(work)).length,
    can: { plan: mayPlanReviews(work.actor), takeOut: mayTakeReviewsOut(work.actor) },
  };
}

/** What comes next for them, without taking it. */
export async function nextFor(work: Work): Promise<string | null> {
  return tasks.nextId(work);
}
