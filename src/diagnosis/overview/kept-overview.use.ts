// The overview as it was last told, kept with the data: the next opening has it at once.
import { mayReadMoney } from '../money/money.access.ts';
import { assertMayDiagnose } from '../diagnosis.access.ts';
import { anyDayMadeFrom } from '../report/made-from.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { overviews } from './overview.store.ts';
import type { Overview } from './overview.use.ts';

/** A line that is the same as long as the overview is, and the overview where it was kept of that line. @throws Fault `diagnosis-forbidden` */
export async function keptOverview(
  work: Work,
  ownPacks: string,
): Promise<{ readonly from: string; readonly told: Overview | null }> {
  assertMayDiagnose(work.actor);
  const from = await anyDayMadeFrom(work, ownPacks);
  const kept = await overviews.read(work.tx, work.actor.orgId);
  if (kept?.readFrom !== from) return { from, told: null };
  const told = kept.report as Overview;
  return { from, told: mayReadMoney(work.actor) ? told : { ...told, costs: null } };
}

/** Keeps it, where whoever it was told to sees all of it and may write. */
export async function keepOverview(work: Work, from: string, told: Overview): Promise<void> {
  if (!mayReadMoney(work.actor) || work.actor.readsOnly === true) return;
  await overviews.write(work.tx, work.actor.orgId, { readFrom: from, madeAt: work.now, report: told });
}
