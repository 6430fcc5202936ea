// Who may change what is expected of everybody: standards themselves, and which of them are kept.
import type { Actor, Role } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';

const changers: readonly Role[] = ['owner', 'district-manager', 'trainer'];

/** An owner, a district manager or a trainer, of all sites: a standard holds for every one of them. */
export function mayChangeStandards(actor: Actor): boolean {
  return actor.readsOnly !== true && actor.sites === undefined && actor.roles.some((role) => changers.includes(role));
}

/** @throws Fault `standards-change-forbidden` */
export function assertMayChangeStandards(actor: Actor): void {
  if (mayChangeStandards(actor)) return;
  throw new Fault(
    'standards-change-forbidden',
    'forbidden',
    'Only an owner, a district manager or a trainer of all sites may change a standard. Write them what you would change.',
  );
}
