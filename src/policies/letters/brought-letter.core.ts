// Letters that were written before, elsewhere: as a file tells them, and the dated rows that they come to here.
import type { Day } from '../../kernel/moment.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import type { LetterRule } from './letter-clock.core.ts';
import {
  letterLevels,
  letterState,
  type Letter,
  type LetterAbout,
  type LetterEvent,
  type LetterLevel,
} from './letter.core.ts';

export interface BroughtLetter {
  readonly id: string;
  /** The person who wrote it; absent where they gave no name. */
  readonly writer?: string;
  readonly site?: string;
  readonly wrong: string;
  readonly why?: string;
  readonly solution?: string;
  readonly about?: LetterAbout['kind'];
  readonly document?: string;
  readonly part?: string;
  readonly on: Day;
  /** As what somebody was asked first. */
  readonly asked?: LetterLevel;
  /** People who joined it. */
  readonly supporters: readonly string[];
}

export const broughtActs = ['adopted', 'in-part', 'refused', 'escalated', 'looked', 'said'] as const;

/** One thing that was done about it. */
export interface BroughtAnswer {
  readonly letter: string;
  readonly on: Day;
  readonly by?: string;
  readonly act: (typeof broughtActs)[number];
  readonly says?: string;
  /** The version of the document that came of it. */
  readonly version?: string;
}

/** The letter as it is kept. Its number is given when it is taken in. */
export function letterOf(brought: BroughtLetter): Letter {
  const { id, writer, site, wrong, why = '', solution = '', about, document, part, on } = brought;
  const whole = about === undefined || document === undefined ? null : { kind: about, document };
  return {
    id,
    number: null,
    shielded: writer === undefined,
    writer: writer ?? null,
    site: site ?? null,
    wrong,
    why,
    solution,
    about: whole === null ? null : { ...whole, ...(part === undefined ? {} : { part }) },
    sentOn: on,
  };
}

/** Every row of it in the order of its days; those of one day in the order given. */
export function eventsOf(brought: BroughtLetter, answers: readonly BroughtAnswer[], rule: LetterRule): LetterEvent[] {
  const writer = brought.writer ?? 'writer';
  const due = (from: Day): Day => addWorkingDays(from, rule.days, rule.daysOff);
  const level = brought.asked ?? (brought.site === undefined ? 'owner' : 'manager');
  const events: LetterEvent[] = [];
  const add = (event: Omit<LetterEvent, 'seq' | 'told' | 'says'> & { readonly says?: string }): void => {
    events.push({ says: '', ...event, seq: events.length + 1, told: true });
  };
  add({ kind: 'sent', on: brought.on, by: writer, level, due: due(brought.on), next: 'open' });
  for (const { act, on, by, says = '' } of inOrderOfDays(answers)) {
    const state = letterState(events)!;
    if (act === 'escalated') {
      const refused = state.name === 'refused';
      const because = refused ? 'refused' : 'silence';
      const next = above(state.level);
      add({
        kind: 'escalated',
        on,
        by: refused ? writer : 'letters',
        says,
        because,
        level: next,
        due: due(on),
        next: 'open',
      });
    } else if (act === 'looked') add({ kind: 'looked', on, by: by ?? 'counsel', says, next: state.name });
    else if (act === 'said') add({ kind: 'said', on, by: by ?? writer, says });
    else add({ kind: 'answered', on, by: by ?? state.level, says, answer: act, next: act });
  }
  const last = letterState(events)!;
  if (last.name === 'adopted' || last.name === 'in-part') add(whatCame(brought, answers, events.at(-1)!.on));
  return events;
}

// Said of every letter that was adopted: what is adopted and not followed by anything begins a draft by itself.
function whatCame({ about, document }: BroughtLetter, answers: readonly BroughtAnswer[], on: Day) {
  const version = answers.findLast((one) => one.version !== undefined)?.version;
  const known = version !== undefined && about !== undefined && document !== undefined;
  return {
    kind: 'followed' as const,
    on,
    by: 'letters',
    says: known ? `Version ${version} of the ${about} came of it.` : 'It was adopted before it was brought here.',
    ...(known ? { document: `${about}/${document}` } : {}),
  };
}

function above(level: LetterLevel): LetterLevel {
  return letterLevels[Math.min(letterLevels.indexOf(level) + 1, letterLevels.length - 1)]!;
}

function inOrderOfDays(answers: readonly BroughtAnswer[]): BroughtAnswer[] {
  return answers.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
