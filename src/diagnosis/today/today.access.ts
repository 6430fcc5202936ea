// Who is told whom to watch, whose certificate lapses and who waits: those who answer for these people. The database shows
// each only the people of their own sites.
import type { Actor, Role } from '../../kernel/actor.ts';

const answering: readonly Role[] = ['owner', 'district-manager', 'manager', 'trainer'];

export function maySeeWhoServes(actor: Actor): boolean {
  return actor.roles.some((role) => answering.includes(role));
}
