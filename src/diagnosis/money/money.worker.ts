// A thread that counts what failing costs, so that whoever else asks the program something meanwhile is answered.
import { parentPort } from 'node:worker_threads';
import { moneyReport } from './make-report.core.ts';
import type { MoneyInput } from './money-input.core.ts';

parentPort?.on('message', (input: MoneyInput) => {
  try {
    parentPort?.postMessage({ result: moneyReport(input) });
  } catch (error) {
    // The stack names our code; rows hold ids and numbers, never words of a contact.
    parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : 'the fit failed' });
  }
});
