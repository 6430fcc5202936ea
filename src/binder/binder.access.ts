// Who may make a judge's file and sign checkpoints: the owner, counsel and HR. Auditors read what was made and preview what would be.
import { heldTo, type Actor, type Role } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';

const makers: readonly Role[] = ['owner', 'counsel', 'hr'];
const readers: readonly Role[] = [...makers, 'auditor'];

/** @throws Fault `binder-forbidden` */
export function assertMayBind(actor: Actor): void {
  assertAmong(actor, makers, 'Judge’s files are made by owners, counsel and HR. Ask one of them.');
}

/** @throws Fault `binder-forbidden` */
export function assertMayReadBinder(actor: Actor): void {
  assertAmong(actor, readers, 'Judge’s files are for owners, counsel, HR and auditors. Ask one of them.');
}

function assertAmong(actor: Actor, who: readonly Role[], sentence: string): void {
  if (!actor.roles.some((role) => who.includes(role))) throw new Fault('binder-forbidden', 'forbidden', sentence);
  // What is left out of sight would be missing without a word.
  if (heldTo(actor) !== null)
    throw new Fault(
      'binder-of-the-whole',
      'forbidden',
      'You see some of the sites, and a judge’s file has to look at all of the record. Ask an owner for all of them.',
    );
}
