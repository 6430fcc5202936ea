// What is said of a route: who may call it, and how.
import type { Role } from '../kernel/actor.ts';

export interface RouteLine {
  /** `METHOD /path/{parameter}`. */
  readonly route: string;
  /** The operation's name in the OpenAPI document. */
  readonly name: string;
  /** What it does, as a sentence without its end. */
  readonly says: string;
  /** `anybody` needs no token. */
  readonly who: readonly Role[] | 'anybody';
  /** Changes what is kept: a token that only reads may not. */
  readonly writes: boolean;
  /** Long work that must not run twice at once in one organisation: by itself, or with all that moves contacts. */
  readonly alone: false | 'itself' | 'contacts';
  /**
   * What those get who are held to some sites or to themself: nothing, what belongs to no site, what is asked of one site by
   * `?site=`, or the same as everybody, of which the database shows them their own.
   */
  readonly ofSites: 'nothing' | 'no-site' | 'asked-site' | 'own-sites';
  /** Whoever shows who they are is known here, though anybody may ask. */
  readonly greets: boolean;
  /** Nothing is kept of a call: no line of the log, no figure, no key under which it was done once. */
  readonly untold: boolean;
}

type More = Partial<Pick<RouteLine, 'writes' | 'alone' | 'ofSites' | 'greets' | 'untold'>>;
export const writes: More = { writes: true };
export const runs: More = { writes: true, alone: 'itself' };
export const movesContacts: More = { writes: true, alone: 'contacts' };
export const noSite: More = { ofSites: 'no-site' };
/** For anybody, and known where they are. */
export const greets: More = { ofSites: 'no-site', greets: true };
export const own: More = { ofSites: 'own-sites' };
export const ownChanges: More = { ofSites: 'own-sites', writes: true };
/** One’s own sign-in: whoever only reads the organisation’s data may change this all the same. */
export const ownSecrets: More = { ofSites: 'own-sites' };

/** Of no site, and nothing is kept of who asked when. */
export const untold: More = { ofSites: 'no-site', untold: true };
export const writesUntold: More = { ...untold, writes: true };

/** A line, read as a sentence. */
export function line(
  route: string,
  name: string,
  says: string,
  who: RouteLine['who'],
  { writes: changes = false, alone = false, ofSites = 'nothing', greets = false, untold: unseen = false }: More = {},
): RouteLine {
  return { route, name, says, who, writes: changes, alone, ofSites, greets, untold: unseen };
}
