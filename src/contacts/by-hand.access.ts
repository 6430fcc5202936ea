// Who may enter by hand what they saw, heard or were told, and of which site.
import { type Actor, grantsOf, type Role } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';

const enterers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'shopper'];

/** May they enter something of this site; of no site at all where there is none? */
export function mayEnterByHand(actor: Actor, site: string | undefined): boolean {
  if (actor.readsOnly === true) return false;
  return grantsOf(actor).some(
    ({ role, sites }) => enterers.includes(role) && (sites === null || (site !== undefined && sites.includes(site))),
  );
}

/** @throws Fault `by-hand-forbidden` */
export function assertMayEnterByHand(actor: Actor, site: string | undefined): void {
  if (mayEnterByHand(actor, site)) return;
  throw new Fault(
    'by-hand-forbidden',
    'forbidden',
    'Visits and complaints are entered by managers, trainers, reviewers and shoppers, each of their own sites. Choose one of yours, or tell one of them what you saw.',
  );
}
