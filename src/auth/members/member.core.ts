// Members: people who sign in. A member may be a person of the record; an owner of a new organisation is none yet.
import type { Grant } from '../../kernel/actor.ts';
import type { Moment } from '../../kernel/moment.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
  /** In lower case; null for a person of the demo. */
  readonly email: string | null;
  /** The id of the person of the record that they are. */
  readonly person: string | null;
  readonly madeAt: Moment;
  readonly endedAt: Moment | null;
}

export interface GrantedMember extends Member {
  readonly grants: readonly Grant[];
}

/** An e-mail address as it is kept and compared: without blanks around it, in lower case. */
export function emailOf(told: string): string {
  return told.normalize('NFKC').trim().toLowerCase();
}

/** The same grants, each once, with sites in order; a role everywhere takes in the same role at some sites. */
export function tidyGrants(grants: readonly Grant[]): Grant[] {
  const sitesOf = new Map<Grant['role'], Set<string> | null>();
  for (const { role, sites } of grants) {
    const known = sitesOf.get(role);
    if (known === null || sites === null) sitesOf.set(role, null);
    else sitesOf.set(role, new Set([...(known ?? []), ...sites]));
  }
  return [...sitesOf].map(([role, sites]) => ({ role, sites: sites === null ? null : [...sites].toSorted() }));
}

/** Whether somebody may do everything, and so look after the others. */
export function isOwner(grants: readonly Grant[]): boolean {
  return grants.some((grant) => grant.role === 'owner' && grant.sites === null);
}

/** Of these grants what somebody with those may give: an owner everything, anybody else no more than they have. */
export function within(grants: readonly Grant[], those: readonly Grant[]): Grant[] {
  if (isOwner(those)) return [...grants];
  return grants.flatMap(({ role, sites }) => {
    const own = those.filter((one) => one.role === role);
    if (own.some((one) => one.sites === null)) return [{ role, sites }];
    const may = new Set(own.flatMap((one) => one.sites ?? []));
    const left = sites === null ? [...may] : sites.filter((site) => may.has(site));
    return left.length === 0 ? [] : [{ role, sites: left }];
  });
}
