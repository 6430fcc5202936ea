// Counts what failing costs: reads page by page, fits in a thread, keeps the report. Where nothing that it depends on has changed, the
// kept report is given back at once.
import type { Actor } from '../../kernel/actor.ts';
import { startCrew } from '../../platform/crew.ts';
import type { Store } from '../../platform/db/open.ts';
import { titleOf } from '../../standards/title.core.ts';
import { readFrom } from '../model/causes.use.ts';
import { readRowsOnce, type RowsProgress } from '../model/read-all-rows.job.ts';
import type { MoneyInput } from './money-input.core.ts';
import type { KeptMoney, MoneyReport } from './money-report.core.ts';
import { keepMoney, moneyFrom, readMoney, readMoneySide, whyLeft } from './money.use.ts';

type MoneyProgress =
  | RowsProgress
  | { readonly kind: 'counting'; readonly marks: number }
  | { readonly kind: 'left'; readonly why: 'too-many' | 'nothing-known' }
  | { readonly kind: 'done'; readonly kept: KeptMoney };

export interface MoneyAsked {
  /** Count anew though nothing has changed. */
  readonly again: boolean;
  /** Share of what would be won that missing a standard is assumed to lose, where outcomes can't tell. */
  readonly assumedLost: number;
  /** Marks beyond which it is left for when somebody asks for it; it is left too where no outcome is known nor anything stated. */
  readonly most?: number;
}

export async function* countMoney(
  store: Store,
  actor: Actor,
  ownPacks: string | undefined,
  { again, assumedLost, most }: MoneyAsked,
): AsyncGenerator<MoneyProgress> {
  const side = await store.inWork(actor, readMoneySide);
  const left = most === undefined ? null : await store.inWork(actor, async (work) => whyLeft(work, side, most));
  if (left) {
    yield { kind: 'left', why: left };
    return;
  }
  const rowsFrom = await store.inWork(actor, readFrom);
  const from = moneyFrom(rowsFrom, side, assumedLost);
  const before = await store.inWork(actor, readMoney);
  if (before?.readFrom === from && !again) {
    yield { kind: 'done', kept: before };
    return;
  }
  const { rows, standards } = yield* readRowsOnce(store, actor, ownPacks, rowsFrom);
  yield { kind: 'counting', marks: rows.size };
  const titles = new Map([...standards].map(([id, standard]) => [id, titleOf(standard)]));
  const crew = startCrew<MoneyInput, MoneyReport>(new URL('./money.worker.ts', import.meta.url), null, 1);
  try {
    const report = await crew.run({ ...side, rows, titles, assumedLost });
    yield { kind: 'done', kept: await store.inWork(actor, async (work) => keepMoney(work, from, report)) };
  } finally {
    await crew.close();
  }
}
