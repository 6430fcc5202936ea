// Links that are sent by mail: one that invites somebody, one by which a member sets a new password. Each opens once.
import type { Grant } from '../../kernel/actor.ts';
import type { Moment } from '../../kernel/moment.ts';

export interface Link {
  readonly id: string;
  readonly kind: 'invitation' | 'new-password';
  readonly email: string;
  readonly name: string;
  /** The member whose password it is; null for an invitation. */
  readonly member: string | null;
  /** The person of the record that the invited one is. */
  readonly person: string | null;
  /** What the invited one will be given. */
  readonly grants: readonly Grant[];
  readonly madeAt: Moment;
  readonly expiresAt: Moment;
}

const day = 24 * 3600 * 1000;
/** Milliseconds. */
export const lastsFor: Readonly<Record<Link['kind'], number>> = { invitation: 7 * day, 'new-password': day / 12 };

/** The page's address. What opens it stands after `#`: no browser sends that, and no log holds it. */
export function writeLink(origin: string, kind: Link['kind'], id: string, secret: string): string {
  return `${origin}/${kind}#${id}.${secret}`;
}

/** The parts of what stands after `#`; null for anything else. */
export function readLink(text: string): { readonly id: string; readonly secret: string } | null {
  const parts = /^(l[0-9a-f]{16})\.([A-Za-z0-9_-]{43})$/.exec(text);
  return parts ? { id: parts[1]!, secret: parts[2]! } : null;
}
