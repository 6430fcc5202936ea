// Who may look at what came of procedures. Everybody finds and reads those that are for them, and runs them; the database
// keeps from everybody what is for other sites.
import type { Actor, Role } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';

const improvers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'auditor'];

/** Those who look after procedures, and whoever owns this one. */
export function mayReadConfusion(actor: Actor, owner?: string): boolean {
  return improvesProcedures(actor) || (owner !== undefined && owner === actor.person);
}

/** @throws Fault `procedures-forbidden` */
export function assertMayReadMisses(actor: Actor): void {
  if (improvesProcedures(actor)) return;
  throw new Fault(
    'procedures-forbidden',
    'forbidden',
    'What was searched for and not found is for those who answer for the procedures. Ask the owner or a manager.',
  );
}

function improvesProcedures(actor: Actor): boolean {
  return actor.roles.some((role) => improvers.includes(role));
}
