// Who pins moments: those who improve the service. Who makes lessons: those who answer for it, and trainers. Everybody reads the
// lessons for them; nobody is told whose contact a moment was.
import { type Actor, heldTo, type Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const pinners: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer'];
const makers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer'];

/** Those who improve the service. */
export function mayPin(actor: Actor): boolean {
  return actor.readsOnly !== true && actor.roles.some((role) => pinners.includes(role));
}

/** Those who answer for the service, and trainers. */
export function mayMake(actor: Actor): boolean {
  return actor.roles.some((role) => makers.includes(role));
}

/** @throws Fault `pin-forbidden` */
export function assertMayPin(actor: Actor): void {
  if (mayPin(actor)) return;
  throw new Fault(
    'pin-forbidden',
    'forbidden',
    'Moments are pinned by those who answer for the service, trainers and reviewers. Ask one of them.',
  );
}

/** @throws Fault `lesson-forbidden` */
export function assertMayMake(actor: Actor): void {
  if (mayMake(actor)) return;
  throw new Fault(
    'lesson-forbidden',
    'forbidden',
    'Lessons are made by those who answer for the service and by trainers. Ask one of them.',
  );
}

/** Whether they may change a lesson for these sites: whoever is held to sites makes lessons for these alone. */
export function mayMakeFor(actor: Actor, sites: readonly string[]): boolean {
  if (!mayMake(actor)) return false;
  const held = heldTo(actor);
  return held === null || (sites.length > 0 && sites.every((site) => held.sites.includes(site)));
}

/** @throws Fault `lesson-sites` */
export function assertMayMakeFor(actor: Actor, sites: readonly string[]): void {
  assertMayMake(actor);
  if (mayMakeFor(actor, sites)) return;
  throw new Fault(
    'lesson-sites',
    'forbidden',
    'You make lessons for your own sites. Choose one or more of them; for everybody, ask the owner or a trainer of the whole.',
    [{ pointer: '/sites', detail: 'expected sites of your own' }],
  );
}
