// Makes the forecast: reads page by page, fits in a thread, keeps it. Where nothing that it depends on has changed, the kept
// one is given back at once.
import type { Actor } from '../../kernel/actor.ts';
import { startCrew } from '../../platform/crew.ts';
import type { Store } from '../../platform/db/open.ts';
import { latestDay } from '../dated-ahead.core.ts';
import { readDatedAhead } from '../dated-ahead.use.ts';
import { readFrom } from '../model/causes.use.ts';
import { readAllRows, type RowsProgress } from '../model/read-all-rows.job.ts';
import { readRecords } from '../read-book.use.ts';
import { type ForecastReport, type KeptForecast, testedMonths, type Tested } from './forecast-report.core.ts';
import { keepForecast, readForecast } from './forecast.use.ts';
import type { ForecastAnswer, ForecastTask } from './forecast.worker.ts';
import { upTo } from './record-input.core.ts';

export type ForecastProgress =
  | RowsProgress
  | { readonly kind: 'comparing'; readonly marks: number }
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
  const report = (await inThread({ ...read, months: testedMonths, testOnly: false })) as ForecastReport;
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
  yield { kind: 'tested', tested: (await inThread({ ...read, months, testOnly: true })) as Tested };
}

async function* readRows(
  store: Store,
  actor: Actor,
  ownPacks: string | undefined,
): AsyncGenerator<ForecastProgress, Pick<ForecastTask, 'rows' | 'ahead'>> {
  const { rows, standards, thresholds } = yield* readAllRows(store, actor, ownPacks);
  const records = await store.inWork(actor, readRecords);
  yield { kind: 'comparing', marks: rows.size };
  const tasks = new Map(
    [...standards].flatMap(([id, { task }]): [string, string][] => (task === undefined ? [] : [[id, task]])),
  );
  const [latest, ahead] = await store.inWork(actor, async (work) => [latestDay(work.now), await readDatedAhead(work)]);
  return { rows: { rows: upTo(rows, latest), records, tasks, spans: thresholds }, ahead };
}

async function inThread(task: ForecastTask): Promise<ForecastAnswer> {
  const crew = startCrew<ForecastTask, ForecastAnswer>(new URL('./forecast.worker.ts', import.meta.url), null, 1);
  try {
    return await crew.run(task);
  } finally {
    await crew.close();
  }
}
