// API tokens: what one is, how it is written, and whether it is good on a day.
import type { Role } from '../kernel/actor.ts';
import type { Day, Moment } from '../kernel/moment.ts';

export interface Token {
  readonly id: string;
  /** What it is for, in the owner's words. */
  readonly says: string;
  readonly roles: readonly Role[];
  /** The sites that it is for; null for all. */
  readonly sites: readonly string[] | null;
  readonly readsOnly: boolean;
  /** The last day on which it is good (UTC); null for good. */
  readonly until: Day | null;
  readonly madeAt: Moment;
  readonly madeBy: string;
  readonly endedAt: Moment | null;
}

export type Standing = 'good' | 'ended' | 'expired';

/** Whether it opens anything at a moment. */
export function standingOf(token: Pick<Token, 'until' | 'endedAt'>, now: Moment): Standing {
  if (token.endedAt !== null) return 'ended';
  return token.until !== null && now.slice(0, 10) > token.until ? 'expired' : 'good';
}

export interface WrittenToken {
  readonly orgId: string;
  readonly id: string;
  readonly secret: string;
}

/** `customary.ORGANISATION.ID.SECRET`: whose it is and which one is no secret, so it is found without a search. */
export function writeToken({ orgId, id, secret }: WrittenToken): string {
  return ['customary', orgId, id, secret].join('.');
}

/** Its parts; null for anything else. */
export function readToken(text: string): WrittenToken | null {
  const parts = /^customary\.([A-Za-z0-9_-]{1,64})\.(t[0-9a-f]{16})\.([A-Za-z0-9_-]{43})$/.exec(text);
  return parts ? { orgId: parts[1]!, id: parts[2]!, secret: parts[3]! } : null;
}
