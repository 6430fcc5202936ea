// What whoever disputes may do with it afterwards: take the answer further, once, to somebody else; or withdraw it.
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import { act, asks, holdDispute, noSuchDispute, redacted, tellAsked, type HeldDispute } from './dispute-acts.use.ts';
import { answerersOf, secondAnswerer } from './dispute-chain.core.ts';
import type { DisputeDesk } from './dispute-desk.use.ts';
import { mayAskAgain } from './dispute.core.ts';
import { assertIsOwn, mayRead } from './disputes.access.ts';

/** @throws Fault `dispute-missing`, `dispute-not-yours`, `dispute-state`, `dispute-nobody-else` */
export async function askSecondRound(work: Work, desk: DisputeDesk, id: string, says: string): Promise<void> {
  const held = await ownDispute(work, id);
  const { dispute, state } = held;
  if (!mayAskAgain(state)) throw otherwise();
  const chain = answerersOf(desk.members, dispute, { ...state, round: 2 });
  const next = secondAnswerer(chain, state.holds!.level);
  if (next === null)
    throw new Fault(
      'dispute-nobody-else',
      'unready',
      'Nobody else here could answer it. Ask the owner to invite somebody who reviews, or write a letter about the rule.',
    );
  const asked = await act(work, held, 'second-round', { ...asks(desk, next), round: 2, says: redacted(work, says) });
  await tellAsked(work, desk, asked.state);
}

/** @throws Fault `dispute-missing`, `dispute-not-yours`, `dispute-state` */
export async function withdrawDispute(work: Work, id: string): Promise<void> {
  const held = await ownDispute(work, id);
  if (held.state.name !== 'open') throw otherwise();
  await act(work, held, 'withdrawn');
}

async function ownDispute(work: Work, id: string): Promise<HeldDispute> {
  const held = await holdDispute(work, id);
  if (!mayRead(work.actor, held.dispute, held.state)) throw noSuchDispute();
  assertIsOwn(work.actor, held.dispute);
  return held;
}

function otherwise(): Fault {
  return new Fault('dispute-state', 'conflict', 'This dispute stands otherwise by now. Load it again.');
}
