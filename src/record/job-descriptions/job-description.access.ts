// Who may evaluate a job description: the writer's supervisor, where the record names one who signs in and may; else, and once the clock
// has run out, those who answer for the site; never the writer. The database shows each only the people of their own sites.
import type { Actor, Grant, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const evaluators: readonly Role[] = ['owner', 'district-manager', 'manager'];
const readers: readonly Role[] = [...evaluators, 'hr', 'auditor'];

/** Whose word is asked for. */
export interface AskedToEvaluate {
  readonly person: string;
  /** Their supervisor, where they can answer. */
  readonly supervisor: string | null;
  readonly overdue: boolean;
}

/** Whoever they answer to, or any who may where that is nobody or is late; never they themself. */
export function mayEvaluate(actor: Actor, { person, supervisor, overdue }: AskedToEvaluate): boolean {
  if (actor.person === person || !actor.roles.some((role) => evaluators.includes(role))) return false;
  return supervisor === null || overdue || actor.person === supervisor;
}

/** Whether somebody with these grants can evaluate those of a site. */
export function canEvaluateAt(grants: readonly Grant[], site: string | null): boolean {
  return grants.some(
    ({ role, sites }) => evaluators.includes(role) && (sites === null || (site !== null && sites.includes(site))),
  );
}

/** @throws Fault `job-description-forbidden` */
export function assertMayReadOthers(actor: Actor): void {
  if (actor.roles.some((role) => readers.includes(role))) return;
  throw new Fault(
    'job-description-forbidden',
    'forbidden',
    'Job descriptions of others are for those who answer for them. Your own stands under GET /v1/job-descriptions/mine.',
  );
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
