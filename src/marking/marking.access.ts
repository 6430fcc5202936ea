// Who may have contacts marked, and bring in marks that people made elsewhere: those who answer for the service.
import type { Actor, Role } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';

const bringers: readonly Role[] = ['owner', 'district-manager', 'manager'];

/** @throws Fault `marking-forbidden` */
export function assertMayMark(actor: Actor): void {
  if (actor.roles.some((role) => bringers.includes(role))) return;
  throw new Fault(
    'marking-forbidden',
    'forbidden',
    'Only an owner or a manager may have contacts marked. Ask one of them.',
  );
}

/** @throws Fault `past-marks-forbidden` */
export function assertMayImportMarks(actor: Actor): void {
  if (actor.roles.some((role) => bringers.includes(role))) return;
  throw new Fault(
    'past-marks-forbidden',
    'forbidden',
    'Only an owner or a manager may bring in marks that people made. Ask one of them to import this.',
  );
}
