// Who may read rates by person: those who help these people do better. Nobody gets them as a ranking.
import type { Actor, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const helpers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer'];

/** @throws Fault `people-rates-forbidden` */
export function assertMayReadPeopleRates(actor: Actor): void {
  if (actor.roles.some((role) => helpers.includes(role))) return;
  throw new Fault(
    'people-rates-forbidden',
    'forbidden',
    'Rates by person are for those who manage or train these people. Ask one of them.',
  );
}
