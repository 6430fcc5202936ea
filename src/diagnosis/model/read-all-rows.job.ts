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
