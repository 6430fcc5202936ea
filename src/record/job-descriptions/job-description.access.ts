// Who may evaluate a job description: those who answer for the writer, and never the writer. The database shows each only the
// people of their own sites.
import type { Actor, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const evaluators: readonly Role[] = ['owner', 'district-manager', 'manager'];
const readers: readonly Role[] = [...evaluators, 'hr', 'auditor'];

export function mayEvaluate(actor: Actor, person: string): boolean {
  return actor.person !== person && actor.roles.some((role) => evaluators.includes(role));
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
