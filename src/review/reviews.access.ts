// Who reviews contacts, who plans what is reviewed, and who takes people's marks out.
import { heldTo, type Actor, type Role } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';

const reviewers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer'];
const planners: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer'];
const takers: readonly Role[] = [...planners, 'auditor'];

const any = (actor: Actor, roles: readonly Role[]): boolean => actor.roles.some((role) => roles.includes(role));

/** Those who answer for what is reviewed. */
export function mayPlanReviews(actor: Actor): boolean {
  return any(actor, planners);
}

/** Those who may have every mark of people as a file. */
export function mayTakeReviewsOut(actor: Actor): boolean {
  return any(actor, takers);
}

/** @throws Fault `reviewing-forbidden` */
export function assertMayReview(actor: Actor): void {
  if (any(actor, reviewers)) return;
  throw new Fault(
    'reviewing-forbidden',
    'forbidden',
    'Contacts are reviewed by those who answer for the service, train or review. Ask an owner for one of these roles.',
  );
}

/** @throws Fault `review-plan-forbidden` */
export function assertMayPlanReviews(actor: Actor): void {
  if (mayPlanReviews(actor)) return;
  throw new Fault(
    'review-plan-forbidden',
    'forbidden',
    'What is reviewed is planned by owners, managers and trainers. Ask one of them.',
  );
}

/** @throws Fault `reviews-out-forbidden` */
export function assertMayTakeReviewsOut(actor: Actor): void {
  if (mayTakeReviewsOut(actor)) return;
  throw new Fault(
    'reviews-out-forbidden',
    'forbidden',
    'All reviews at once are for owners, managers, trainers and auditors. Ask one of them.',
  );
}

/** The sites that a plan of theirs may reach: null for all. */
export function sitesToPlanFor(actor: Actor): readonly string[] | null {
  return heldTo(actor)?.sites ?? null;
}

/** Whether a plan reaches no site but theirs, so that they may change it. */
export function mayChangePlan(actor: Actor, sites: readonly string[]): boolean {
  if (!mayPlanReviews(actor)) return false;
  const own = sitesToPlanFor(actor);
  return own === null || (sites.length > 0 && sites.every((site) => own.includes(site)));
}
