// Who may invite people, say what they may, and let them go: owners of the whole.
import type { Actor, Grant } from '../../kernel/actor.ts';
import { heldTo } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';

/** @throws Fault `members-forbidden` */
export function assertMayKeepMembers(actor: Actor): void {
  if (actor.roles.includes('owner') && heldTo(actor) === null) return;
  throw new Fault(
    'members-forbidden',
    'forbidden',
    'Only an owner may invite people and say what they may. Ask one of them.',
  );
}

/** @throws Fault `grants-malformed` where there is none, or an owner of some sites alone */
export function assertGrants(grants: readonly Grant[]): void {
  if (grants.length > 0 && !grants.some((grant) => grant.role === 'owner' && grant.sites !== null)) return;
  throw new Fault(
    'grants-malformed',
    'malformed',
    'Give at least one role, and an owner all sites: for some of them take district-manager or manager.',
  );
}
