// Who coaches: those who answer for the person, and trainers; never oneself, nor whom one answers to. The database shows each the
// people of their own sites. HR, counsel and auditors read no notes: in the record stands that help was given, not what was said.
import type { Actor, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const coaches: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer'];

/** Whether they coach anybody at all. */
export function isCoach(actor: Actor): boolean {
  return actor.roles.some((role) => coaches.includes(role));
}

/** @param above those whom the actor answers to */
function mayCoach(actor: Actor, person: string, above: ReadonlySet<string>): boolean {
  return isCoach(actor) && actor.person !== person && !above.has(person);
}

/** @throws Fault `coaching-forbidden` */
export function assertMayCoach(actor: Actor, person: string, above: ReadonlySet<string>): void {
  if (mayCoach(actor, person, above)) return;
  throw new Fault(
    'coaching-forbidden',
    'forbidden',
    'A person is coached by whoever answers for them (their manager, the district manager, the owner) or a trainer. Ask one of them.',
  );
}

/** Whether they read notes to this person: the person, and those who coach. */
export function mayReadNotesTo(actor: Actor, person: string): boolean {
  return actor.person === person || isCoach(actor);
}

/** The person of the record that somebody is. @throws Fault `not-in-record` */
export function personOf({ person }: Actor): string {
  if (person !== undefined) return person;
  throw new Fault(
    'not-in-record',
    'unready',
    'It isn’t known which person of the record you are. Ask the owner to link your account to it.',
  );
}
