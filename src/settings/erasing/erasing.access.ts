// Who may erase contacts, and say for how long they are kept: the owner and counsel. Auditors see what was set and done.
import type { Actor, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const erasers: readonly Role[] = ['owner', 'counsel'];
const readers: readonly Role[] = [...erasers, 'auditor'];

/** @throws Fault `erasing-forbidden` */
export function assertMayErase(actor: Actor): void {
  assertAmong(
    actor,
    erasers,
    'Only an owner or counsel may erase contacts or say how long they are kept. Ask one of them.',
  );
}

/** @throws Fault `erasing-forbidden` */
export function assertMayReadErasing(actor: Actor): void {
  assertAmong(
    actor,
    readers,
    'How long contacts are kept is for owners, counsel and auditors to see. Ask one of them.',
  );
}

function assertAmong({ roles }: Actor, who: readonly Role[], sentence: string): void {
  if (!roles.some((role) => who.includes(role))) throw new Fault('erasing-forbidden', 'forbidden', sentence);
}
