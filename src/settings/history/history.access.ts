// Who may read the history line by line: the owner, counsel, and auditors.
import type { Actor, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const readers: readonly Role[] = ['owner', 'counsel', 'auditor'];

/** @throws Fault `history-forbidden` */
export function assertMayReadHistory({ roles }: Actor): void {
  if (roles.some((role) => readers.includes(role))) return;
  throw new Fault(
    'history-forbidden',
    'forbidden',
    'The history is for owners, counsel and auditors. Ask one of them.',
  );
}
