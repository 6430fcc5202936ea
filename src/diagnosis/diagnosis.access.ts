// Who may find causes and read them: those who answer for the service and those who check it. What a rep reads of their
// own contacts is another page, with no ladder of anybody else on it.
import type { Actor, Role } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';

const readers: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer', 'reviewer', 'auditor'];
const answerers: readonly Role[] = ['owner', 'district-manager', 'manager'];

export function mayDiagnose(actor: Actor): boolean {
  return actor.roles.some((role) => readers.includes(role));
}

/** @throws Fault `diagnosis-forbidden` */
export function assertMayDiagnose(actor: Actor): void {
  if (mayDiagnose(actor)) return;
  throw new Fault(
    'diagnosis-forbidden',
    'forbidden',
    'Finding causes is for those who manage, train or review. Ask one of them.',
  );
}

/** @throws Fault `answer-forbidden` */
export function assertMayAnswer(actor: Actor): void {
  if (actor.roles.some((role) => answerers.includes(role))) return;
  throw new Fault(
    'answer-forbidden',
    'forbidden',
    'Only an owner or a manager may answer these questions. Ask one of them.',
  );
}

/** @throws Fault `undo-forbidden` */
export function assertMayUndo(actor: Actor): void {
  if (actor.roles.some((role) => answerers.includes(role))) return;
  throw new Fault('undo-forbidden', 'forbidden', 'Only an owner or a manager may undo an import. Ask one of them.');
}
