// Rows of jobs: asked for, claimed by one runner at a time, told of, ended.
import { and, asc, desc, eq, inArray, lt, lte, notExists, or, sql } from 'drizzle-orm';
import type { Actor } from '../../kernel/actor.ts';
import type { Moment } from '../../kernel/moment.ts';
import { Fault } from '../../kernel/fault.ts';
import { problemOf, type Problem } from '../http/problem.ts';
import type { Work } from '../db/work.ts';
import { afterLoss, silence, type Job, type JobInput, type Step } from './job.core.ts';
import { jobTable, type JobRow } from './job.table.ts';

/** Asks for a job; one that waits with the same work and input already is given instead. */
export async function addJob({ tx, actor, now }: Work, id: string, work: string, input: JobInput): Promise<JobRow> {
  const [same] = await tx
    .select()
    .from(jobTable)
    .where(
      and(
        eq(jobTable.orgId, actor.orgId),
        eq(jobTable.work, work),
        eq(jobTable.state, 'waiting'),
        sql`${jobTable.input} = ${JSON.stringify(input)}::jsonb`,
      ),
    );
  if (same) return same;
  const [row] = await tx
    .insert(jobTable)
    .values({
      orgId: actor.orgId,
      id,
      work,
      input,
      askedBy: actor.id,
      acting: actor,
      askedAt: now,
      state: 'waiting',
      notBefore: now,
    })
    .returning();
  return row!;
}

/** Asks for a job that there is to be once, whatever became of it; false where it was asked for already. */
export async function addJobOnce(work: Work, id: string, name: string, input: JobInput): Promise<boolean> {
  const { tx, actor, now } = work;
  const added = await tx
    .insert(jobTable)
    .values({
      orgId: actor.orgId,
      id,
      work: name,
      input,
      askedBy: actor.id,
      acting: actor,
      askedAt: now,
      state: 'waiting',
      notBefore: now,
    })
    .onConflictDoNothing()
    .returning({ id: jobTable.id });
  return added.length > 0;
}

/**
 * Takes the job that waits longest, where no other of the organisation runs: its works move the same rows. Jobs whose
 * runner has fallen silent wait again first.
 */
export async function claimJob({ tx, actor, now }: Work, runner: string): Promise<Job | null> {
  const { orgId } = actor;
  // One runner at a time looks, or two would each see that none runs.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`jobs of ${orgId}`}, 0))`);
  await takeBack({ tx, now }, orgId, new Date(Date.parse(now) - silence).toISOString());
  const running = tx
    .select({ one: sql`1` })
    .from(jobTable)
    .where(and(eq(jobTable.orgId, orgId), eq(jobTable.state, 'running')));
  const [next] = await tx
    .select()
    .from(jobTable)
    .where(
      and(eq(jobTable.orgId, orgId), eq(jobTable.state, 'waiting'), lte(jobTable.notBefore, now), notExists(running)),
    )
    .orderBy(asc(jobTable.askedAt), asc(jobTable.id))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!next) return null;
  const tries = next.tries + 1;
  await tx
    .update(jobTable)
    .set({ state: 'running', runner, tries, begunAt: next.begunAt ?? now, beatAt: now, problem: null })
    .where(and(eq(jobTable.orgId, orgId), eq(jobTable.id, next.id)));
  const { id, work, input, acting } = next;
  return { orgId, id, work, input, acting, tries };
}

const lostTooOften = problemOf(
  new Fault(
    'job-lost',
    'unavailable',
    'The server ended every time it was at this. Look at its log and at the memory of the machine, then ask for it again.',
  ),
);

/** Jobs whose runner was last heard before a moment wait again; lost too often, they have failed. */
async function takeBack({ tx, now }: Pick<Work, 'tx' | 'now'>, orgId: string, before: Moment): Promise<void> {
  const lost = await tx
    .select({ id: jobTable.id, tries: jobTable.tries, cancelledAt: jobTable.cancelledAt })
    .from(jobTable)
    .where(and(eq(jobTable.orgId, orgId), eq(jobTable.state, 'running'), lt(jobTable.beatAt, before)));
  for (const { id, tries, cancelledAt } of lost) {
    const again = afterLoss(tries, now);
    const ended =
      cancelledAt !== null ? ({ state: 'cancelled' } as const) : ({ state: 'failed', problem: lostTooOften } as const);
    await tx
      .update(jobTable)
      .set({
        runner: null,
        ...(cancelledAt === null && again !== null
          ? { state: 'waiting', notBefore: again }
          : { ...ended, endedAt: now }),
      })
      .where(and(eq(jobTable.orgId, orgId), eq(jobTable.id, id)));
  }
}

