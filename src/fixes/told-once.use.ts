// All fixes as they were last told, kept with the data while nothing was done that bears on them: what the contacts say about
// a fix takes counting every mark of its standard and its guardrails.
import { reportMadeFrom, seeingTheSame } from '../diagnosis/report/made-from.use.ts';
import { heldTo } from '../kernel/actor.ts';
import type { Work } from '../platform/db/work.ts';
import { assertMayReadFixes, mayDecideFixes } from './fixes.access.ts';
import { toldBefore, writeTold } from './fixes-told.store.ts';

/** Raised where what is told of a fix changes its shape or its meaning. */
const toldVersion = 1;

/**
 * What `tell` gives, or gave before from the same. Kept for those who see the whole organisation; for others it is told anew.
 * @throws Fault `fixes-forbidden`
 */
export async function toldOnce(work: Work, ownPacks: string, tell: () => Promise<unknown>): Promise<unknown> {
  const { actor, tx } = work;
  assertMayReadFixes(actor);
  if (heldTo(actor)) return tell();
  const seen = `${toldVersion} ${mayDecideFixes(actor)} ${seeingTheSame(actor)}`;
  const from = `${seen} ${await reportMadeFrom(work, ownPacks)}`;
  const before = await toldBefore(tx, actor.orgId, from);
  if (before !== undefined) return before;
  const told = await tell();
  // Whoever only reads keeps nothing either.
  if (actor.readsOnly !== true) await writeTold(tx, actor.orgId, from, told);
  return told;
}
