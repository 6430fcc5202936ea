// Who may look for contacts and read them, and who sees which rep a contact was with.
import type { Actor, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

// Reps are held to their own by the database.
const readers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'auditor', 'rep'];
const whoNamePeople: readonly Role[] = ['owner', 'district-manager', 'manager', 'rep'];

export function mayReadContacts(actor: Actor): boolean {
  return actor.roles.some((role) => readers.includes(role));
}

/** @throws Fault `contacts-forbidden` */
export function assertMayReadContacts(actor: Actor): void {
  if (mayReadContacts(actor)) return;
  throw new Fault(
    'contacts-forbidden',
    'forbidden',
    'Reading contacts is for those who answer for the service, train, review or check it. Ask one of them.',
  );
}

/** Whether they see who served: those who help that person, and the person. */
export function mayNamePeople(actor: Actor): boolean {
  return actor.roles.some((role) => whoNamePeople.includes(role));
}

/** @throws Fault `contacts-of-person-forbidden` */
export function assertMayAskFor(actor: Actor, person: string | undefined): void {
  if (person === undefined || mayNamePeople(actor)) return;
  throw new Fault(
    'contacts-of-person-forbidden',
    'forbidden',
    'Contacts of one person are shown to those who answer for them. Leave the person out, or ask one of them.',
  );
}
