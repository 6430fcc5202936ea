// Makes the forecast: reads page by page, fits in a thread, keeps it. Where nothing that it depends on has changed, the kept
// one is given back at once.
import type { Actor } from '../../kernel/actor.ts';
import { startCrew } from '../../platform/crew.ts';
import type { Store } from '../../platform/db/open.ts';
import { loadLadder } from '../load-ladder.use.ts';
import { readFrom } from '../model/causes.use.ts';
import { beginRows, readRowsBatch } from '../model/read-rows.use.ts';
import { readRecords } from '../read-book.use.ts';
import { type ForecastReport, type KeptForecast, testedMonths, type Tested } from './forecast-report.core.ts';
import { keepForecast, readForecast } from './forecast.use.ts';
import type { ForecastAnswer, ForecastTask } from './forecast.worker.ts';
import type { RecordedRows } from './record-input.core.ts';

const page = 300;

export type ForecastProgress =
  | { readonly kind: 'reading'; readonly contacts: number }
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
  const rows = yield* readRows(store, actor, ownPacks);
  const report = (await inThread({ rows, months: testedMonths, testOnly: false })) as ForecastReport;
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
  const rows = yield* readRows(store, actor, ownPacks);
  yield { kind: 'tested', tested: (await inThread({ rows, months, testOnly: true })) as Tested };
}

async function* readRows(
  store: Store,
  actor: Actor,
  ownPacks: string | undefined,
): AsyncGenerator<ForecastProgress, RecordedRows> {
  const settings = await loadLadder(ownPacks);
  const reading = await store.inWork(actor, async (work) => beginRows(work, settings));
  const records = await store.inWork(actor, readRecords);
  let contacts = 0;
  for (let after: string | null = ''; after !== null;) {
    const last: string = after;
    after = await store.inWork(actor, async (work) => readRowsBatch(work, reading, last, page));
    contacts += page;
    if (after !== null) yield { kind: 'reading', contacts };
  }
  const rows = reading.maker.rows();
  yield { kind: 'comparing', marks: rows.size };
  const tasks = new Map(
    [...reading.standards].flatMap(([id, { task }]): [string, string][] => (task === undefined ? [] : [[id, task]])),
  );
  return { rows, records, tasks, spans: settings.thresholds };
}

async function inThread(task: ForecastTask): Promise<ForecastAnswer> {
  const crew = startCrew<ForecastTask, ForecastAnswer>(new URL('./forecast.worker.ts', import.meta.url), null, 1);
  try {
    return await crew.run(task);
  } finally {
    await crew.close();
  }
}
