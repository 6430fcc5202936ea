// Works out how much of the failing each cause explains: reads page by page, fits in a thread, keeps the report. Where nothing
// that it depends on has changed, the kept report is given back at once.
import type { Actor } from '../../kernel/actor.ts';
import { startCrew } from '../../platform/crew.ts';
import type { Store } from '../../platform/db/open.ts';
import type { CausesReport, KeptReport } from './causes-report.core.ts';
import { keepCausesReport, readCausesReport, readFrom } from './causes.use.ts';
import type { MarkRows } from './mark-rows.core.ts';
import { readRowsOnce, type RowsProgress } from './read-all-rows.job.ts';

type CausesProgress =
  | RowsProgress
  | { readonly kind: 'comparing'; readonly marks: number }
  | { readonly kind: 'too-many'; readonly marks: number }
  | { readonly kind: 'done'; readonly kept: KeptReport };

/**
 * @param again work it out anew though nothing has changed
 * @param most of marks, beyond which it is left for when somebody asks for it: minutes that nobody asked to wait
 */
export async function* shareCauses(
  store: Store,
  actor: Actor,
  ownPacks: string | undefined,
  again: boolean,
  most = Number.POSITIVE_INFINITY,
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
  const crew = startCrew<MarkRows, CausesReport>(new URL('./shares.worker.ts', import.meta.url), null, 1);
  try {
    const report = await crew.run(rows);
    yield { kind: 'done', kept: await store.inWork(actor, async (work) => keepCausesReport(work, from, report)) };
  } finally {
    await crew.close();
  }
}
