// Who may enter by hand what they saw, heard or were told.
import type { Actor, Role } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';

const enterers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'shopper'];

/** @throws Fault `by-hand-forbidden` */
export function assertMayEnterByHand(actor: Actor): void {
  if (actor.readsOnly !== true && actor.roles.some((role) => enterers.includes(role))) return;
  throw new Fault(
    'by-hand-forbidden',
    'forbidden',
    'Visits and complaints are entered by managers, trainers, reviewers and shoppers. Tell one of them what you saw.',
  );
}
