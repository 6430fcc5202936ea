// Tasks that something else than a plan asks for: a calibration, which many mark and nobody sees until it is revealed, or a second
// look at what is disputed. Whoever calls has asked who may, and writes the line of the history.
import { randomUUID } from 'node:crypto';
import type { Day, Moment } from '../kernel/moment.ts';
import { standardsInUse } from '../marking/pack-set.use.ts';
import type { Work } from '../platform/db/work.ts';
import { writeTasks } from './draw/frame.store.ts';
import type { ReviewMark } from './review-mark.core.ts';
import { markOf } from './review-marks.use.ts';
import * as store from './source.store.ts';
import { latestVersion } from './tasks.store.ts';
import { closeSets, marksOfTasks } from './written.store.ts';

export interface TasksAsked {
  readonly purpose: 'calibration' | 'dispute';
  /** The session's or the dispute's id. */
  readonly sourceId: string;
  readonly due: Day;
  /** One each: who looks at what, by which standards. */
  readonly tasks: readonly {
    readonly contactId: string;
    readonly standards: readonly string[];
    /** The one member who may do it. */
    readonly reviewer: string;
  }[];
}

export interface TaskMade {
  readonly contactId: string;
  readonly reviewer: string;
  readonly taskId: string;
}

/**
 * Makes them, each for one member alone, with no chance of being drawn. Those of one contact are blind to each other until
 * `revealTasksOf`. A contact that isn't here, or standards that aren't kept, make no task.
 */
export async function makeTasks(work: Work, asked: TasksAsked): Promise<TaskMade[]> {
  const { orgId } = work.actor;
  const versions = new Map((await standardsInUse(work)).map((one) => [one.id, one.version]));
  const made: TaskMade[] = [];
  const rows = [];
  const sets = [];
  for (const [contactId, tasks] of Map.groupBy(asked.tasks, (one) => one.contactId)) {
    const contactVersion = await latestVersion(work, contactId);
    if (contactVersion === null) continue;
    const blindId = `rb${randomUUID()}`;
    const own = tasks.flatMap(({ standards, reviewer }) => {
      const kept = standards.flatMap((standard) => {
        const version = versions.get(standard);
        return version === undefined ? [] : [{ standard, version }];
      });
      if (kept.length === 0) return [];
      const id = `rt${randomUUID()}`;
      made.push({ contactId, reviewer, taskId: id });
      return [
        {
          orgId,
          id,
          purpose: asked.purpose,
          blindId,
          contactId,
          contactVersion,
          standards: kept,
          probability: null,
          meantFor: reviewer,
          sourceId: asked.sourceId,
          due: asked.due,
          madeAt: new Date(work.now),
        },
      ];
    });
    if (own.length === 0) continue;
    sets.push({ orgId, id: blindId, contactId, closes: 'when-told' as const });
    rows.push(...own);
  }
  await writeTasks(work, rows, sets);
  return made;
}

export interface TaskOfSource {
  readonly taskId: string;
  readonly contactId: string;
  readonly reviewer: string;
  readonly state: 'open' | 'done' | 'ended';
  readonly doneAt?: Moment;
}

/** How far they are: who is in, not what they said. */
export async function readTasksOf(work: Work, sourceId: string): Promise<TaskOfSource[]> {
  return (await store.tasksOfSource(work, sourceId)).map(({ id, contactId, meantFor, doneAt, endedAt }) => ({
    taskId: id,
    contactId,
    reviewer: meantFor ?? '',
    state: doneAt !== null ? 'done' : endedAt !== null ? 'ended' : 'open',
    ...(doneAt === null ? {} : { doneAt: doneAt.toISOString() }),
  }));
}

/** Marks of those that are in, revealed or not: whoever calls shows none before the reveal. */
export async function readMarksOfSource(work: Work, sourceId: string): Promise<ReviewMark[]> {
  const tasks = await store.tasksOfSource(work, sourceId);
  const rows = await marksOfTasks(
    work,
    tasks.map((one) => one.id),
  );
  return rows.map(({ blindId: _set, ...row }) => markOf(row));
}

/** From now on their marks may be seen by whoever sees the contact. Those that are open still may be done, and are seen at once. */
export async function revealTasksOf(work: Work, sourceId: string): Promise<void> {
  const tasks = await store.tasksOfSource(work, sourceId);
  await closeSets(work, [...new Set(tasks.flatMap((one) => one.blindId ?? []))]);
}

/** Takes those out of the queue that are open still. */
export async function dropTasksOf(work: Work, sourceId: string): Promise<void> {
  await store.endTasksOfSource(work, sourceId);
}
