// Check fixes against the contacts: verdicts that changed become dated rows, and what slipped back is reopened.
import { addDays } from '../kernel/moment.ts';
import type { Work } from '../platform/db/work.ts';
import { addEvent } from './change-fix.use.ts';
import type { FixEvent, Verdict } from './fix.core.ts';
import { assertMayDecideFixes } from './fixes.access.ts';
import type { FixToTell } from './fix-told.core.ts';
import { readFixes, todayOf } from './fixes.use.ts';

/**
 * Looks at every fix that stands somewhere; may be run every day. @returns them as they stand now, with what was changed
 * @throws Fault `fix-forbidden`
 */
export async function checkFixes(work: Work): Promise<{ fixes: FixToTell[]; changed: string[] }> {
  assertMayDecideFixes(work.actor);
  const changed: string[] = [];
  const before = await readFixes(work);
  for (const read of before) {
    const event = eventOf(read, todayOf(work));
    if (!event) continue;
    await addEvent(work, read, event);
    changed.push(read.fix.id);
  }
  return { fixes: changed.length > 0 ? await readFixes(work) : before, changed };
}

function eventOf({ state, evidence }: FixToTell, today: string): FixEvent | null {
  if (!evidence) return null;
  if (state.name === 'verified')
    return evidence.slipped && state.verdictOn !== undefined
      ? {
          kind: 'reopened',
          on: today,
          why: 'The rate slipped back.',
          pickedFrom: addDays(state.verdictOn, 1),
          pickedTo: today,
        }
      : null;
  // Harm, once seen, stands until somebody reopens the fix: it isn't for later weeks to make it good.
  if (state.name === 'harmed') return null;
  const verdict: Verdict = evidence.judged.verdict;
  return verdict === state.name ? null : { kind: 'checked', on: today, verdict };
}
