// The demo's files, made on a thread of their own from a fixed seed: the record, the last contacts, all the others month by
// month. It begins before there is a folder to write to; each part is waited for where it is needed, and what an earlier
// start has made is left as it is.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ScenarioFile } from '../simulate/scenario/scenario.core.ts';
import { shippedScenario } from '../simulate/shipped-scenarios.ts';
import type { ToldFix } from '../simulate/told-fixes.core.ts';
import type { DemoAsked, DemoOrder, DemoTold } from './demo-parts.ts';
import { Progress } from './progress.ts';
import type { Terminal } from './terminal.ts';

/** Which organisation is made. */
export interface DemoPlan {
  readonly scenario: ScenarioFile;
  readonly seed: number;
}

/** Harbor Self Storage, as the scenario plans it. */
export function planHarbor(): DemoPlan {
  return { scenario: shippedScenario('harbor'), seed: 8 };
}

/** Each part comes whole, as the path of a file or a folder. */
export interface Demo {
  readonly record: () => Promise<string>;
  readonly latest: () => Promise<string>;
  /** All the others, a folder a month, the newest first, each as soon as it is there. */
  readonly months: () => AsyncGenerator<string>;
  /** The tables that `record` left for later, and what its managers did about what they saw. */
  readonly rest: () => Promise<{ readonly tables: readonly string[]; readonly fixes: readonly ToldFix[] }>;
  /** Marks that a person made. */
  readonly reviewed: string;
}

/** The thread at its planning, which takes a while and needs no folder. */
export interface BegunDemo {
  /** @param folder where the organisation's files go, below the data folder */
  readonly into: (folder: string, terminal: Terminal) => Demo;
  readonly close: () => Promise<void>;
}

/** Begins another organisation than Harbor where one is given. */
export function beginDemo({ scenario, seed }: DemoPlan = planHarbor()): BegunDemo {
  const order: DemoOrder = { scenario, seed };
  const worker = new Worker(new URL('./make-demo.worker.ts', import.meta.url), { workerData: order });
  const failing = new Promise<Error>((resolve) => worker.once('error', resolve));
  return {
    into: (folder, terminal) => makeDemo(worker, failing, folder, terminal),
    close: async () => {
      await worker.terminate();
    },
  };
}

function makeDemo(worker: Worker, failing: Promise<Error>, folder: string, terminal: Terminal): Demo {
  const progress = new Progress(terminal, 'making Harbor Self Storage');
  const told = new Map<DemoTold['part'], PromiseWithResolvers<DemoTold>>();
  const months: string[] = [];
  let another = Promise.withResolvers<void>();
  let waitedFor = false;
  let failed: Error | null = null;
  worker.on('message', (one: DemoTold) => {
    if (one.part === 'progress') {
      if (waitedFor) progress.show(`${one.written} of ${one.of} contacts`);
      return;
    }
    if (one.part === 'month') months.push(one.folder);
    else expected(one.part).resolve(one);
    another.resolve();
  });
  void failing.then((error) => {
    failed = error;
    for (const one of told.values()) one.reject(error);
    another.resolve();
  });

  function expected(part: DemoTold['part']): PromiseWithResolvers<DemoTold> {
    const known = told.get(part);
    if (known) return known;
    const fresh = Promise.withResolvers<DemoTold>();
    // Heard where it is waited for; without this a failure before that would end the process as unhandled.
    fresh.promise.catch(() => undefined);
    if (failed) fresh.reject(failed);
    told.set(part, fresh);
    return fresh;
  }

  async function* eachMonth(): AsyncGenerator<string> {
    ask({ part: 'year' });
    let over = false;
    const end = expected('year').promise.then(() => (over = true));
    end.catch(() => undefined);
    for (;;) {
      for (const folder of months.splice(0)) yield folder;
      // More may have come while these were taken in.
      if (months.length > 0) continue;
      if (over || failed) break;
      waitedFor = true;
      await another.promise;
      waitedFor = false;
      another = Promise.withResolvers<void>();
    }
    await end;
  }

  function ask(asked: DemoAsked): void {
    worker.postMessage(asked);
  }

  async function whole(part: DemoTold['part']): Promise<DemoTold> {
    waitedFor = true;
    const one = await expected(part).promise;
    waitedFor = false;
    return one;
  }

  ask({ part: 'first', folder, made: existsSync(join(folder, 'truth.json')) });
  return {
    record: async () => whole('record').then(() => join(folder, 'record')),
    latest: async () => whole('latest').then(() => join(folder, 'contacts', 'latest')),
    months: eachMonth,
    rest: async () => {
      ask({ part: 'rest' });
      const one = await whole('rest');
      return one.part === 'rest' ? { tables: one.tables, fixes: one.fixes } : { tables: [], fixes: [] };
    },
    reviewed: join(folder, 'reviewed.csv'),
  };
}
