// What the server knows of a request while it is answered: its id, the route it met, who asks. Kept beside the request,
// never in it, so that nothing a caller sends can be taken for what we found out.
import type { Actor } from '../../kernel/actor.ts';

export interface Asked {
  /** Taken from `X-Request-Id` where it is well-formed, else made; in the reply, every problem and the log. */
  readonly id: string;
  /** `GET /v1/fixes/{id}`; null where nothing is met. Never the path itself, which may hold a name. */
  readonly route: string | null;
  actor?: Actor;
}

const known = new WeakMap<Request, Asked>();

/** Keep what is known of a request. */
export function keepAsked(request: Request, asked: Asked): void {
  known.set(request, asked);
}

/** What is known of a request; undefined in-process, where no server stands before the routes. */
export function askedOf(request: Request): Asked | undefined {
  return known.get(request);
}

/** Who asks. @throws Error where nobody was let in: a route that stands before the door */
export function actorAsked(request: Request): Actor {
  const actor = known.get(request)?.actor;
  if (!actor) throw new Error('A route asked who calls before anybody was let in.');
  return actor;
}
