// A fix: what is done about a pattern, where, by whom and until when, and what is expected of it. What happened to it are
// dated rows; its state is read from them.
import type { PatternOf } from '../diagnosis/patterns/pattern-id.core.ts';
import { Fault } from '../kernel/fault.ts';
import type { Day, Moment } from '../kernel/moment.ts';
import type { FixKind } from './fix-kinds.core.ts';

export const verdicts = ['too-early', 'not-verified', 'verified', 'harmed'] as const;
/** What the effect test says so far. */
export type Verdict = (typeof verdicts)[number];

/** What was agreed when the fix was proposed. It is never rewritten: another agreement is another fix. */
export interface FixTerms extends PatternOf {
  readonly kind: FixKind;
  /** What will be done, in one sentence. */
  readonly says: string;
  /** A person's id, or a role. */
  readonly owner?: string;
  readonly due?: Day;
  /** Sites where it applies. */
  readonly sites: readonly string[];
  /** By how much the failing rate there should fall: .1 is ten points. */
  readonly expected: number;
  /** Standards that must not get worse by it. */
  readonly guardrails: readonly string[];
  /** Days of the contacts that the pattern was picked from, inclusive: never part of before. */
  readonly pickedFrom?: Day;
  readonly pickedTo?: Day;
}

export interface Fix extends FixTerms {
  readonly id: string;
  /** Id of the pattern that it is about. */
  readonly pattern: string;
  readonly proposedAt: Moment;
}

/** Something that happened to a fix, on a day told by whoever tells it. */
export type FixEvent =
  | { readonly kind: 'proposed' | 'begun'; readonly on: Day }
  /** From this day it stands at these sites. */
  | { readonly kind: 'done'; readonly on: Day; readonly sites: readonly string[] }
  | { readonly kind: 'checked'; readonly on: Day; readonly verdict: Verdict }
  | { readonly kind: 'dropped'; readonly on: Day; readonly why?: string }
  /** The rate slipped back, or somebody wants to try again: the days named are what it was picked from this time. */
  | {
      readonly kind: 'reopened';
      readonly on: Day;
      readonly why?: string;
      readonly pickedFrom?: Day;
      readonly pickedTo?: Day;
    };

export type FixStateName = 'proposed' | 'begun' | 'done' | Verdict | 'dropped' | 'reopened';
export type FixVerb = 'begin' | 'done' | 'check' | 'drop' | 'reopen';

export interface FixState {
  readonly name: FixStateName;
  /** Of this round: since it was proposed or last reopened. */
  readonly begunOn?: Day;
  /** The first day that it stands at each site where it does. */
  readonly doneOn: ReadonlyMap<string, Day>;
  /** The day of the last check whose verdict was another than the one before. */
  readonly verdictOn?: Day;
  readonly pickedFrom?: Day;
  readonly pickedTo?: Day;
  /** How often it was reopened. */
  readonly rounds: number;
}

/** Verbs that each state allows. `done` after `done` is for the sites that come later. */
const allowed: Readonly<Record<FixStateName, readonly FixVerb[]>> = {
  proposed: ['begin', 'drop'],
  reopened: ['begin', 'drop'],
  begun: ['done', 'drop'],
  done: ['done', 'check', 'drop', 'reopen'],
  'too-early': ['done', 'check', 'drop', 'reopen'],
  'not-verified': ['check', 'drop', 'reopen'],
  verified: ['check', 'drop', 'reopen'],
  harmed: ['check', 'drop', 'reopen'],
  dropped: ['reopen'],
};

/** States in which a fix asks something of somebody, or of the contacts still to come. */
export const openStates: readonly FixStateName[] = ['proposed', 'reopened', 'begun', 'done', 'too-early'];

/** The state that dated rows, in the order in which they were told, come to. */
export function stateOf(terms: Pick<FixTerms, 'pickedFrom' | 'pickedTo'>, events: readonly FixEvent[]): FixState {
  let name: FixStateName = 'proposed';
  let begunOn: Day | undefined;
  let verdictOn: Day | undefined;
  let doneOn = new Map<string, Day>();
  let [pickedFrom, pickedTo] = [terms.pickedFrom, terms.pickedTo];
  let rounds = 0;
  for (const event of events) {
    if (event.kind === 'begun') [name, begunOn] = ['begun', event.on];
    else if (event.kind === 'dropped') name = 'dropped';
    else if (event.kind === 'checked') [name, verdictOn] = [event.verdict, event.on];
    else if (event.kind === 'done') {
      for (const site of event.sites) if (!doneOn.has(site)) doneOn.set(site, event.on);
      if (name === 'begun') name = 'done';
    } else if (event.kind === 'reopened') {
      [name, begunOn, verdictOn, doneOn] = ['reopened', undefined, undefined, new Map()];
      [pickedFrom, pickedTo] = [event.pickedFrom, event.pickedTo];
      rounds += 1;
    }
  }
  return {
    name,
    ...(begunOn === undefined ? {} : { begunOn }),
    doneOn,
    ...(verdictOn === undefined ? {} : { verdictOn }),
    ...(pickedFrom === undefined ? {} : { pickedFrom }),
    ...(pickedTo === undefined ? {} : { pickedTo }),
    rounds,
  };
}

/** @throws Fault `fix-state` where the state doesn't allow the verb */
export function assertAllowed(state: FixState, verb: FixVerb): void {
  if (allowed[state.name].includes(verb)) return;
  const others = allowed[state.name].map((one) => `\`${one}\``).join(', ');
  throw new Fault(
    'fix-state',
    'conflict',
    `A fix that is ${stateWords[state.name]} takes no \`${verb}\`. What it takes: ${others}.`,
  );
}

/** Verbs that the state allows, for whoever shows buttons. */
export function verbsFor(state: FixState): readonly FixVerb[] {
  return allowed[state.name];
}

/** The state as a reader sees it. */
export const stateWords: Readonly<Record<FixStateName, string>> = {
  proposed: 'proposed',
  begun: 'begun',
  done: 'done, not checked yet',
  'too-early': 'done, too early to say',
  'not-verified': 'not verified',
  verified: 'verified',
  harmed: 'doing harm',
  dropped: 'dropped',
  reopened: 'reopened',
};
