// Which contact somebody has in hand. For the program's own use alone: no answer to a reviewer holds it.
import type { Work } from '../platform/db/work.ts';
import { assertMayReview } from './reviews.access.ts';
import { notTheirs } from './take-task.use.ts';
import * as tasks from './tasks.store.ts';

/** @throws Fault `reviewing-forbidden`, `review-task-missing`, `review-closed-with-one` */
export async function contactInHand(work: Work, task: string): Promise<string> {
  assertMayReview(work.actor);
  const found = await tasks.findTheirs(work, await tasks.taskMeant(work, task));
  if (!found) throw await notTheirs(work, task);
  return found.contactId;
}
