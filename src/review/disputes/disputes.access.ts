// Who does what with a dispute. Whoever served disputes their own; who may answer it, src/review/disputes/dispute-chain.core.ts says;
// those who may, those who did, and owners read it. Nobody reads whose it is.
import { heldTo, type Actor } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import { isFor, mayAnswer } from './dispute-chain.core.ts';
import type { Dispute, DisputeState } from './dispute.core.ts';

/** An owner of everything. */
export function ownsAll(actor: Actor): boolean {
  return actor.roles.includes('owner') && heldTo(actor) === null;
}

/** Whether they disputed it or served: then it is read without a look at roles. */
export function isOwn(actor: Actor, { person, member }: Pick<Dispute, 'person' | 'member'>): boolean {
  return actor.id === member || (actor.person !== undefined && actor.person === person);
}

/** Whether it rests on their word: then it is not theirs to read. */
function isCited({ person }: Actor, { instruction }: Dispute): boolean {
  return person !== undefined && instruction?.saidBy === person;
}

/** Whether they are shown it at all. */
export function mayRead(actor: Actor, dispute: Dispute, state: DisputeState): boolean {
  return (
    isOwn(actor, dispute) ||
    (ownsAll(actor) && !isCited(actor, dispute)) ||
    state.answers.some((one) => one.by === actor.id) ||
    isFor(actor, dispute, state)
  );
}

/** The person whom whoever asks is. @throws Fault `not-in-record` */
export function personOf({ person }: Actor): string {
  if (person !== undefined) return person;
  throw new Fault(
    'not-in-record',
    'unready',
    'It isn’t known which person of the record you are. Ask the owner to link your account to it.',
  );
}

/** @throws Fault `dispute-not-yours` */
export function assertMayAnswer(actor: Actor, dispute: Dispute, state: DisputeState): void {
  if (state.name !== 'open' || mayAnswer(actor, dispute, state)) return;
  throw new Fault(
    'dispute-not-yours',
    'forbidden',
    'Somebody else answers this: not whoever made the mark, served, gave the instruction, or answered before. Leave it to who is asked.',
  );
}

/** @throws Fault `dispute-not-yours` */
export function assertIsOwn(actor: Actor, dispute: Dispute): void {
  if (isOwn(actor, dispute)) return;
  throw new Fault('dispute-not-yours', 'forbidden', 'Only whoever disputes the mark does this.');
}

/** @throws Fault `dispute-rule-forbidden` */
export function assertSetsRule(actor: Actor): void {
  if (ownsAll(actor)) return;
  throw new Fault(
    'dispute-rule-forbidden',
    'forbidden',
    'Only an owner says how long answers may take. Ask one of them.',
  );
}
