// A dispute as it goes to whoever reads: how it stands, who is asked, until when, what was said. Never whose it is.
import type { Actor } from '../../kernel/actor.ts';
import type { Day, Moment } from '../../kernel/moment.ts';
import { workingDaysUntil } from '../../kernel/working-days.ts';
import { mayAnswer } from './dispute-chain.core.ts';
import type { DisputeRule } from './dispute-rule.core.ts';
import {
  answerWords,
  disputeLevelWords,
  effectOf,
  groundWords,
  isLate,
  mayAskAgain,
  type Dispute,
  type DisputeEvent,
  type DisputeState,
} from './dispute.core.ts';
import { clockOfDisputes } from './dispute-clock.core.ts';

export interface DisputeToTell {
  readonly dispute: Dispute;
  readonly state: DisputeState;
  readonly events: readonly DisputeEvent[];
  readonly title: string;
  readonly siteName: string | null;
  /** Of the contact. */
  readonly day: Day | null;
  readonly channel: string | null;
}

export interface ToldTo {
  readonly reader: Actor;
  readonly own: boolean;
  readonly today: Day;
  readonly rule: DisputeRule;
  /** Names of members by id. */
  readonly names: ReadonlyMap<string, string>;
}

/** A dispute in a list. */
export function toldDispute(one: DisputeToTell, to: ToldTo) {
  const { dispute, state, events, title, siteName, day, channel } = one;
  const { id, mark, contact, standard, site, ground, openedAt } = dispute;
  return {
    id,
    mark,
    contact,
    standard: { id: standard, title },
    site: site === null ? null : { id: site, name: siteName ?? site },
    day,
    channel,
    mine: to.own,
    ground,
    groundSays: groundWords[ground],
    openedAt,
    round: state.round,
    state: state.name,
    stateSays: stateSays(dispute, state),
    answer: state.holds?.answer ?? null,
    waitsFor: state.name === 'open' ? askedName(state, to) : null,
    waitsForYou: state.name === 'open' && state.asked === to.reader.id,
    mayAnswer: mayAnswer(to.reader, dispute, state),
    due: state.due,
    daysLeft: state.due === null ? null : workingDaysUntil(to.today, state.due, to.rule.daysOff),
    late: isLate(state, to.today),
    escalations: state.escalations,
    movedAt: events.at(-1)?.at ?? openedAt,
  };
}

/** Beside the list's: what was said, in order. */
export function toldWhole(one: DisputeToTell, to: ToldTo) {
  const { dispute, state, events } = one;
  return {
    ...toldDispute(one, to),
    says: dispute.says,
    marker: dispute.marker,
    effect: effectOf(dispute.ground, state.holds?.answer ?? null),
    answers: state.answers.map(({ round, answer, says, by, at }) => ({
      round,
      answer,
      answerSays: answerWords[answer],
      says,
      by: nameOf(by, dispute, to),
      at,
    })),
    events: events.map(({ by, asked, ...event }) => ({
      ...event,
      by: nameOf(by, dispute, to),
      ...(asked === undefined ? {} : { asked: askedName({ asked, level: event.level ?? 'owner' }, to) }),
    })),
    can: to.reader.readsOnly === true ? [] : verbsOf(one, to),
  };
}

function verbsOf({ dispute, state }: DisputeToTell, { reader, own }: ToldTo) {
  return [
    ...(mayAnswer(reader, dispute, state) ? (['answer'] as const) : []),
    ...(own && mayAskAgain(state) ? (['second-round'] as const) : []),
    ...(own && state.name === 'open' ? (['withdraw'] as const) : []),
  ];
}

/** How it stands, as a line. */
export function stateSays({ ground }: Pick<Dispute, 'ground'>, { name, round, holds }: DisputeState): string {
  if (name === 'open') return round === 1 ? 'waits for an answer' : 'waits for a second answer';
  if (name === 'withdrawn' || holds === null) return 'withdrawn';
  const effect = effectOf(ground, holds.answer);
  const does = {
    struck: ': the mark counts no more',
    'not-theirs': ': it was somebody else',
    instruction: ': the instruction counts',
    none: '',
  };
  return `${answerWords[holds.answer]}${does[effect]}`;
}

/** What waits for the reader first, then what they may answer, then what is late, then by its day; what was answered last, newest first. */
export function inOrder<
  T extends {
    readonly waitsForYou: boolean;
    readonly mayAnswer: boolean;
    readonly due: Day | null;
    readonly movedAt: Moment;
  },
>(all: readonly T[]): T[] {
  return all.toSorted(
    (a, b) =>
      Number(b.waitsForYou) - Number(a.waitsForYou) ||
      Number(b.mayAnswer) - Number(a.mayAnswer) ||
      Number(a.due === null) - Number(b.due === null) ||
      (a.due ?? '').localeCompare(b.due ?? '') ||
      b.movedAt.localeCompare(a.movedAt),
  );
}

// Whoever disputes is told which reviewer it was once they have answered: nobody who made the mark is asked, so that who is asked of
// many disputes, each withdrawn again, would tell who made which mark.
function askedName({ asked, level }: Pick<DisputeState, 'asked' | 'level'>, { names, own }: ToldTo): string {
  if (asked === null || (own && level === 'reviewer')) return disputeLevelWords[level];
  return names.get(asked) ?? disputeLevelWords[level];
}

function nameOf(by: string, dispute: Dispute, { names, own }: ToldTo): string {
  if (by === dispute.member) return own ? 'you' : 'who served';
  // A part of the program, or a token, has no name that says more than itself.
  return by === clockOfDisputes ? 'the clock' : (names.get(by) ?? by);
}
