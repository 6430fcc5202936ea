// Who sees what is done and not written, and what the base lacks: those who look after procedures.
import type { Actor, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const readers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'auditor'];

/** @throws Fault `dark-ages-forbidden` */
export function assertMayReadUnwritten(actor: Actor): void {
  if (actor.roles.some((role) => readers.includes(role))) return;
  throw new Fault(
    'dark-ages-forbidden',
    'forbidden',
    'What is done and not written is for those who answer for the procedures. Ask the owner or a manager.',
  );
}
