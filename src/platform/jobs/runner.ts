// Runs the jobs of the organisations held here, one at a time in each. A process that is killed leaves its job to the next
// one that looks: at once where it alone holds the data, after a minute's silence on PostgreSQL.
import { randomUUID } from 'node:crypto';
import { setImmediate as giveWay } from 'node:timers/promises';
import type { Actor } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import { organisationsOf } from '../db/keys.ts';
import type { Store } from '../db/open.ts';
import { faultBehind, problemOf } from '../http/problem.ts';
import { placeOf, type Log } from '../http/log.ts';
import { nextTry, type Job, type JobWork, type Step } from './job.core.ts';
import { beat, claimJob, endJob, type Ended } from './jobs.store.ts';
import { forgetRunners } from './lost-jobs.ts';

export interface Runner {
  /** Begins to look for jobs. */
  begin(): Promise<void>;
  /** Looks now: a job was asked for, or one was cancelled. */
  look(): void;
  /** Leaves what runs to the next process, and looks no more. */
  end(): Promise<void>;
}

export interface Running {
  readonly store: Store;
  readonly works: Readonly<Record<string, JobWork>>;
  readonly log: Log;
  /** Called with the organisation whenever a job of it has got on. */
  readonly told: (orgId: string) => void;
}

/** How often it looks without being asked to, and says that it runs, in milliseconds. */
const every = 5000;
const betweenSteps = 500;

/** The runner of a process. */
export function newRunner({ store, works, log, told }: Running): Runner {
  const me = randomUUID();
  const busy = new Map<string, { job: Job; left: AbortController; over: Promise<void> }>();
  let timer: NodeJS.Timeout | undefined;
  let ending = false;
  let looking: Promise<void> = Promise.resolve();

  const asRunner = (orgId: string): Actor => ({ orgId, id: 'jobs', roles: [] });

  async function lookOnce(): Promise<void> {
    for (const orgId of await organisationsOf(store.dataDir)) {
      if (ending) return;
      const own = busy.get(orgId);
      if (own) {
        if (!(await store.inWork(asRunner(orgId), async (work) => beat(work, own.job.id, me, null)))) own.left.abort();
        continue;
      }
      const job = await store.inWork(asRunner(orgId), async (work) => claimJob(work, me));
      if (!job) continue;
      const left = new AbortController();
      const over = run(job, left.signal).finally(() => {
        busy.delete(orgId);
        told(orgId);
        look();
      });
      busy.set(orgId, { job, left, over });
      told(orgId);
    }
  }

  function look(): void {
    if (ending) return;
    looking = looking.then(lookOnce).catch((error: unknown) => {
      log({ level: 'error', says: 'looking for jobs failed', at: placeOf(error) });
    });
  }

  async function run(job: Job, signal: AbortSignal): Promise<void> {
    const ended = await tried(job, signal);
    await store
      .inWork(asRunner(job.orgId), async (work) => endJob(work, job.id, me, ended))
      .catch((error: unknown) => log({ level: 'error', says: 'a job’s end was not kept', at: placeOf(error) }));
    log({
      level: ended.state === 'failed' ? 'error' : 'info',
      says: `job ${job.work} ${ended.state}`,
      organisation: job.orgId,
    });
  }

  async function tried(job: Job, signal: AbortSignal): Promise<Ended> {
    const left = (): Ended => (ending ? { state: 'left' } : { state: 'cancelled' });
    try {
      const work = works[job.work];
      if (!work)
        throw new Fault('job-unknown', 'unready', 'This version knows no such work. Ask for it again by another name.');
      let last = 0;
      let untold: Step | null = null;
      for await (const step of work.run(job, signal)) {
        if (signal.aborted) return left();
        untold = step;
        // Requests are read between steps, also where the embedded database answers in this very thread.
        await giveWay();
        // What the next try needs is kept at once; how far it is, now and then.
        if (step.input === undefined && performance.now() - last < betweenSteps) continue;
        if (!(await tell(job, step))) return left();
        untold = null;
        last = performance.now();
      }
      if (signal.aborted) return left();
      if (untold) await tell(job, untold);
      return { state: 'done' };
    } catch (error) {
      if (signal.aborted) return left();
      return failed(job, error);
    }
  }

  async function tell(job: Job, step: Step): Promise<boolean> {
    const goOn = await store.inWork(asRunner(job.orgId), async (work) => beat(work, job.id, me, step));
    told(job.orgId);
    return goOn;
  }

  function failed(job: Job, error: unknown): Ended {
    const problem = problemOf(error);
    const fault = faultBehind(error);
    if (!fault) log({ level: 'error', says: `job ${job.work} met what it should not`, at: placeOf(error) });
    // What the machine lacks may come back, other work may end; a refusal stays one.
    const passes =
      fault === null || ['unavailable', 'too-many'].includes(fault.kind) || fault.slug === 'work-under-way';
    const at = passes ? nextTry(job.tries, new Date().toISOString()) : null;
    return at === null ? { state: 'failed', problem } : { state: 'again', at, problem };
  }

  return {
    begin: async () => {
      // Whoever holds the embedded database holds it alone: what another process ran runs no more.
      if (store.kind === 'pglite') await forgetRunners(store, asRunner);
      timer = setInterval(look, every);
      timer.unref();
      look();
    },
    look,
    end: async () => {
      ending = true;
      clearInterval(timer);
      await looking;
      for (const { left } of busy.values()) left.abort();
      await Promise.all([...busy.values()].map(async (one) => one.over));
    },
  };
}
