// Who answers a letter, from the lowest to the highest: who owns the document, the manager of the site, the district manager, the
// owner. Nobody answers their own letter while there is somebody else. Of a letter that names no site the district is that of its
// writer; a shielded one goes only to whoever has every site, as those of all others do, so that nobody is known by whom it goes to.
import type { GrantedMember } from '../../auth/members/member.core.ts';
import { isOwner } from '../../auth/members/member.core.ts';
import type { Role } from '../../kernel/actor.ts';
import { letterLevels, type LetterLevel } from './letter.core.ts';

export interface Answerer {
  readonly level: LetterLevel;
  /** A member's id; null where nobody of the level signs in. */
  readonly owner: string | null;
}

export interface AnsweredFor {
  readonly site: string | null;
  /** As the document names its owner: a person, a member or a role. */
  readonly documentOwner: string | null;
  /** Null where they are shielded. */
  readonly writer: string | null;
  /** Where the writer works; none where they are shielded. */
  readonly writerSites: readonly string[];
}

/** The members, longest here first, who would be asked one after another; the owner stands at the end, named or not. */
export function answerersOf(members: readonly GrantedMember[], asked: AnsweredFor): Answerer[] {
  const there = members
    .filter((one) => one.endedAt === null)
    .toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : a.madeAt > b.madeAt ? 1 : a.id < b.id ? -1 : 1));
  // Who wrote a letter that was brought is named as a person.
  const others = there.filter((one) => one.id !== asked.writer && (one.person === null || one.person !== asked.writer));
  const of: Readonly<Record<LetterLevel, GrantedMember | undefined>> = {
    document: asked.documentOwner === null ? undefined : ownerOf(others, asked.documentOwner, asked.site),
    manager: asked.site === null ? undefined : holding(others, 'manager', [asked.site]),
    'district-manager': holding(
      others,
      'district-manager',
      asked.site !== null ? [asked.site] : asked.writer === null ? [] : asked.writerSites,
    ),
    owner: others.find((one) => isOwner(one.grants)) ?? there.find((one) => isOwner(one.grants)),
  };
  const seen = new Set<string>();
  return letterLevels.flatMap((level): Answerer[] => {
    const owner = of[level]?.id ?? null;
    if (level === 'owner') return [{ level, owner }];
    if (owner === null || owner === of.owner?.id || seen.has(owner)) return [];
    seen.add(owner);
    return [{ level, owner }];
  });
}

/** Who is asked after this level; null where nobody stands above it. */
export function nextAnswerer(chain: readonly Answerer[], level: LetterLevel): Answerer | null {
  return chain.find((one) => letterLevels.indexOf(one.level) > letterLevels.indexOf(level)) ?? null;
}

// Whoever has the role at just one of these sites, in their order, before whoever has it everywhere.
function holding(members: readonly GrantedMember[], role: Role, sites: readonly string[]): GrantedMember | undefined {
  const whose = (has: (at: readonly string[] | null) => boolean) =>
    members.find((one) => one.grants.some((grant) => grant.role === role && has(grant.sites)));
  for (const site of sites) {
    const found = whose((at) => at?.includes(site) === true);
    if (found) return found;
  }
  return whose((at) => at === null);
}

function ownerOf(members: readonly GrantedMember[], told: string, site: string | null): GrantedMember | undefined {
  const name = told.trim().toLowerCase();
  return (
    members.find((one) => one.person === told || one.id === told || one.name.toLowerCase() === name) ??
    members.find((one) =>
      one.grants.some(
        (grant) =>
          grant.role === name.replaceAll(' ', '-') &&
          (grant.sites === null || (site !== null && grant.sites.includes(site))),
      ),
    )
  );
}
