// Who answers a dispute: a reviewer, the manager of the site, the district manager, the owner; never whoever made the mark, whose
// contact it is, whose word was the instruction, nor, in the second round, whoever answered the first.
import { grantsOf, type Actor, type Grant } from '../../kernel/actor.ts';
import { isOwner, type GrantedMember } from '../../auth/members/member.core.ts';
import { disputeLevels, type Dispute, type DisputeLevel, type DisputeState } from './dispute.core.ts';

export interface Answerer {
  readonly level: DisputeLevel;
  /** A member's id; null where nobody of the level may answer. */
  readonly asked: string | null;
}

type Of = Pick<Dispute, 'ground' | 'member' | 'person' | 'madeBy' | 'instruction' | 'site'>;

/** Who it was is known to those who plan shifts: reviewers are shown no person. */
const levelsOf = (ground: Dispute['ground']): readonly DisputeLevel[] =>
  ground === 'person' ? disputeLevels.slice(1) : disputeLevels;

/** Whether somebody may answer it in this round, whatever their role. */
export function isImpartial(
  one: { readonly id: string; readonly person: string | null },
  { member, person, madeBy, instruction }: Of,
  state: Pick<DisputeState, 'round' | 'answers'> | null,
): boolean {
  if (one.id === member || madeBy.includes(one.id)) return false;
  if (one.person !== null && (one.person === person || one.person === instruction?.saidBy)) return false;
  return !(state?.round === 2 && state.answers.some((answer) => answer.by === one.id));
}

/** The highest level at which these grants answer a dispute of this ground at this site; null where at none. */
export function levelAt(grants: readonly Grant[], { ground, site }: Pick<Of, 'ground' | 'site'>): DisputeLevel | null {
  return (
    levelsOf(ground).findLast((level) =>
      grants.some(
        (grant) => grant.role === level && (grant.sites === null || (site !== null && grant.sites.includes(site))),
      ),
    ) ?? null
  );
}

/** Whether it is for whoever asks to answer in this round. */
export function isFor(actor: Actor, dispute: Of, state: Pick<DisputeState, 'round' | 'answers'>): boolean {
  return (
    levelAt(grantsOf(actor), dispute) !== null &&
    isImpartial({ id: actor.id, person: actor.person ?? null }, dispute, state)
  );
}

/** Whether they may answer it now. */
export function mayAnswer(actor: Actor, dispute: Of, state: DisputeState): boolean {
  return actor.readsOnly !== true && state.name === 'open' && isFor(actor, dispute, state);
}

/**
 * The members, longest here first, who would be asked one after another; the owner stands at the end, known or not.
 * @param state how it stands; null before it is opened
 */
export function answerersOf(members: readonly GrantedMember[], dispute: Of, state: DisputeState | null): Answerer[] {
  const there = members
    .filter((one) => one.endedAt === null && isImpartial(one, dispute, state))
    .toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : a.madeAt > b.madeAt ? 1 : a.id < b.id ? -1 : 1));
  const seen = new Set<string>();
  return levelsOf(dispute.ground).flatMap((level): Answerer[] => {
    const free = there.filter((one) => !seen.has(one.id));
    const asked =
      (level === 'owner' ? free.find((one) => isOwner(one.grants)) : holding(free, level, dispute.site))?.id ?? null;
    if (asked !== null) seen.add(asked);
    return asked === null && level !== 'owner' ? [] : [{ level, asked }];
  });
}

/** Who is asked after this level; null where nobody stands above it. */
export function nextAnswerer(chain: readonly Answerer[], level: DisputeLevel): Answerer | null {
  return chain.find((one) => disputeLevels.indexOf(one.level) > disputeLevels.indexOf(level)) ?? null;
}

/** Who is asked in the second round: somebody above whoever answered the first, else anybody else; null where there is nobody. */
export function secondAnswerer(chain: readonly Answerer[], answeredAt: DisputeLevel): Answerer | null {
  const above = nextAnswerer(chain, answeredAt);
  if (above !== null && above.asked !== null) return above;
  return chain.findLast((one) => one.asked !== null) ?? null;
}

// Whoever has the role at just this site before whoever has it everywhere.
function holding(members: readonly GrantedMember[], level: DisputeLevel, site: string | null) {
  const at = (everywhere: boolean) =>
    members.find((one) =>
      one.grants.some(
        (grant) =>
          grant.role === level &&
          (everywhere ? grant.sites === null : site !== null && grant.sites?.includes(site) === true),
      ),
    );
  return at(false) ?? at(true);
}
