// Who may make, list and end tokens: owners, since a token can carry any role.
import type { Actor } from '../kernel/actor.ts';
import { Fault } from '../kernel/fault.ts';

/** @throws Fault `tokens-forbidden` */
export function assertMayKeepTokens(actor: Actor): void {
  if (actor.roles.includes('owner') && actor.sites === undefined) return;
  throw new Fault('tokens-forbidden', 'forbidden', 'Only an owner may make, list or end tokens. Ask one of them.');
}
