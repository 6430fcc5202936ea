// A letter as it goes to whoever reads: who is asked, until when, what was said, what they may do. Of a shielded writer nothing.
import type { Day } from '../../kernel/moment.ts';
import {
  headlineOf,
  isFlag,
  isOverdue,
  letterLevelWords,
  letterStateWords,
  openLetterStates,
  shieldedWriter,
  supportersTold,
  type Letter,
  type LetterEvent,
  type LetterState,
} from './letter.core.ts';
import { workingDaysUntil } from '../../kernel/working-days.ts';
import type { LetterRule } from './letter-clock.core.ts';

export const letterVerbs = ['answer', 'look', 'sign', 'appeal', 'say', 'grow', 'join', 'leave'] as const;
export type LetterVerb = (typeof letterVerbs)[number];

export interface LetterToTell {
  readonly letter: Letter;
  readonly state: LetterState;
  readonly events: readonly LetterEvent[];
  readonly supporters: readonly string[];
  /** Titles and names of what it is about and where. */
  readonly documentTitle: string | null;
  readonly siteName: string | null;
}

export interface ToldTo {
  readonly reader: string;
  readonly today: Day;
  readonly rule: LetterRule;
  /** Names of members by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly waits: boolean;
}

/** A letter in a list. */
export function toldLetter({ letter, state, events, supporters, documentTitle, siteName }: LetterToTell, to: ToldTo) {
  const { id, shielded, about, site, sentOn } = letter;
  const open = openLetterStates.includes(state.name);
  return {
    id,
    number: letter.number ?? 0,
    headline: headlineOf(letter),
    flag: isFlag(letter),
    shielded,
    writer: letter.writer === null ? null : nameOf(letter.writer, to.names),
    mine: letter.writer !== null && letter.writer === to.reader,
    site: site === null ? null : { id: site, name: siteName ?? site },
    about: about === null ? null : { ...about, title: documentTitle ?? about.document },
    sentOn,
    state: state.name,
    stateSays: letterStateWords[state.name],
    level: state.level,
    waitsFor: open ? waitsForWhom(state, to.names) : null,
    waitsForYou: to.waits,
    due: state.due,
    daysLeft: state.due === null ? null : workingDaysUntil(to.today, state.due, to.rule.daysOff),
    overdue: isOverdue(state, to.today),
    supporters: supportersTold(supporters.length, shielded),
    joined: supporters.includes(to.reader),
    escalations: state.escalations,
    movedOn: events.findLast((one) => one.told)?.on ?? sentOn,
  };
}

/** The letter whole. @param can what the reader may do now */
export function toldWhole(whole: LetterToTell, to: ToldTo, can: readonly LetterVerb[]) {
  const { letter, state, events, supporters } = whole;
  return {
    ...toldLetter(whole, to),
    wrong: letter.wrong,
    why: letter.why,
    solution: letter.solution,
    answer: state.answer,
    reason: state.reason,
    answeredBy: state.answeredBy === null ? null : nameOf(state.answeredBy, to.names),
    objection: state.objection,
    supporterNames: letter.shielded ? [] : supporters.map((one) => nameOf(one, to.names)).toSorted(),
    events: events.filter((one) => one.told).map((event) => toldEvent(event, to.names)),
    can: [...can],
  };
}

function toldEvent({ told: _told, by, owner, ...event }: LetterEvent, names: ReadonlyMap<string, string>) {
  return {
    ...event,
    by: by === 'writer' || by === 'shielded' ? shieldedWriter : nameOf(by, names),
    ...(owner === undefined ? {} : { owner: nameOf(owner, names) }),
  };
}

function waitsForWhom(state: LetterState, names: ReadonlyMap<string, string>): string {
  if (state.name === 'counsel') return 'counsel';
  if (state.name === 'sign-off') return 'the owner';
  return state.owner === null ? letterLevelWords[state.level] : nameOf(state.owner, names);
}

function nameOf(id: string, names: ReadonlyMap<string, string>): string {
  // A part of the program, or a token, has no name that says more than itself.
  return names.get(id) ?? (id === 'letters' ? 'the clock' : id);
}

/** What waits for the reader first, then what is late, then by the day it is due; what was answered last, newest first. */
export function inOrder<T extends { readonly waitsForYou: boolean; readonly due: Day | null; readonly number: number }>(
  letters: readonly T[],
): T[] {
  return letters.toSorted(
    (a, b) =>
      Number(b.waitsForYou) - Number(a.waitsForYou) ||
      Number(a.due === null) - Number(b.due === null) ||
      (a.due ?? '').localeCompare(b.due ?? '') ||
      b.number - a.number,
  );
}
