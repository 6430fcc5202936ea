// Who may read fixes and who may decide about them. A rep sees what is done about a pattern where they serve on a page of
// their own; here stand the patterns themselves.
import type { Actor, Role } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';

const readers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'auditor'];
const deciders: readonly Role[] = ['owner', 'district-manager', 'manager'];

/** Those who answer for the service decide what is done about it. */
export function mayDecideFixes(actor: Actor): boolean {
  return actor.roles.some((role) => deciders.includes(role));
}

/** Those who may read the causes may read what is done about them. */
export function mayReadFixes(actor: Actor): boolean {
  return actor.roles.some((role) => readers.includes(role));
}

/** @throws Fault `fixes-forbidden` */
export function assertMayReadFixes(actor: Actor): void {
  if (mayReadFixes(actor)) return;
  throw new Fault(
    'fixes-forbidden',
    'forbidden',
    'Fixes and what came of them are for those who manage, train or review. Ask one of them.',
  );
}

/** @throws Fault `fix-forbidden` */
export function assertMayDecideFixes(actor: Actor): void {
  if (mayDecideFixes(actor)) return;
  throw new Fault(
    'fix-forbidden',
    'forbidden',
    'Only an owner or a manager may propose a fix or say what became of it. Ask one of them.',
  );
}
