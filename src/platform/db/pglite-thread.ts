// The embedded database in its own thread, seen from here: a message at a time in, its answer out.
import { Worker } from 'node:worker_threads';
import type { FromDatabase, ToDatabase } from './pglite.worker.ts';

/** Whoever answers PostgreSQL's messages. */
export interface Answering {
  /** The whole answer to one message; its memory may be taken over. One at a time. */
  ask(message: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens the database in `folder`, which is there. @throws Error of the database itself where it can't be opened */
export async function startPgliteThread(folder: string): Promise<Answering> {
  const worker = new Worker(new URL('./pglite.worker.ts', import.meta.url), { workerData: { folder } });
  // In the order of what was sent: the thread answers one after the other.
  const waiting: PromiseWithResolvers<FromDatabase>[] = [];
  let broken: Error | null = null;

  worker.on('message', (told: FromDatabase) => {
    waiting.shift()?.resolve(told);
    // Nobody waits: the process may end.
    if (waiting.length === 0) worker.unref();
  });
  const fail = (error: Error): void => {
    broken ??= error;
    for (const one of waiting.splice(0)) one.reject(broken);
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The thread of the embedded database has ended.')));

  async function next(): Promise<FromDatabase> {
    if (broken) throw broken;
    const answer = Promise.withResolvers<FromDatabase>();
    waiting.push(answer);
    worker.ref();
    const told = await answer.promise;
    if (told.kind === 'failed') throw told.error;
    return told;
  }

  async function send(message: ToDatabase, moved: ArrayBuffer[] = []): Promise<FromDatabase> {
    const told = next();
    worker.postMessage(message, moved);
    return told;
  }

  try {
    await next();
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    ask: async (message) => {
      const told = await send(message, [message.buffer]);
      return told.kind === 'answer' ? told.bytes : new Uint8Array(0);
    },
    close: async () => {
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      await send(null);
      worker.ref();
      await ended;
    },
  };
}
