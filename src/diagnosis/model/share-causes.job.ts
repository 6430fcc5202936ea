// Works out how much of the failing each cause explains: reads page by page, fits in a thread, keeps the report. Where nothing
// that it depends on has changed, the kept report is given back at once.
import type { Actor } from '../../kernel/actor.ts';
import { startCrew } from '../../platform/crew.ts';
import type { Store } from '../../platform/db/open.ts';
import { readDatedAhead } from '../dated-ahead.use.ts';
import type { CausesReport, KeptReport } from './causes-report.core.ts';
import { keepCausesReport, readCausesReport, readFrom } from './causes.use.ts';
import { readRowsOnce, type RowsProgress } from './read-all-rows.job.ts';
import type { SharesTask } from './shares.worker.ts';

type CausesProgress =
  | RowsProgress
  | { readonly kind: 'comparing'; readonly marks: number }
  | { readonly kind: 'too-many'; readonly marks: number }
  | { readonly kind: 'done'; readonly kept: KeptReport };

/** How many marks somebody waits for. */
export interface HowMuch {
  /** Beyond so many it is left for when somebody asks for it: minutes that nobody asked to wait. */
  readonly most?: number | undefined;
  /** Of more than so many, all failures and an even part of the kept marks are compared, and the report says so. */
  readonly compare?: number | undefined;
}

/**
 * @param again work it out anew though nothing has changed
 */
export async function* shareCauses(
  store: Store,
  actor: Actor,
  ownPacks: string | undefined,
  again: boolean,
  { most = Number.POSITIVE_INFINITY, compare }: HowMuch = {},
): AsyncGenerator<CausesProgress> {
  const from = await store.inWork(actor, readFrom);
  const before = await store.inWork(actor, readCausesReport);
  if (before?.readFrom === from && !again) {
    yield { kind: 'done', kept: before };
    return;
  }
  const { rows } = yield* readRowsOnce(store, actor, ownPacks, from);
  if (rows.size > most) {
    yield { kind: 'too-many', marks: rows.size };
    return;
  }
  yield { kind: 'comparing', marks: rows.size };
  const crew = startCrew<SharesTask, CausesReport>(new URL('./shares.worker.ts', import.meta.url), null, 1);
  try {
    const found = await crew.run({ rows, ...(compare === undefined ? {} : { mostRows: compare }) });
    const ahead = await store.inWork(actor, readDatedAhead);
    const warnings = ahead.map((says) => ({ kind: 'days-ahead' as const, about: [], says }));
    const report = { ...found, warnings: [...found.warnings, ...warnings] };
    yield { kind: 'done', kept: await store.inWork(actor, async (work) => keepCausesReport(work, from, report)) };
  } finally {
    await crew.close();
  }
}
