// Who may have markers learned, who decides which one stands, and who may read how far each agrees with people.
import type { Actor, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const teachers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer'];
const deciders: readonly Role[] = ['owner', 'district-manager'];
const readers: readonly Role[] = [...teachers, 'reviewer', 'auditor'];

const ofAllSites = (actor: Actor, roles: readonly Role[]): boolean =>
  actor.sites === undefined && actor.roles.some((role) => roles.includes(role));

/** Learning changes no mark yet: whoever teaches may ask for it. */
export function mayTrainMarkers(actor: Actor): boolean {
  return actor.readsOnly !== true && ofAllSites(actor, teachers);
}

/** What marks is for those who answer for all sites. */
export function mayDecideMarkers(actor: Actor): boolean {
  return actor.readsOnly !== true && ofAllSites(actor, deciders);
}

/** @throws Fault `marker-training-forbidden` */
export function assertMayTrainMarkers(actor: Actor): void {
  if (mayTrainMarkers(actor)) return;
  throw new Fault(
    'marker-training-forbidden',
    'forbidden',
    'Only an owner, a manager or a trainer of all sites may have a marker learned. Ask one of them.',
  );
}

/** @throws Fault `marker-decision-forbidden` */
export function assertMayDecideMarkers(actor: Actor): void {
  if (mayDecideMarkers(actor)) return;
  throw new Fault(
    'marker-decision-forbidden',
    'forbidden',
    'Only an owner or a district manager of all sites may say which marker stands: everybody is marked by it. Ask one of them.',
  );
}

/** @throws Fault `markers-forbidden` */
export function assertMayReadMarkers(actor: Actor): void {
  if (ofAllSites(actor, readers)) return;
  throw new Fault(
    'markers-forbidden',
    'forbidden',
    'How far each marker agrees with people is for those who answer for all sites, and for trainers, reviewers and auditors. Ask one of them.',
  );
}
