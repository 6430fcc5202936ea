// Coaching from a mark: a note of whoever answers for a person, and how it stands as of a moment, from dated events. A note that
// was read stays; one that was not may be withdrawn, and both can be told later.
import type { Day, Moment } from '../../kernel/moment.ts';
import type { Evidence } from '../../standards/standard.core.ts';

export interface CoachingNote {
  readonly id: string;
  readonly person: string;
  /** The person of the record who coaches. */
  readonly by: string;
  readonly mark: string;
  readonly contact: string;
  readonly contactVersion: number;
  readonly standard: string;
  /** Of a moment that was missed, or of one that went well. */
  readonly verdict: 'met' | 'failed';
  readonly evidence: readonly Evidence[];
  readonly says: string;
  /** What to try next time; empty where nothing is asked. */
  readonly try: string;
  readonly exampleMark: string | null;
  readonly exampleContact: string | null;
  readonly followUp: Day | null;
  readonly givenAt: Moment;
}

/** An instruction that whoever served was found to have followed; never whose word it was. */
export interface FollowedThen {
  readonly kind: 'policy' | 'procedure' | 'word';
  /** The clause or the step. */
  readonly part?: string;
  /** It was a part of why it was missed. */
  readonly inPart: boolean;
}

export interface CoachingEvent {
  readonly kind: 'read' | 'acknowledged' | 'withdrawn' | 'looked';
  readonly says: string;
  readonly by: string;
  readonly at: Moment;
}

/** A note with what became of it, in order. */
export interface KeptNote {
  readonly note: CoachingNote;
  readonly events: readonly CoachingEvent[];
}

export const coachingStates = ['sent', 'read', 'acknowledged', 'withdrawn'] as const;
export type CoachingState = (typeof coachingStates)[number];

/** Words of a note, and of a reply, at most. */
export const mostWords = 2000;

/** How it stands after these events, which come in their order; null where it was not given yet by that moment. */
export function stateAt(
  note: Pick<CoachingNote, 'givenAt'>,
  events: readonly CoachingEvent[],
  at?: Moment,
): CoachingState | null {
  if (at !== undefined && note.givenAt > at) return null;
  const by = events.filter((one) => at === undefined || one.at <= at).map((one) => one.kind);
  if (by.includes('withdrawn')) return 'withdrawn';
  if (by.includes('acknowledged')) return 'acknowledged';
  return by.includes('read') ? 'read' : 'sent';
}

/** What may happen to a note next, and who does it. */
export function mayFollow(state: CoachingState, kind: CoachingEvent['kind']): boolean {
  switch (kind) {
    case 'read':
      return state === 'sent';
    case 'acknowledged':
      return state === 'sent' || state === 'read';
    case 'withdrawn':
      return state === 'sent';
    case 'looked':
      return state !== 'withdrawn';
  }
}

/** The day to follow up waits for the coach: it has come, and nobody has looked again since. */
export function followUpDue(
  { followUp }: Pick<CoachingNote, 'followUp'>,
  state: CoachingState,
  events: readonly CoachingEvent[],
  today: Day,
): boolean {
  if (followUp === null || followUp > today || state === 'withdrawn') return false;
  return !events.some((one) => one.kind === 'looked' && one.at.slice(0, 10) >= followUp);
}

/** Everybody above a person today, however long the way; nobody coaches who they answer to. */
export function above(
  posts: readonly { readonly person: string; readonly supervisor?: string }[],
  person: string,
): ReadonlySet<string> {
  const found = new Set<string>();
  const next = [person];
  for (let one = next.pop(); one !== undefined; one = next.pop())
    for (const { person: below, supervisor } of posts)
      if (below === one && supervisor !== undefined && !found.has(supervisor)) {
        found.add(supervisor);
        next.push(supervisor);
      }
  return found;
}
