// The overview kept while nothing happens: it counts every mark, and every page opens with it. The history's last line tells
// whether anything was done since. Kept in this process alone, a few organisations at a time.
import { heldTo } from '../../kernel/actor.ts';
import { ledgerHead } from '../../platform/ledger/ledger-head.ts';
import type { Work } from '../../platform/db/work.ts';
import { assertMayDiagnose } from '../diagnosis.access.ts';
import { mayReadMoney } from '../money/money.access.ts';
import { type Overview, readOverview } from './overview.use.ts';

const mostKept = 50;

/** A reader with a memory of its own. Those who are held to sites are read for each time: theirs is small. */
export function overviewReader(): (work: Work) => Promise<Overview> {
  const kept = new Map<string, { readonly head: string; readonly told: Overview }>();
  return async (work) => {
    assertMayDiagnose(work.actor);
    if (heldTo(work.actor) !== null) return readOverview(work);
    const key = `${work.actor.orgId} ${mayReadMoney(work.actor)}`;
    const head = JSON.stringify(await ledgerHead(work));
    const known = kept.get(key);
    if (known?.head === head) return known.told;
    const told = await readOverview(work);
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, { head, told });
    return told;
  };
}
