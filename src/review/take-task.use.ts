// Tasks taken into one's hand, given back and skipped. Nobody gets a task that somebody else holds; one that is left lying for half
// an hour is anybody's again.
import { Fault } from '../kernel/fault.ts';
import { standardsInUse } from '../marking/pack-set.use.ts';
import { append } from '../platform/ledger/append.ts';
import type { Work } from '../platform/db/work.ts';
import type { ReviewTaskRow } from './review.table.ts';
import { assertMayReview } from './reviews.access.ts';
import type { SkipReason } from './task.core.ts';
import { wasClosedWithoutThem } from './sets.store.ts';
import * as store from './tasks.store.ts';
import { bringDraft } from './written.store.ts';

/** The next task into their hand, what they hold already first; null where nothing waits for them. @throws Fault `reviewing-forbidden` */
export async function takeNext(work: Work): Promise<string | null> {
  assertMayReview(work.actor);
  await store.oneAtATime(work);
  const task = await store.lockNext(work);
  if (!task) return null;
  await hold(work, task);
  return store.idShown(work, task);
}

/** One task into their hand; once more it stays there for longer. @throws Fault `reviewing-forbidden`, `review-task-missing`, `review-closed-with-one` */
export async function takeTask(work: Work, id: string): Promise<ReviewTaskRow> {
  assertMayReview(work.actor);
  await store.oneAtATime(work);
  const task = await store.lockTheirs(work, await store.taskMeant(work, id));
  if (!task) throw await notTheirs(work, id);
  return hold(work, task);
}

/** Back into the queue; what they have written stays theirs. @throws Fault `reviewing-forbidden`, `review-task-missing` */
export async function giveBack(work: Work, id: string): Promise<void> {
  assertMayReview(work.actor);
  const task = await store.lockTheirs(work, await store.taskMeant(work, id));
  if (!task) throw await notTheirs(work, id);
  // No line of the history: who looked at what without marking it is nobody's business.
  if (task.reviewer === work.actor.id) await store.writeGivenBack(work, task.id);
}

/** It goes to somebody else and doesn't come to them again. @throws Fault `reviewing-forbidden`, `review-task-missing`, `review-meant-for-you` */
export async function skipTask(work: Work, id: string, because: SkipReason): Promise<void> {
  assertMayReview(work.actor);
  const task = await store.lockTheirs(work, await store.taskMeant(work, id));
  if (!task) throw await notTheirs(work, id);
  if (task.meantFor === work.actor.id)
    throw new Fault(
      'review-meant-for-you',
      'conflict',
      'This one is meant for you alone. Give it back, and tell whoever asked for it that you cannot.',
    );
  await store.writeSkip(work, task.id, because);
  if (task.reviewer === work.actor.id) await store.writeGivenBack(work, task.id);
  await append(work, { kind: 'review.skipped', subjects: [await store.idShown(work, task)] });
}

/**
 * The same for a task that is with somebody else, done, ended, of no id, or not for them: none of these is told from another. But
 * whoever comes to a contact of two that was closed with the other's review is told so: nothing of it is kept from anybody any more.
 */
export async function notTheirs(work: Work, id: string): Promise<Fault> {
  if (await wasClosedWithoutThem(work, id))
    return new Fault(
      'review-closed-with-one',
      'conflict',
      'Two should have reviewed this contact. It was closed with the one review that was in, since the second was waited for long enough. Take the next one from the queue.',
    );
  return new Fault(
    'review-task-missing',
    'missing',
    'This review is with somebody else, done, or not for you. Take the next one from the queue.',
  );
}

/** Takes it, as the contact and the standards are today where nobody has begun it. */
export async function hold(work: Work, task: ReviewTaskRow): Promise<ReviewTaskRow> {
  const fresh = (await store.isBegun(work, task)) ? {} : await asToday(work, task);
  await store.writeTaken(work, task.id, fresh);
  await bringDraft(work, task);
  return { ...task, ...fresh, reviewer: work.actor.id };
}

async function asToday(
  work: Work,
  task: ReviewTaskRow,
): Promise<Partial<Pick<ReviewTaskRow, 'contactVersion' | 'standards'>>> {
  // Those of one contact that are blind to each other, and whoever decides between them, look at the same.
  if (task.blindId !== null) return {};
  const contactVersion = (await store.latestVersion(work, task.contactId)) ?? task.contactVersion;
  const inUse = new Map((await standardsInUse(work)).map((one) => [one.id, one.version]));
  const standards = task.standards.map(({ standard, version }) => ({
    standard,
    version: inUse.get(standard) ?? version,
  }));
  return { contactVersion, standards };
}
