// Who asks for a step against a person, and who may be the second to agree: nobody agrees to what they asked for, nor about themself.
import type { Actor, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import type { AdverseStep } from './adverse-step.core.ts';

const asking: readonly Role[] = ['owner', 'district-manager', 'hr', 'manager'];
const agreeing: readonly Role[] = ['owner', 'district-manager', 'hr', 'counsel'];

/** @throws Fault `adverse-step-forbidden` */
export function assertMayAsk(actor: Actor, person: string): void {
  if (actor.roles.some((role) => asking.includes(role)) && actor.person !== person) return;
  throw forbidden('Such a step is asked for by those who answer for the person. Ask one of them.');
}

export function mayAgree(actor: Actor, step: Pick<AdverseStep, 'askedBy' | 'person' | 'answer'>): boolean {
  return (
    step.answer === null &&
    actor.readsOnly !== true &&
    actor.roles.some((role) => agreeing.includes(role)) &&
    actor.id !== step.askedBy &&
    actor.person !== step.person
  );
}

/** @throws Fault `adverse-step-forbidden` */
export function assertMayAgree(actor: Actor, step: AdverseStep): void {
  if (mayAgree(actor, step)) return;
  throw forbidden(
    'The second to agree is an owner, a district manager, HR or counsel, who did not ask for it and whom it is not about.',
  );
}

function forbidden(says: string): Fault {
  return new Fault('adverse-step-forbidden', 'forbidden', says);
}