/** Says that the job is being run, and how far it is. Returns whether it is to go on: false once somebody cancelled it. */
export async function beat({ tx, actor, now }: Work, id: string, runner: string, step: Step | null): Promise<boolean> {
  const [row] = await tx
    .update(jobTable)
    .set({
      beatAt: now,
      ...(step ? { done: step.done, ofAll: step.of ?? null, says: step.says ?? null } : {}),
      ...(step?.input ? { input: step.input } : {}),
    })
    .where(
      and(
        eq(jobTable.orgId, actor.orgId),
        eq(jobTable.id, id),
        eq(jobTable.runner, runner),
        eq(jobTable.state, 'running'),
      ),
    )
    .returning({ cancelledAt: jobTable.cancelledAt });
  return row !== undefined && row.cancelledAt === null;
}

/** How a run ended. `again`: it waits until that moment; `left`: its runner ends, the try doesn't count. */
export type Ended =
  | { readonly state: 'done' | 'cancelled' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'again'; readonly at: Moment; readonly problem: Problem }
  | { readonly state: 'left' };

export async function endJob({ tx, actor, now }: Work, id: string, runner: string, ended: Ended): Promise<void> {
  const set =
    ended.state === 'again'
      ? { state: 'waiting' as const, notBefore: ended.at, problem: ended.problem }
      : ended.state === 'left'
        ? { state: 'waiting' as const, tries: sql`${jobTable.tries} - 1` }
        : { state: ended.state, endedAt: now, ...(ended.state === 'failed' ? { problem: ended.problem } : {}) };
  await tx
    .update(jobTable)
    .set({ ...set, runner: null })
    .where(and(eq(jobTable.orgId, actor.orgId), eq(jobTable.id, id), eq(jobTable.runner, runner)));
}

/** Marks it to be left; one that waits has ended at once. Returns the row, or null where there is none. */
export async function cancelJob({ tx, actor, now }: Work, id: string): Promise<JobRow | null> {
  const own = and(eq(jobTable.orgId, actor.orgId), eq(jobTable.id, id));
  await tx
    .update(jobTable)
    .set({ state: 'cancelled', cancelledAt: now, endedAt: now })
    .where(and(own, eq(jobTable.state, 'waiting')));
  await tx
    .update(jobTable)
    .set({ cancelledAt: now })
    .where(and(own, eq(jobTable.state, 'running')));
  const [row] = await tx.select().from(jobTable).where(own);
  return row ?? null;
}

/** Lets a job that failed or was cancelled wait again, as if asked for now. Returns the row; null where there is none that ended so. */
export async function againJob({ tx, actor, now }: Work, id: string, acting: Actor): Promise<JobRow | null> {
  const [row] = await tx
    .update(jobTable)
    .set({ state: 'waiting', notBefore: now, tries: 0, endedAt: null, cancelledAt: null, problem: null, acting })
    .where(and(eq(jobTable.orgId, actor.orgId), eq(jobTable.id, id), inArray(jobTable.state, ['failed', 'cancelled'])))
    .returning();
  return row ?? null;
}

export async function jobById({ tx, actor }: Work, id: string): Promise<JobRow | null> {
  const [row] = await tx
    .select()
    .from(jobTable)
    .where(and(eq(jobTable.orgId, actor.orgId), eq(jobTable.id, id)));
  return row ?? null;
}

/** Newest first, after a place in that order. */
export async function jobsBefore(
  { tx, actor }: Work,
  place: { at: string; id: string } | undefined,
  limit: number,
): Promise<JobRow[]> {
  const after =
    place && or(lt(jobTable.askedAt, place.at), and(eq(jobTable.askedAt, place.at), lt(jobTable.id, place.id)));
  return tx
    .select()
    .from(jobTable)
    .where(and(eq(jobTable.orgId, actor.orgId), after))
    .orderBy(desc(jobTable.askedAt), desc(jobTable.id))
    .limit(limit);
}
