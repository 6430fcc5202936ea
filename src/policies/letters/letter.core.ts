// A letter: an employee's written case for changing a rule. What became of it are dated rows; its state is read from them.
import type { Day } from '../../kernel/moment.ts';

export const letterAnswers = ['adopted', 'in-part', 'refused'] as const;
export type LetterAnswer = (typeof letterAnswers)[number];

/** As what somebody is asked for an answer, lowest first. */
export const letterLevels = ['document', 'manager', 'district-manager', 'owner'] as const;
export type LetterLevel = (typeof letterLevels)[number];

export const letterStates = ['open', 'counsel', 'sign-off', 'adopted', 'in-part', 'refused'] as const;
export type LetterStateName = (typeof letterStates)[number];

export type LetterEventKind =
  | 'sent'
  | 'escalated'
  | 'answered'
  | 'looked'
  | 'not-looked'
  | 'signed'
  | 'said'
  | 'grown'
  | 'followed';

/** Why a letter went a level up. */
export type EscalatedBecause = 'silence' | 'refused' | 'passed-up';

/** Something that happened to a letter. Of a shielded letter only the day is known. */
export interface LetterEvent {
  readonly seq: number;
  readonly kind: LetterEventKind;
  readonly on: Day;
  /** A member's id, `writer` of a shielded letter, or a part of the program. */
  readonly by: string;
  readonly says: string;
  readonly level?: LetterLevel;
  /** The member who is asked now; absent where nobody is known. */
  readonly owner?: string;
  readonly due?: Day;
  readonly next?: LetterStateName;
  readonly answer?: LetterAnswer;
  /** The law or the risk that counsel names against it. */
  readonly law?: string;
  readonly because?: EscalatedBecause;
  /** `policy/quotes`: the document of which it began a new version. */
  readonly document?: string;
  readonly fix?: string;
  /** False until the day after, of what a shielded writer said. */
  readonly told: boolean;
}

export interface LetterAbout {
  readonly kind: 'policy' | 'procedure';
  readonly document: string;
  readonly part?: string;
}

export interface Letter {
  readonly id: string;
  /** Null until it comes out. */
  readonly number: number | null;
  readonly shielded: boolean;
  readonly writer: string | null;
  readonly site: string | null;
  readonly wrong: string;
  readonly why: string;
  readonly solution: string;
  readonly about: LetterAbout | null;
  readonly sentOn: Day;
}

export interface LetterState {
  readonly name: LetterStateName;
  readonly level: LetterLevel;
  readonly owner: string | null;
  /** The last day of whoever is to act; null once it is answered. */
  readonly due: Day | null;
  /** What was answered, also while counsel or a signature is waited for. */
  readonly answer: LetterAnswer | null;
  readonly reason: string;
  readonly answeredBy: string | null;
  readonly objection: { readonly law: string; readonly says: string } | null;
  readonly escalations: number;
}

export const openLetterStates: readonly LetterStateName[] = ['open', 'counsel', 'sign-off'];

/** The state that the rows, in their order, come to; null for a letter that has not come out. */
export function letterState(events: readonly LetterEvent[]): LetterState | null {
  let state: LetterState | null = null;
  for (const event of events) state = after(state, event);
  return state;
}

function after(state: LetterState | null, event: LetterEvent): LetterState | null {
  const due = event.due ?? null;
  if (event.kind === 'sent' || event.kind === 'escalated')
    return {
      name: 'open',
      level: event.level ?? 'owner',
      owner: event.owner ?? null,
      due,
      answer: null,
      reason: '',
      answeredBy: null,
      objection: null,
      escalations: (state?.escalations ?? 0) + (event.kind === 'escalated' ? 1 : 0),
    };
  if (state === null || event.next === undefined) return state;
  const next = { ...state, name: event.next, due };
  if (event.kind === 'answered')
    return { ...next, answer: event.answer ?? null, reason: event.says, answeredBy: event.by, objection: null };
  if (event.kind === 'looked' && event.law !== undefined)
    return { ...next, answer: null, objection: { law: event.law, says: event.says } };
  // Whoever signs may refuse, and says why.
  if (event.kind === 'signed' && event.next === 'refused')
    return { ...next, answer: 'refused', reason: event.says, answeredBy: event.by };
  return next;
}

export function isOverdue(state: LetterState, today: Day): boolean {
  return state.due !== null && openLetterStates.includes(state.name) && state.due < today;
}

/** A flag says what is wrong in a line and grows into a letter when the rest is written. */
export function isFlag({ why, solution }: Pick<Letter, 'why' | 'solution'>): boolean {
  return why === '' && solution === '';
}

/** What comes after an answer that adopts: counsel's look, a signature, or nothing more. */
export function afterAdopting(
  answer: 'adopted' | 'in-part',
  { counsel, signOff }: { readonly counsel: boolean; readonly signOff: boolean },
): LetterStateName {
  return counsel ? 'counsel' : signOff ? 'sign-off' : answer;
}

/** The first sentence of what is wrong, for lists and mail subjects. */
export function headlineOf({ wrong }: Pick<Letter, 'wrong'>): string {
  const [first = ''] = wrong.trim().split(/(?<=[.!?])\s|\n/);
  return first.length <= 140 ? first : `${first.slice(0, 139).replace(/\s+\S*$/, '')} …`;
}

/** How many support it, as anybody may know: of a shielded letter fewer than five are not told. */
export function supportersTold(count: number, shielded: boolean): number | null {
  return shielded && count < leastTold ? null : count;
}
export const leastTold = 5;

export const letterStateWords: Readonly<Record<LetterStateName, string>> = {
  open: 'waits for an answer',
  counsel: 'adopted, counsel looks at it',
  'sign-off': 'adopted, waits for a signature',
  adopted: 'adopted',
  'in-part': 'adopted in part',
  refused: 'refused',
};

export const letterLevelWords: Readonly<Record<LetterLevel, string>> = {
  document: 'who owns the document',
  manager: 'the manager of the site',
  'district-manager': 'the district manager',
  owner: 'the owner',
};

/** What whoever wrote a letter without a name is called beside what they did. */
export const shieldedWriter = 'the writer';
