// One thread of the bench `fuzz`: runs cases of one target by their numbers. What number it is at stands in shared memory, so that
// whoever watches can tell a case that doesn't end.
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { adversarialPacks } from './adversarial-packs.ts';
import { packFaults, PackCases } from './pack-case.ts';
import { ReadCases } from './read-case.ts';

export type Target =
  | { readonly kind: 'format'; readonly name: string; readonly folder?: string }
  | { readonly kind: 'pack'; readonly name: string; readonly file: string }
  | { readonly kind: 'adversarial'; readonly name: string };

export interface FuzzTask {
  readonly target: Target;
  readonly from: number;
  readonly to: number;
}

export interface FuzzFault {
  readonly nth: number;
  readonly what: string;
}

export interface FuzzStart {
  readonly seed: number;
  /** At 0 the case that runs, at 1 when it began in milliseconds of the shared clock's low bits. */
  readonly at: Int32Array;
  /** Processor seconds that one case may take. */
  readonly mostSeconds: number;
}

const { seed, at, mostSeconds } = workerData as FuzzStart;
let unhandled = 0;
process.on('unhandledRejection', () => unhandled++);
process.on('uncaughtException', () => unhandled++);

parentPort!.on('message', (task: FuzzTask) => {
  void answer(task);
});

async function answer({ target, from, to }: FuzzTask): Promise<void> {
  const spool = mkdtempSync(join(tmpdir(), 'customary-fuzz-'));
  const faults: FuzzFault[] = [];
  let slowest = 0;
  try {
    const run = await casesOf(target, spool);
    for (let nth = from; nth < to; nth++) {
      Atomics.store(at, 1, Date.now() | 0);
      Atomics.store(at, 0, nth);
      const began = process.threadCpuUsage();
      const found = await judged(async () => run(nth));
      const used = process.threadCpuUsage(began);
      const seconds = (used.user + used.system) / 1e6;
      slowest = Math.max(slowest, seconds);
      if (seconds > mostSeconds) found.push(`slow: more than ${mostSeconds} s`);
      if (unhandled > 0) found.push('an error or rejection that nobody handled');
      unhandled = 0;
      for (const what of found) faults.push({ nth, what });
    }
  } catch (error) {
    // What the cases are cut from could not be made: told at once, where silence would be taken for a case that hangs.
    faults.push({ nth: from, what: `no cases: ${error instanceof Error ? error.message : 'unknown'}` });
  } finally {
    rmSync(spool, { recursive: true, force: true });
  }
  parentPort!.postMessage({ faults, slowest });
}

async function judged(run: () => Promise<string[]>): Promise<string[]> {
  try {
    const found = [...(await run())];
    // A rejection that nobody waits for is told once the tasks that are due have run.
    await new Promise((resolve) => setImmediate(resolve));
    return found;
  } catch (error) {
    // The message may quote what was read; where it happened may not.
    const where =
      error instanceof Error ? (error.stack ?? '').split('\n').find((line) => /src[/\\]/.test(line)) : undefined;
    const name = error instanceof Error ? error.constructor.name : typeof error;
    return [`crash: ${name} ${where?.trim().replace(/^.*(src[/\\])/, 'at $1') ?? ''}`];
  }
}

async function casesOf(target: Target, spool: string): Promise<(nth: number) => Promise<string[]> | string[]> {
  if (target.kind === 'adversarial') return (nth) => packFaults(adversarialPacks[nth]![1]());
  if (target.kind === 'pack') {
    const cases = new PackCases(target.name, await readFile(target.file, 'utf8'));
    return (nth) => cases.run(seed, nth);
  }
  const cases = await ReadCases.of(target.name, target.folder, spool);
  return async (nth) => cases.run(seed, nth);
}
