// Who does something, in which organisation, and what of it they see.
export interface Actor {
  readonly orgId: string;
  /** A member's id, or the name of a part of the program, e.g. `cli`. Never a name of a person. */
  readonly id: string;
  readonly roles: readonly Role[];
  /** The sites that they are held to; absent for all. */
  readonly sites?: readonly string[];
  /** They may read what their roles let them, and change nothing. */
  readonly readsOnly?: true;
  /** Each role with its own sites; where absent, every role of `roles` is for `sites`. Empty: they see nothing. */
  readonly grants?: readonly Grant[];
  /** The id of the person of the record that they are. */
  readonly person?: string;
}

/** A role, at some sites or (null) at all. */
export interface Grant {
  readonly role: Role;
  readonly sites: readonly string[] | null;
}

/** Every role that there is; a person may have several. */
export const everyRole = [
  'owner',
  'district-manager',
  'manager',
  'rep',
  'trainer',
  'reviewer',
  'shopper',
  'counsel',
  'hr',
  'auditor',
] as const;

export type Role = (typeof everyRole)[number];

/** Roles that see what is their own, whatever their site. */
const ofThemselves: readonly Role[] = ['rep', 'shopper'];

/** What an actor is given, role by role. */
export function grantsOf({ grants, roles, sites }: Actor): readonly Grant[] {
  return grants ?? roles.map((role) => ({ role, sites: sites ?? null }));
}

/** The actor with only the grants of these roles: what they are on a route that is for these. */
export function actingAs(actor: Actor, roles: readonly Role[]): Actor {
  return withGrants(
    actor,
    grantsOf(actor).filter((grant) => roles.includes(grant.role)),
  );
}

/** The actor, for work that only reads: the database refuses it every change, and nobody waits for its end. */
export function reading(actor: Actor): Actor {
  return { ...actor, readsOnly: true };
}

/** The actor with these grants and no other; `roles` and `sites` follow from them. */
export function withGrants({ sites: _sites, ...actor }: Actor, grants: readonly Grant[]): Actor {
  const roles = [...new Set(grants.map((grant) => grant.role))];
  const everywhere = grants.some((grant) => grant.sites === null);
  return { ...actor, roles, grants, ...(everywhere ? {} : { sites: distinct(grants.flatMap(sitesIn)) }) };
}

export interface Held {
  /** Sites of which they see all that their roles may. */
  readonly sites: readonly string[];
  /** Sites that they know by name, where their own work is. */
  readonly places: readonly string[];
  /** The person of whom they see everything: themself. */
  readonly person: string | null;
}

/** What the actor is held to; null for one who sees the whole organisation. The database holds them to it. */
export function heldTo(actor: Actor): Held | null {
  const grants = grantsOf(actor);
  // A part of the program, which has no roles at all.
  if (actor.grants === undefined && grants.length === 0) return null;
  const ofSites = grants.filter((grant) => !ofThemselves.includes(grant.role));
  if (ofSites.some((grant) => grant.sites === null)) return null;
  return {
    sites: distinct(ofSites.flatMap(sitesIn)),
    places: distinct(grants.flatMap(sitesIn)),
    person: actor.person ?? null,
  };
}

const sitesIn = (grant: Grant): readonly string[] => grant.sites ?? [];
const distinct = (sites: readonly string[]): string[] => [...new Set(sites)];
