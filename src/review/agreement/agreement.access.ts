// Who may see how far people agree, who sees reviewers by name, and who sets the rule.
import type { Actor, Role } from '../../kernel/actor.ts';
import { heldTo } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const readers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'auditor'];
/** Those who answer for reviewers: nobody else sees one by name, or another's figures at all. */
const answering: readonly Role[] = ['owner', 'district-manager', 'trainer'];

/** @throws Fault `agreement-forbidden` */
export function assertMayReadAgreement(actor: Actor): void {
  if (actor.roles.some((role) => readers.includes(role))) return;
  throw new Fault(
    'agreement-forbidden',
    'forbidden',
    'How far people agree is for those who review or answer for the service. Ask one of them.',
  );
}

/** Owner, district manager, trainer: they answer for those who review. */
export function answersForReviewers(actor: Actor): boolean {
  return actor.roles.some((role) => answering.includes(role));
}

/** Those who answer for reviewers, and for all of the organisation. */
export function maySetRule(actor: Actor): boolean {
  return heldTo(actor) === null && answersForReviewers(actor);
}

/** @throws Fault `agreement-rule-forbidden` */
export function assertMaySetRule(actor: Actor): void {
  if (maySetRule(actor)) return;
  throw new Fault(
    'agreement-rule-forbidden',
    'forbidden',
    'From when on a standard is called poor is set by an owner, a district manager or a trainer of the whole organisation.',
  );
}
