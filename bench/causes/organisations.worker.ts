// A thread of the bench: one organisation after the other, as it is asked.
import { parentPort } from 'node:worker_threads';
import { oneOrganisation, type Task } from './one-organisation.ts';

parentPort?.on('message', (task: Task) => {
  try {
    parentPort?.postMessage({ result: oneOrganisation(task) });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : 'failed' });
  }
});
