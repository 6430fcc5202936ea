// Who may read the Monday page: those who answer for the whole, and who checks them. Who gets it by mail: owners.
import { type Actor, heldTo, type Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const readers: readonly Role[] = ['owner', 'district-manager', 'manager', 'auditor'];

/** @throws Fault `monday-forbidden` */
export function assertMayReadMonday(actor: Actor): void {
  if (heldTo(actor) === null && actor.roles.some((role) => readers.includes(role))) return;
  throw new Fault(
    'monday-forbidden',
    'forbidden',
    'The Monday page tells of the whole organisation: it is for those who answer for all of it. Today has what is yours.',
  );
}

/** Is it one of those who get it by mail? */
export function mayGetMonday(actor: Actor): boolean {
  return heldTo(actor) === null && actor.roles.includes('owner');
}
