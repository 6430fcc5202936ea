// Who may teach the program from rated turns, and who may read what it finds. What it finds is about customers' turns; it is never
// gathered by rep.
import type { Actor, Role } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';

const teachers: readonly Role[] = ['owner', 'district-manager', 'manager'];
const readers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'auditor'];

/** @throws Fault `training-forbidden` */
export function assertMayTeach(actor: Actor): void {
  if (actor.roles.some((role) => teachers.includes(role))) return;
  throw new Fault(
    'training-forbidden',
    'forbidden',
    'Only an owner or a manager may have the program learn, or forget what it learned. Ask one of them.',
  );
}

/** @throws Fault `dissatisfied-forbidden` */
export function assertMayReadDissatisfied(actor: Actor): void {
  if (actor.roles.some((role) => readers.includes(role))) return;
  throw new Fault(
    'dissatisfied-forbidden',
    'forbidden',
    'Dissatisfied turns are for those who manage, train or review. Ask one of them.',
  );
}
