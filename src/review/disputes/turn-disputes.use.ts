// What the clock does with disputes: silence goes to the next who may answer. Done twice it is done once; done late, days
// are counted from when it would have been done.
import { addDays } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { act, asks, holdDispute, tellAsked, type HeldDispute } from './dispute-acts.use.ts';
import { answerersOf, nextAnswerer } from './dispute-chain.core.ts';
import { readDesk, type DisputeDesk } from './dispute-desk.use.ts';
import { isLate } from './dispute.core.ts';
import { disputesDue } from './dispute.store.ts';

/** @param work of the program itself. Returns how many disputes moved. */
export async function turnDisputes(work: Work): Promise<number> {
  const due = await disputesDue(work, work.now.slice(0, 10));
  if (due.length === 0) return 0;
  const desk = await readDesk(work);
  let moved = 0;
  // Another process may have been first: each is held before it is looked at.
  for (const id of due) if (await turn(work, desk, await holdDispute(work, id))) moved += 1;
  return moved;
}

async function turn(work: Work, desk: DisputeDesk, kept: HeldDispute): Promise<boolean> {
  let moved = false;
  for (let held = kept; isLate(held.state, desk.today);) {
    const next = nextAnswerer(answerersOf(desk.members, held.dispute, held.state), held.state.level);
    // Nobody stands above: it stays with who is asked, late for everybody to see.
    if (next === null) break;
    held = await act(work, held, 'escalated', asks(desk, next, addDays(held.state.due!, 1)));
    moved = true;
    if (!isLate(held.state, desk.today)) await tellAsked(work, desk, held.state);
  }
  return moved;
}
