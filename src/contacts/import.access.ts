// Who may bring contacts in: those who answer for the service.
import type { Actor, Role } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';

const bringers: readonly Role[] = ['owner', 'district-manager', 'manager'];

export function mayBringContacts({ roles }: Actor): boolean {
  return roles.some((role) => bringers.includes(role));
}

/** @throws Fault `import-forbidden` */
export function assertMayBringContacts(actor: Actor): void {
  if (mayBringContacts(actor)) return;
  throw new Fault(
    'import-forbidden',
    'forbidden',
    'Only an owner or a manager may bring contacts in. Ask one of them to import this.',
  );
}
