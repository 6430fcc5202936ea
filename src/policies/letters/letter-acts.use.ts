// What every act on a letter does: hold the letter while it is decided, write its row, tell the ledger, write to whom it concerns.
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import type { Answerer } from './answerers.core.ts';
import { answeredMail, waitsMail, type LetterMail } from './letter-mail.core.ts';
import {
  letterLevelWords,
  letterState,
  type EscalatedBecause,
  type LetterEvent,
  type LetterEventKind,
  type LetterState,
} from './letter.core.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import type { LetterDesk } from './letter-desk.use.ts';
import { letterOut, lockLetter, writeLetterEvent, type KeptLetter } from './letter.store.ts';

export interface HeldLetter extends KeptLetter {
  readonly state: LetterState;
}

/** The letter, which nobody else changes until the work ends. @throws Fault `letter-missing` */
export async function holdLetter(work: Work, id: string): Promise<HeldLetter> {
  await lockLetter(work, id);
  const kept = await letterOut(work, id);
  const state = kept && letterState(kept.events.filter((one) => one.told));
  if (kept && state) return { ...kept, state };
  throw noSuchLetter();
}

export function noSuchLetter(): Fault {
  return new Fault('letter-missing', 'missing', 'No letter goes by this id. Take one from the list of letters.');
}

type More = Partial<Omit<LetterEvent, 'seq' | 'kind'>>;

/** Writes the row after those that there are, as whoever acts; returns it. */
export async function addLetterEvent(
  work: Work,
  { letter, events }: KeptLetter,
  desk: LetterDesk,
  kind: LetterEventKind,
  more: More = {},
): Promise<LetterEvent> {
  const seq = (events.at(-1)?.seq ?? 0) + 1;
  const event: LetterEvent = { seq, kind, on: desk.today, by: work.actor.id, says: '', told: true, ...more };
  await writeLetterEvent(work, letter.id, event);
  return event;
}

/** Verbs as the ledger has them. */
const deeds: Readonly<Record<LetterEventKind, string>> = {
  sent: 'letter.sent',
  escalated: 'letter.escalated',
  answered: 'letter.answered',
  looked: 'letter.looked-at',
  'not-looked': 'letter.looked-at',
  signed: 'letter.signed',
  said: 'letter.said',
  grown: 'letter.grown',
  followed: 'letter.followed',
};

export async function tellLedger(work: Work, letter: string, event: LetterEvent): Promise<void> {
  await append(work, { kind: deeds[event.kind], subjects: [letter], digestOf: JSON.stringify(event) });
}

/** Row and line of the ledger at once. */
export async function act(
  work: Work,
  kept: KeptLetter,
  desk: LetterDesk,
  kind: LetterEventKind,
  more: More = {},
): Promise<LetterState> {
  const event = await addLetterEvent(work, kept, desk, kind, more);
  await tellLedger(work, kept.letter.id, event);
  return letterState([...kept.events.filter((one) => one.told), event])!;
}

/** The day until which the next one answers. */
export function dueFrom({ rule }: LetterDesk, day: string, days: number = rule.days): string {
  return addWorkingDays(day, days, rule.daysOff);
}

/** A level up: who is asked, why, until when. */
export function upTo(
  desk: LetterDesk,
  next: Answerer,
  because: EscalatedBecause,
  from: string = desk.today,
): More & { readonly because: EscalatedBecause } {
  return {
    because,
    level: next.level,
    ...(next.owner === null ? {} : { owner: next.owner }),
    due: dueFrom(desk, from),
    next: 'open',
  };
}

/** Writes to the member who is asked now; nobody is written to who has no address. */
export async function tellAsked(work: Work, desk: LetterDesk, number: number, state: LetterState): Promise<void> {
  const why = `A letter about a rule waits for an answer, as ${letterLevelWords[state.level]} gives it.`;
  await writeTo(work, desk, state.owner, waitsMail(number, state.due, why));
}

/** Writes to whoever wrote it, where they are known. */
export async function tellWriter(
  work: Work,
  desk: LetterDesk,
  { letter }: KeptLetter,
  state: LetterState,
): Promise<void> {
  if (letter.number !== null) await writeTo(work, desk, letter.writer, answeredMail(letter.number, state.name));
}

/** Writes to everybody of a role over the whole organisation. */
export async function tellRole(
  work: Work,
  desk: LetterDesk,
  role: 'counsel' | 'owner',
  number: number,
  state: LetterState,
): Promise<void> {
  const why =
    role === 'counsel'
      ? 'A letter was adopted. Look whether a law or a risk stands against it; silence lets it pass.'
      : 'A letter was adopted and waits for your signature.';
  for (const one of desk.members)
    if (one.endedAt === null && one.grants.some((grant) => grant.role === role))
      await writeTo(work, desk, one.id, waitsMail(number, state.due, why));
}

async function writeTo(work: Work, desk: LetterDesk, member: string | null, mail: LetterMail): Promise<void> {
  const email = desk.members.find((one) => one.id === member && one.endedAt === null)?.email;
  if (email) await postMail(work, { to: email, ...mail });
}
