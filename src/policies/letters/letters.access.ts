// Who does what with a letter. Whoever signs in may write one, read all and join; the one who is asked answers, and an owner may
// answer for anybody; counsel looks; owners sign and say how long answers may take.
import { heldTo, type Actor } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import type { LetterState } from './letter.core.ts';

/** The chief executive, as permissions know them: an owner of everything. */
export function ownsAll(actor: Actor): boolean {
  return actor.roles.includes('owner') && heldTo(actor) === null;
}

export function isCounsel(actor: Actor): boolean {
  return actor.roles.includes('counsel');
}

export function mayAnswer(actor: Actor, state: Pick<LetterState, 'owner'>): boolean {
  return actor.readsOnly !== true && (actor.id === state.owner || ownsAll(actor));
}

/** Whether a letter waits for them now. */
export function waitsFor(actor: Actor, state: LetterState): boolean {
  if (state.name === 'open') return state.owner === null ? ownsAll(actor) : actor.id === state.owner;
  if (state.name === 'counsel') return isCounsel(actor);
  return state.name === 'sign-off' && ownsAll(actor);
}

/** @throws Fault `letter-not-yours` */
export function assertMayAnswer(actor: Actor, state: LetterState): void {
  if (mayAnswer(actor, state)) return;
  throw new Fault(
    'letter-not-yours',
    'forbidden',
    'This letter waits for somebody else. Join it or write to them there; only who is asked, or an owner, answers.',
  );
}

/** @throws Fault `letter-not-yours` */
export function assertCounsel(actor: Actor): void {
  if (isCounsel(actor)) return;
  throw new Fault('letter-not-yours', 'forbidden', 'Only counsel looks at a letter for the law. Ask one of them.');
}

/** @throws Fault `letter-not-yours` */
export function assertOwnsAll(actor: Actor): void {
  if (ownsAll(actor)) return;
  throw new Fault('letter-not-yours', 'forbidden', 'Only an owner does this. Ask one of them.');
}
