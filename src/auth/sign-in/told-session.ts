// Which session a request came with, once the door has looked: kept beside the request, never in it.
import type { TellingSession } from './telling-session.core.ts';

const known = new WeakMap<Request, TellingSession>();

export function keepSession(request: Request, telling: TellingSession): void {
  known.set(request, telling);
}

/** Null where the request came with a token, or with nothing. */
export function sessionOf(request: Request): TellingSession | null {
  return known.get(request) ?? null;
}
