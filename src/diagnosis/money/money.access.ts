// Who may read what failing costs: those who answer for the business, and who checks them. No figure of it is of a person.
import type { Actor, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const readers: readonly Role[] = ['owner', 'district-manager', 'manager', 'auditor'];

export function mayReadMoney(actor: Actor): boolean {
  return actor.roles.some((role) => readers.includes(role));
}

/** @throws Fault `money-forbidden` */
export function assertMayReadMoney(actor: Actor): void {
  if (mayReadMoney(actor)) return;
  throw new Fault(
    'money-forbidden',
    'forbidden',
    'What failing costs, and what sites produce, is for those who answer for the business. Ask an owner or a manager.',
  );
}
