// Who may look at somebody's page: those who answer for them, whoever keeps the personnel files, whoever trains them; everybody
// their own. The database holds managers to the people of their own sites, and reps to themselves.
import type { Actor, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const readers: readonly Role[] = ['owner', 'district-manager', 'manager', 'hr', 'trainer'];
const whoSeeMarks: readonly Role[] = ['owner', 'district-manager', 'manager'];

/** @throws Fault `people-forbidden` */
export function assertMayReadPeople(actor: Actor): void {
  if (actor.roles.some((role) => readers.includes(role))) return;
  throw new Fault(
    'people-forbidden',
    'forbidden',
    'Pages of people are for those who answer for them, train them or keep their files. Ask one of them.',
  );
}

/** @throws Fault `people-forbidden`; `person-unknown` for who serves and asks for somebody else: they are told nothing of them */
export function assertMayReadPerson(actor: Actor, person: string): void {
  if (actor.person === person) return;
  if (actor.roles.includes('rep') && !actor.roles.some((role) => readers.includes(role)))
    throw new Fault('person-unknown', 'missing', 'There is no person of this id on record.');
  assertMayReadPeople(actor);
}

/** Whether they see what a person's contacts kept and missed: those who help that person, and the person. */
export function maySeeMarksOf(actor: Actor, person: string): boolean {
  return actor.person === person || actor.roles.some((role) => whoSeeMarks.includes(role));
}
