// A contact that two should see, and only one does, closes with that one: after as many days as the plan waits for the second, or once
// the plan has ended. Until then nothing tells that one is in; from then on it counts as the review of one.
import { append } from '../platform/ledger/append.ts';
import type { Work } from '../platform/db/work.ts';
import { endUndone, setsThatWaited } from './sets.store.ts';
import { closeSets, lockSet, marksOfTasks, tasksOfSet } from './written.store.ts';

/** Closes every set that has waited long enough and that nobody has in hand; returns how many. */
export async function closeLateSets(work: Work): Promise<number> {
  let closed = 0;
  for (const id of await setsThatWaited(work)) if (await closeAsItIs(work, id)) closed += 1;
  return closed;
}

async function closeAsItIs(work: Work, id: string): Promise<boolean> {
  const set = await lockSet(work, id);
  if (!set || set.closedAt !== null) return false;
  const tasks = await tasksOfSet(work, id);
  const done = tasks.filter((one) => one.doneAt !== null).map((one) => one.id);
  const ended = await endUndone(work, id);
  // Nobody is in: it leaves the queue. Somebody took the other meanwhile: it waits for them.
  if (done.length === 0 || done.length + ended < tasks.length) return false;
  await closeSets(work, [id]);
  const marks = await marksOfTasks(work, done);
  const digestOf = JSON.stringify(marks.map((row) => [row.id, row.verdict, row.evidence, row.comment]));
  await append(work, { kind: 'reviews.closed-with-one', subjects: [id, ...done], digestOf });
  return true;
}
