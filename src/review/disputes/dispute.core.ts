// A dispute: what whoever served says against a mark on their own contact. What became of it are dated rows; how it stands, at any
// moment, is read from them.
import type { Day, Moment } from '../../kernel/moment.ts';

/** On what the mark is disputed. */
export const disputeGrounds = ['words', 'person', 'not-applicable', 'instruction', 'other'] as const;
export type DisputeGround = (typeof disputeGrounds)[number];

export const disputeAnswers = ['upheld', 'in-part', 'not-upheld'] as const;
export type DisputeAnswer = (typeof disputeAnswers)[number];

/** As what somebody is asked for an answer, lowest first. */
export const disputeLevels = ['reviewer', 'manager', 'district-manager', 'owner'] as const;
export type DisputeLevel = (typeof disputeLevels)[number];

export const disputeStates = ['open', 'answered', 'withdrawn'] as const;
export type DisputeStateName = (typeof disputeStates)[number];

/** What was followed: a clause, a step, or somebody's word. */
export const instructionKinds = ['policy', 'procedure', 'word'] as const;
export type InstructionKind = (typeof instructionKinds)[number];

/** The instruction that was followed: a part of a document in force that day, or what somebody said and when. */
export interface Instruction {
  readonly kind: InstructionKind;
  readonly document?: string;
  readonly version?: string;
  readonly part?: string;
  /** The person of the record whose word it was, where they are on record. */
  readonly saidBy?: string;
  /** The day on which it was said, or on which the document was in force. */
  readonly on?: Day;
}

export interface Dispute {
  readonly id: string;
  readonly mark: string;
  readonly contact: string;
  readonly contactVersion: number;
  readonly standard: string;
  readonly standardVersion: string;
  /** What made the mark; `reviewer` where a person did. */
  readonly marker: string;
  /** The members who made it, or said the same when they reviewed it. */
  readonly madeBy: readonly string[];
  readonly member: string;
  readonly person: string;
  readonly site: string | null;
  readonly ground: DisputeGround;
  readonly says: string;
  readonly instruction: Instruction | null;
  readonly openedAt: Moment;
}

export type DisputeEventKind = 'opened' | 'escalated' | 'answered' | 'second-round' | 'withdrawn' | 'rep-corrected';

export interface DisputeEvent {
  readonly seq: number;
  readonly kind: DisputeEventKind;
  readonly at: Moment;
  /** A member's id, or a part of the program. */
  readonly by: string;
  readonly says: string;
  readonly round: 1 | 2;
  readonly level?: DisputeLevel;
  /** The member who is asked now; absent where nobody is known. */
  readonly asked?: string;
  readonly due?: Day;
  readonly answer?: DisputeAnswer;
}

/** One round's answer. */
export interface RoundAnswer {
  readonly round: 1 | 2;
  readonly answer: DisputeAnswer;
  readonly says: string;
  readonly by: string;
  readonly at: Moment;
  readonly level: DisputeLevel;
}

export interface DisputeState {
  readonly name: DisputeStateName;
  readonly round: 1 | 2;
  readonly level: DisputeLevel;
  readonly asked: string | null;
  /** The last day of whoever is asked; null once it is answered. */
  readonly due: Day | null;
  readonly answers: readonly RoundAnswer[];
  /** The answer that holds now: the last one given; null before any. */
  readonly holds: RoundAnswer | null;
  readonly escalations: number;
}

/** The state that the rows, in their order, come to. @param until as of this moment; now where left out. Null: not there yet */
export function disputeState(events: readonly DisputeEvent[], until?: Moment): DisputeState | null {
  let state: DisputeState | null = null;
  for (const event of events) if (until === undefined || event.at <= until) state = after(state, event);
  return state;
}

function after(state: DisputeState | null, event: DisputeEvent): DisputeState | null {
  const asks = {
    name: 'open' as const,
    level: event.level ?? 'owner',
    asked: event.asked ?? null,
    due: event.due ?? null,
  };
  if (event.kind === 'opened') return { ...asks, round: 1, answers: [], holds: null, escalations: 0 };
  if (state === null) return null;
  if (event.kind === 'escalated') return { ...state, ...asks, escalations: state.escalations + 1 };
  if (event.kind === 'second-round') return { ...state, ...asks, round: 2 };
  if (event.kind === 'answered' && event.answer !== undefined) {
    const { round, says, by, at, answer } = event;
    const given: RoundAnswer = { round, answer, says, by, at, level: state.level };
    return { ...state, name: 'answered', asked: null, due: null, answers: [...state.answers, given], holds: given };
  }
  // Withdrawn in its second round, the first answer holds as before.
  if (event.kind === 'withdrawn')
    return { ...state, name: state.holds ? 'answered' : 'withdrawn', asked: null, due: null };
  return state;
}

/** What may be done with it by whoever disputes: a second round once, where not everything was upheld. */
export function mayAskAgain({ name, round, holds }: DisputeState): boolean {
  return name === 'open' || holds === null ? false : round === 1 && holds.answer !== 'upheld';
}

/** Open past its day: it goes to the next when disputes are turned. */
export function isLate({ name, due }: DisputeState, today: Day): boolean {
  return name === 'open' && due !== null && due < today;
}

/** What the answer that holds does to the mark and to its cause. */
export type DisputeEffect = 'struck' | 'not-theirs' | 'instruction' | 'none';

/**
 * Upheld on the words, or as not applicable: the mark is struck. Upheld on the person: the contact was with somebody else. An
 * instruction, upheld or in part: the mark stays, and the ladder reads the instruction. Anything else changes nothing.
 */
export function effectOf(ground: DisputeGround, answer: DisputeAnswer | null): DisputeEffect {
  if (answer === null || answer === 'not-upheld') return 'none';
  if (ground === 'instruction') return 'instruction';
  if (answer === 'in-part') return 'none';
  if (ground === 'person') return 'not-theirs';
  return ground === 'other' ? 'none' : 'struck';
}

export const groundWords: Readonly<Record<DisputeGround, string>> = {
  words: 'The words were taken wrongly',
  person: 'It was somebody else',
  'not-applicable': 'It doesn’t apply here',
  instruction: 'I followed the instruction',
  other: 'Something else',
};

export const answerWords: Readonly<Record<DisputeAnswer, string>> = {
  upheld: 'upheld',
  'in-part': 'upheld in part',
  'not-upheld': 'not upheld',
};

export const disputeLevelWords: Readonly<Record<DisputeLevel, string>> = {
  reviewer: 'a reviewer',
  manager: 'the manager of the site',
  'district-manager': 'the district manager',
  owner: 'the owner',
};
