// Who sees who has read a document and sets its check questions: those who answer for people or keep the record, and the document's own
// owner. The database shows each the people of their own sites.
import type { Actor, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const seers: readonly Role[] = ['owner', 'district-manager', 'hr', 'manager', 'trainer', 'auditor', 'counsel'];
const setters: readonly Role[] = ['owner', 'district-manager', 'hr', 'trainer'];

const owns = (actor: Actor, owner: string | undefined): boolean =>
  owner !== undefined && (owner === actor.person || (actor.roles as readonly string[]).includes(owner));

/** @param owner of the document: a role, or a person of the record. @throws Fault `readers-forbidden` */
export function assertMaySeeReaders(actor: Actor, owner: string | undefined): void {
  if (owns(actor, owner) || actor.roles.some((role) => seers.includes(role))) return;
  throw new Fault(
    'readers-forbidden',
    'forbidden',
    'Who has read a document is for its owner and for those who answer for the readers. Ask one of them.',
  );
}

export function maySetQuestions(actor: Actor, owner: string | undefined): boolean {
  return actor.readsOnly !== true && (owns(actor, owner) || actor.roles.some((role) => setters.includes(role)));
}

/** @throws Fault `check-question-forbidden` */
export function assertMaySetQuestions(actor: Actor, owner: string | undefined): void {
  if (maySetQuestions(actor, owner)) return;
  throw new Fault(
    'check-question-forbidden',
    'forbidden',
    'Check questions are set by the document’s owner, the owner, a district manager, HR or a trainer. Ask one of them.',
  );
}
