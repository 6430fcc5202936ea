// Who may hold contacts from being erased, who may let them go, and who may see what is held.
import type { Actor, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

const placers: readonly Role[] = ['owner', 'counsel', 'hr', 'district-manager'];
const releasers: readonly Role[] = ['owner', 'counsel'];
const readers: readonly Role[] = [...placers, 'auditor'];

/** @throws Fault `legal-hold-forbidden` */
export function assertMayPlaceHold(actor: Actor): void {
  assertAmong(
    actor,
    placers,
    'Only an owner, counsel, HR or a district manager may place a legal hold. Ask one of them.',
  );
}

/** @throws Fault `legal-hold-forbidden` */
export function assertMayReleaseHold(actor: Actor): void {
  assertAmong(actor, releasers, 'Only an owner or counsel may release a legal hold. Ask one of them.');
}

/** @throws Fault `legal-hold-forbidden` */
export function assertMayReadHolds(actor: Actor): void {
  assertAmong(
    actor,
    readers,
    'Legal holds are read by owners, counsel, HR, district managers and auditors. Ask one of them.',
  );
}

function assertAmong({ roles }: Actor, who: readonly Role[], sentence: string): void {
  if (!roles.some((role) => who.includes(role))) throw new Fault('legal-hold-forbidden', 'forbidden', sentence);
}
