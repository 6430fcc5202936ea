// A blind set closes once all of its reviewers are in: from then on their marks may be seen, and where they differ somebody else
// is asked.
import { randomUUID } from 'node:crypto';
import { addDays } from '../kernel/moment.ts';
import { append } from '../platform/ledger/append.ts';
import type { Work } from '../platform/db/work.ts';
import { writeTasks } from './draw/frame.store.ts';
import { closeSets, lockSet, marksOfTasks, tasksOfSet } from './written.store.ts';

/** Days until somebody has decided between two. */
const daysToDecide = 7;

/** Closes it where every reviewer is in, with the one line of the history that tells of all of them. */
export async function closeWhereAllAreIn(work: Work, id: string): Promise<void> {
  const set = await lockSet(work, id);
  if (!set || set.closes !== 'when-all-are-in' || set.closedAt !== null) return;
  const tasks = await tasksOfSet(work, id);
  if (tasks.some((one) => one.doneAt === null)) return;
  await closeSets(work, [id]);
  const ids = tasks.map((one) => one.id);
  const marks = await marksOfTasks(work, ids);
  const [first] = tasks;
  const differing = (first?.standards ?? []).filter(
    ({ standard }) => new Set(marks.flatMap((one) => (one.standard === standard ? [one.verdict] : []))).size > 1,
  );
  if (first && differing.length > 0)
    await writeTasks(
      work,
      [
        {
          orgId: work.actor.orgId,
          id: `rt${randomUUID()}`,
          purpose: 'adjudication',
          planId: first.planId,
          blindId: id,
          contactId: first.contactId,
          contactVersion: first.contactVersion,
          standards: differing,
          probability: null,
          due: addDays(work.now.slice(0, 10), daysToDecide),
          madeAt: new Date(work.now),
        },
      ],
      [],
    );
  const digestOf = JSON.stringify(marks.map((row) => [row.id, row.verdict, row.evidence, row.comment]));
  await append(work, { kind: 'reviews.closed', subjects: [id, ...ids], digestOf });
}
