// Makes the forecast: reads page by page, fits in a thread, keeps it. Where nothing that it depends on has changed, the kept
// one is given back at once.
import { Worker } from 'node:worker_threads';
import { countContactsBy } from '../../contacts/contacts.use.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Store } from '../../platform/db/open.ts';
import type { Work } from '../../platform/db/work.ts';
import { latestDay } from '../dated-ahead.core.ts';
import { readDatedAhead } from '../dated-ahead.use.ts';
import { readFrom } from '../model/causes.use.ts';
import { readAllRows, type RowsProgress } from '../model/read-all-rows.job.ts';
import { readRecords } from '../read-book.use.ts';
import { type ForecastReport, type KeptForecast, testedMonths, type Tested } from './forecast-report.core.ts';
import { keepForecast, readForecast } from './forecast.use.ts';
import type { ForecastAnswer, ForecastTask, ForecastTold } from './forecast.worker.ts';
import { upTo } from './record-input.core.ts';

export type ForecastProgress =
  | (RowsProgress & { readonly of: number })
  | { readonly kind: 'comparing'; readonly marks: number }
  /** Months that were forecast, of all that are. */
  | { readonly kind: 'made'; readonly months: number; readonly of: number }
  | { readonly kind: 'tested'; readonly tested: Tested }
  | { readonly kind: 'done'; readonly kept: KeptForecast };

/** @param again make it anew though nothing has changed */
export async function* makeForecast(
  store: Store,
  actor: Actor,
  ownPacks: string | undefined,
  again: boolean,
): AsyncGenerator<ForecastProgress> {
  const from = await store.inWork(actor, readFrom);
  const before = await store.inWork(actor, readForecast);
  if (before?.readFrom === from && !again) {
    yield { kind: 'done', kept: before };
    return;
  }
  const read = yield* readRows(store, actor, ownPacks);
  const report = (yield* inThread({ ...read, months: testedMonths, testOnly: false })) as ForecastReport;
  yield { kind: 'done', kept: await store.inWork(actor, async (work) => keepForecast(work, from, report)) };
}

/** Forecasts of the last `months` months as of their first days, held against what came; nothing is kept. */
export async function* testForecast(
  store: Store,
  actor: Actor,
  ownPacks: string | undefined,
  months: number,
): AsyncGenerator<ForecastProgress> {
  await store.inWork(actor, readFrom);
  const read = yield* readRows(store, actor, ownPacks);
  yield { kind: 'tested', tested: (yield* inThread({ ...read, months, testOnly: true })) as Tested };
}

async function* readRows(
  store: Store,
  actor: Actor,
  ownPacks: string | undefined,
): AsyncGenerator<ForecastProgress, Pick<ForecastTask, 'rows' | 'ahead'>> {
  const of = await store.inWork(actor, countAll);
  const reading = readAllRows(store, actor, ownPacks);
  let next = await reading.next();
  for (; next.done !== true; next = await reading.next())
    yield { kind: 'reading', contacts: Math.min(next.value.contacts, of), of };
  const { rows, standards, thresholds } = next.value;
  const records = await store.inWork(actor, readRecords);
  yield { kind: 'comparing', marks: rows.size };
  const tasks = new Map(
    [...standards].flatMap(([id, { task }]): [string, string][] => (task === undefined ? [] : [[id, task]])),
  );
  const [latest, ahead] = await store.inWork(actor, async (work) => [latestDay(work.now), await readDatedAhead(work)]);
  return { rows: { rows: upTo(rows, latest), records, tasks, spans: thresholds }, ahead };
}

async function countAll(work: Work): Promise<number> {
  return (await countContactsBy(work, 'channel')).reduce((sum, one) => sum + one.contacts, 0);
}

/** A thread for as long as it is waited for: whoever asks no longer ends it at the next month. */
async function* inThread(task: ForecastTask): AsyncGenerator<ForecastProgress, ForecastAnswer> {
  const worker = new Worker(new URL('./forecast.worker.ts', import.meta.url));
  const told: ForecastTold[] = [];
  let news = Promise.withResolvers<void>();
  let failed: Error | null = null;
  worker.on('message', (one: ForecastTold) => {
    told.push(one);
    news.resolve();
  });
  worker.once('error', (error: Error) => {
    failed = error;
    news.resolve();
  });
  try {
    worker.postMessage(task);
    for (;;) {
      for (const one of told.splice(0)) {
        if ('error' in one) throw new Error(one.error);
        if ('result' in one) return one.result;
        yield { kind: 'made', ...one };
      }
      if (failed) throw failed as Error;
      await news.promise;
      news = Promise.withResolvers<void>();
    }
  } finally {
    await worker.terminate();
  }
}
