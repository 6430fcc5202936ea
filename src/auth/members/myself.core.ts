// Whoever looks after their own sign-in.
import type { Actor } from '../../kernel/actor.ts';

/**
 * The actor where it is about their own password, passkeys, codes and sessions: also whoever may change nothing of the
 * organisation's changes these.
 */
export function myself({ readsOnly: _readsOnly, ...actor }: Actor): Actor {
  return actor;
}
