// Threads that run ranges of cases under a watchdog: a case that doesn't end costs its thread, is noted as a hang, and the rest of its
// range goes on in a new one.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FuzzFault, FuzzStart, FuzzTask } from './fuzz.worker.ts';

export interface Ran {
  readonly task: FuzzTask;
  readonly faults: readonly FuzzFault[];
  /** The slowest case in processor seconds; 0 where the thread had to be ended. */
  readonly slowest: number;
}

const looks = 500;

/** Runs all tasks on as many threads as there are cores. @param hangs wall seconds after which a case counts as one that never ends */
export async function runWatched(
  tasks: readonly FuzzTask[],
  seed: number,
  limits: { mostSeconds: number; hangs: number },
): Promise<Ran[]> {
  const queue = tasks.slice();
  const ran: Ran[] = [];
  const threads = Array.from({ length: Math.min(4, availableParallelism()) }, async () => {
    let thread: Thread | null = null;
    for (let task = queue.shift(); task; task = queue.shift()) {
      thread ??= startThread(seed, limits.mostSeconds);
      const one = await runOne(thread, task, limits.hangs);
      ran.push(one.ran);
      if (one.ended) thread = null;
      if (one.rest) queue.unshift(one.rest);
    }
    await thread?.worker.terminate();
  });
  await Promise.all(threads);
  return ran;
}

interface Thread {
  readonly worker: Worker;
  readonly at: Int32Array;
}

function startThread(seed: number, mostSeconds: number): Thread {
  const at = new Int32Array(new SharedArrayBuffer(8));
  const start: FuzzStart = { seed, at, mostSeconds };
  return {
    worker: new Worker(new URL('./fuzz.worker.ts', import.meta.url), {
      workerData: start,
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    }),
    at,
  };
}

async function runOne(
  { worker, at }: Thread,
  task: FuzzTask,
  hangs: number,
): Promise<{ ran: Ran; ended: boolean; rest?: FuzzTask }> {
  // Until the first case begins, its samples are being made.
  Atomics.store(at, 0, task.from - 1);
  Atomics.store(at, 1, Date.now() | 0);
  return new Promise((resolve) => {
    const stop = (what: string): void => {
      const nth = Math.max(task.from, Atomics.load(at, 0));
      done();
      void worker.terminate();
      resolve({
        ran: { task: { ...task, to: nth + 1 }, faults: [{ nth, what }], slowest: 0 },
        ended: true,
        ...(nth + 1 < task.to ? { rest: { ...task, from: nth + 1 } } : {}),
      });
    };
    const timer = setInterval(() => {
      const waited = ((Date.now() | 0) - Atomics.load(at, 1)) / 1000;
      if (waited > hangs) stop('hang: it did not end');
    }, looks);
    const onMessage = (answer: { faults: FuzzFault[]; slowest: number }): void => {
      done();
      resolve({ ran: { task, ...answer }, ended: false });
    };
    const onError = (error: Error): void => stop(`crash: the thread ended, ${error.constructor.name}`);
    const onExit = (): void => stop('crash: the thread ended');
    const done = (): void => {
      clearInterval(timer);
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
    };
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.postMessage(task);
  });
}
