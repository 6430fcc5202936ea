// Who may bring contacts in: those who answer for the service.
import type { Actor, Role } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';

const bringers: readonly Role[] = ['owner', 'district-manager', 'manager'];

/** @throws Fault `import-forbidden` */
export function assertMayBringContacts(actor: Actor): void {
  if (actor.roles.some((role) => bringers.includes(role))) return;
  throw new Fault(
    'import-forbidden',
    'forbidden',
    'Only an owner or a manager may bring contacts in. Ask one of them to import this.',
  );
}
