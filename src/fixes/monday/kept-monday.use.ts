// The Monday page kept while nothing happens, as the overview is: it goes over weeks of marks, and reading it twice tells nothing new.
// Kept in this process alone, a few pages at a time.
import { ledgerHead } from '../../platform/ledger/ledger-head.ts';
import type { Day } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { assertMayReadMonday } from './monday.access.ts';
import { type ReadMonday, readMonday } from './read-monday.use.ts';

const mostKept = 50;

/** A reader with a memory of its own. @throws Fault `monday-forbidden` as readMonday does */
export function mondayReader(): (work: Work, asked?: Day) => Promise<ReadMonday> {
  const kept = new Map<string, ReadMonday>();
  return async (work, asked) => {
    assertMayReadMonday(work.actor);
    // All who may read it read the same; what is overdue moves with the day.
    const key = JSON.stringify([work.actor.orgId, work.now.slice(0, 13), asked, await ledgerHead(work)]);
    const known = kept.get(key);
    if (known) return known;
    const told = await readMonday(work, asked);
    if (kept.size >= mostKept) kept.clear();
    kept.set(key, told);
    return told;
  };
}
