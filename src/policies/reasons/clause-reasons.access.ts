// Who may say why a clause stands, and which standards it serves: those who keep the record, and whoever owns the policy. Everybody
// who sees a policy may read it.
import type { Actor, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const keepers: readonly Role[] = ['owner', 'district-manager', 'hr'];

/** @param owner of the policy: a role, or a person of the record */
export function mayAnswerForClause(actor: Actor, owner: string | undefined): boolean {
  if (actor.roles.some((role) => keepers.includes(role))) return true;
  return owner !== undefined && (owner === actor.person || (actor.roles as readonly string[]).includes(owner));
}

/** @throws Fault `clause-answer-forbidden` */
export function assertMayAnswerForClause(actor: Actor, owner: string | undefined): void {
  if (mayAnswerForClause(actor, owner)) return;
  throw new Fault(
    'clause-answer-forbidden',
    'forbidden',
    'Why a clause stands is for its policy’s owner to say, the owner, a district manager or HR. Write a letter instead.',
  );
}
