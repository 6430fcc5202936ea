// Who may have contacts read by a language model that stands elsewhere: words leave the machine, so the owner alone; and who may read
// what it said.
import { heldTo, type Actor, type Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const readers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'auditor'];

/** What leaves the organisation is its owner’s to say. */
export function maySetModel({ roles }: Actor): boolean {
  return roles.includes('owner');
}

/** @throws Fault `language-model-forbidden` */
export function assertMaySetModel(actor: Actor): void {
  if (maySetModel(actor)) return;
  throw new Fault(
    'language-model-forbidden',
    'forbidden',
    'Only an owner may name a language model or have contacts sent to it. Ask one of them.',
  );
}

/** @throws Fault `language-model-forbidden` */
export function assertMayReadModel(actor: Actor): void {
  if (heldTo(actor) === null && actor.roles.some((role) => readers.includes(role))) return;
  throw new Fault(
    'language-model-forbidden',
    'forbidden',
    'What a language model said of all contacts is for those who manage, train or review everywhere. Ask one of them.',
  );
}
