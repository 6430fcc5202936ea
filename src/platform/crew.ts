// A crew of worker threads that share one queue of tasks. The caller waits when all are busy, so memory stays flat
// however long the queue's source is; results come back in the order the tasks went in.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

export interface Crew<Task, Result> {
  readonly size: number;
  /** Gives the task to the next free worker. The promise is of its result; an error in the worker rejects it. */
  run(task: Task): Promise<Result>;
  /** Starts more threads, up to so many. */
  grow(size: number): void;
  /** Whether the process waits for it: one that rests doesn't keep a process from ending. */
  rest(resting: boolean): void;
  close(): Promise<void>;
}

interface Waiting<Task, Result> {
  readonly task: Task;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

// What threads leave behind is short-lived; a small young generation keeps many threads in little memory at no cost in
// time that we could measure.
const resourceLimits = { maxYoungGenerationSizeMb: 24 };

/**
 * One worker fewer than there are cores, four at most: the database and the reader keep a core busy between them, and what a
 * thread costs before it helps (compiling standards, then its own code) is paid by each.
 */
export function crewSize(): number {
  return Math.max(1, Math.min(4, availableParallelism() - 1));
}

/**
 * Starts a crew. The module answers each message `{task}` with `{result}` or `{error}` on its parent port.
 * @param start what every worker is given as `workerData`
 */
export function startCrew<Task, Result>(module: URL, start: unknown, size = crewSize()): Crew<Task, Result> {
  const queue: Waiting<Task, Result>[] = [];
  const busy = new Map<Worker, Waiting<Task, Result>>();
  const workers: Worker[] = [];
  let broken: Error | null = null;

  function next(worker: Worker): void {
    const waiting = queue.shift();
    if (!waiting) return;
    busy.set(worker, waiting);
    worker.postMessage(waiting.task);
  }

  function fail(worker: Worker, error: Error): void {
    broken = error;
    busy.get(worker)?.reject(error);
    busy.delete(worker);
    for (const waiting of queue.splice(0)) waiting.reject(error);
  }

  function add(): void {
    const worker = new Worker(module, { workerData: start, resourceLimits });
    workers.push(worker);
    worker.on('message', (answer: { result: Result } | { error: string }) => {
      const waiting = busy.get(worker);
      busy.delete(worker);
      if ('error' in answer) waiting?.reject(new Error(answer.error));
      else waiting?.resolve(answer.result);
      next(worker);
    });
    worker.on('error', (error: Error) => fail(worker, error));
    next(worker);
  }

  function grow(wanted: number): void {
    while (workers.length < wanted) add();
  }

  grow(size);

  return {
    get size() {
      return workers.length;
    },
    grow,
    rest: (resting) => {
      for (const worker of workers) {
        if (resting) worker.unref();
        else worker.ref();
      }
    },
    run: async (task) => {
      if (broken) throw broken;
      return new Promise<Result>((resolve, reject) => {
        queue.push({ task, resolve, reject });
        const free = workers.find((worker) => !busy.has(worker));
        if (free) next(free);
      });
    },
    close: async () => {
      await Promise.all(workers.map(async (worker) => worker.terminate()));
    },
  };
}
