// A thread that works out shares, so that whoever else asks the program something meanwhile is answered.
import { parentPort } from 'node:worker_threads';
import type { MarkRows } from './mark-rows.core.ts';
import { sharesOfFailing } from './shares.core.ts';

export interface SharesTask {
  readonly rows: MarkRows;
  readonly mostRows?: number;
}

parentPort?.on('message', ({ rows, ...options }: SharesTask) => {
  try {
    parentPort?.postMessage({ result: sharesOfFailing(rows, options) });
  } catch (error) {
    // The stack names our code; rows hold ids and numbers, never words of a contact.
    parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : 'the fit failed' });
  }
});
