// All rows of the model, read page by page: a transaction a page, and a word on how far it has come.
import type { Actor } from '../../kernel/actor.ts';
import type { Store } from '../../platform/db/open.ts';
import { loadLadder } from '../load-ladder.use.ts';
import type { Thresholds } from '../ladder-settings.core.ts';
import type { MarkRows } from './mark-rows.core.ts';
import { beginRows, readRowsBatch, type RowsReading } from './read-rows.use.ts';

const page = 300;

export interface RowsProgress {
  readonly kind: 'reading';
  readonly contacts: number;
}

interface AllRows {
  readonly rows: MarkRows;
  readonly standards: RowsReading['standards'];
  /** The spans that exposures were read by. */
  readonly thresholds: Thresholds;
}

/** Yields after each page but the last. @param ownPacks folder of the organisation's own packs and ladder */
export async function* readAllRows(
  store: Store,
  actor: Actor,
  ownPacks: string | undefined,
): AsyncGenerator<RowsProgress, AllRows> {
  const settings = await loadLadder(ownPacks);
  const reading = await store.inWork(actor, async (work) => beginRows(work, settings));
  let contacts = 0;
  for (let after: string | null = ''; after !== null;) {
    const last: string = after;
    after = await store.inWork(actor, async (work) => readRowsBatch(work, reading, last, page));
    contacts += page;
    if (after !== null) yield { kind: 'reading', contacts };
  }
  return { rows: reading.maker.rows(), standards: reading.standards, thresholds: settings.thresholds };
}

/** How long rows that were read stay for a comparison that follows: what failing costs is counted from those of the shares. */
const keptMs = 60_000;
let kept: { readonly store: Store; readonly from: string; readonly all: AllRows } | null = null;
let forgetting: NodeJS.Timeout | undefined;

/**
 * The same, read once for those who ask for the same one after another.
 * @param from digest of everything that the rows depend on
 */
export async function* readRowsOnce(
  store: Store,
  actor: Actor,
  ownPacks: string | undefined,
  from: string,
): AsyncGenerator<RowsProgress, AllRows> {
  if (kept?.store === store && kept.from === from) return kept.all;
  const all = yield* readAllRows(store, actor, ownPacks);
  clearTimeout(forgetting);
  forgetting = setTimeout(() => (kept = null), keptMs).unref();
  kept = { store, from, all };
  return all;
}
