// Who runs calibrations, and who sees one: those who run them, and those who take part.
import { heldTo, type Actor, type Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const running: readonly Role[] = ['owner', 'district-manager', 'trainer'];
const reviewing: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer'];

/** Those who answer for reviewers, of the whole organisation. */
export function mayRunCalibrations(actor: Actor): boolean {
  return heldTo(actor) === null && actor.roles.some((role) => running.includes(role));
}

/** Whether they are shown reviewers by name. */
export function seesReviewers(actor: Actor): boolean {
  return actor.roles.some((role) => running.includes(role));
}

/** @throws Fault `calibration-forbidden` */
export function assertMayRunCalibrations(actor: Actor): void {
  if (mayRunCalibrations(actor)) return;
  throw new Fault(
    'calibration-forbidden',
    'forbidden',
    'Calibrations are run by an owner, a district manager or a trainer of the whole organisation. Ask one of them.',
  );
}

/** @throws Fault `calibration-forbidden` */
export function assertMaySeeCalibrations(actor: Actor): void {
  if (actor.roles.some((role) => reviewing.includes(role))) return;
  throw new Fault(
    'calibration-forbidden',
    'forbidden',
    'Calibrations are for those who review. Ask an owner for one of the roles that review.',
  );
}

/** Whether a role of theirs reviews at the site; `null` is a contact of no site. */
export function mayReviewAt(
  grants: readonly { readonly role: Role; readonly sites: readonly string[] | null }[],
  site: string | null,
): boolean {
  return grants.some(
    ({ role, sites }) => reviewing.includes(role) && (sites === null || (site !== null && sites.includes(site))),
  );
}
