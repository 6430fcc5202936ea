// Answers: adopted, in part, refused with a reason, passed a level up; counsel's look, which objects only by naming a law or a
// risk; the chief executive's signature, where it is asked for.
import { Fault } from '../../kernel/fault.ts';
import { isOwner } from '../../auth/members/member.core.ts';
import type { Work } from '../../platform/db/work.ts';
import { nextAnswerer, type Answerer } from './answerers.core.ts';
import { act, dueFrom, holdLetter, tellAsked, tellRole, tellWriter, upTo, type HeldLetter } from './letter-acts.use.ts';
import { afterAdopting, type LetterAnswer, type LetterState, type LetterStateName } from './letter.core.ts';
import type { LetterDesk } from './letter-desk.use.ts';
import { assertCounsel, assertMayAnswer, assertOwnsAll, ownsAll } from './letters.access.ts';
import { redacted } from './ready-letter.use.ts';

export interface AnswerGiven {
  readonly answer: LetterAnswer | 'escalated';
  readonly says?: string | undefined;
}

/**
 * @param chain who is asked about it, one after another
 * @throws Fault `letter-missing`, `letter-not-yours`, `letter-own`, `letter-state`, `letter-reason`, `letter-highest`
 */
export async function answerLetter(
  work: Work,
  desk: LetterDesk,
  id: string,
  given: AnswerGiven,
  chain: readonly Answerer[],
): Promise<LetterState> {
  const held = await holdLetter(work, id);
  assertMayAnswer(work.actor, held.state);
  assertNotOwn(work, held, chain);
  assertIn(held.state, 'open');
  const says = reasonOf(work, given.says, given.answer !== 'adopted');
  if (given.answer === 'escalated') {
    const next = nextAnswerer(chain, held.state.level) ?? highest();
    return escalated(work, desk, held, act(work, held, desk, 'escalated', { ...upTo(desk, next, 'passed-up'), says }));
  }
  const { answer } = given;
  const next: LetterStateName =
    answer === 'refused'
      ? 'refused'
      : afterAdopting(answer, { counsel: desk.hasCounsel, signOff: signsLater(work, desk) });
  const state = await act(work, held, desk, 'answered', { answer, says, next, ...dueOf(desk, next) });
  await tellNext(work, desk, held, state);
  return state;
}

/** @param law the law or the risk that stands against it; none: no objection @throws Fault as answerLetter */
export async function lookAtLetter(
  work: Work,
  desk: LetterDesk,
  id: string,
  { law = '', says = '' }: { readonly law?: string | undefined; readonly says?: string | undefined },
): Promise<LetterState> {
  const held = await holdLetter(work, id);
  assertCounsel(work.actor);
  assertIn(held.state, 'counsel');
  const [named = '', words = ''] = redacted(work, [law.trim(), says.trim()]);
  const next = named === '' ? afterCounsel(desk, held.state) : 'open';
  const more = { says: words, next, ...dueOf(desk, next), ...(named === '' ? {} : { law: named }) };
  const state = await act(work, held, desk, 'looked', more);
  await tellNext(work, desk, held, state);
  return state;
}

/** @param signs false: refused, with a reason @throws Fault as answerLetter */
export async function signLetter(
  work: Work,
  desk: LetterDesk,
  id: string,
  { signs, says: told }: { readonly signs: boolean; readonly says?: string | undefined },
): Promise<LetterState> {
  const held = await holdLetter(work, id);
  assertOwnsAll(work.actor);
  assertIn(held.state, 'sign-off');
  const says = reasonOf(work, told, !signs);
  const state = await act(work, held, desk, 'signed', { says, next: signs ? held.state.answer! : 'refused' });
  await tellWriter(work, desk, held, state);
  return state;
}

/** Whoever wrote it takes a refusal a level up. @throws Fault `letter-not-yours`, `letter-state`, `letter-highest` */
export async function appealLetter(
  work: Work,
  desk: LetterDesk,
  id: string,
  chain: readonly Answerer[],
): Promise<LetterState> {
  const held = await holdLetter(work, id);
  if (held.letter.writer !== work.actor.id)
    throw new Fault(
      'letter-not-yours',
      'forbidden',
      'Only whoever wrote the letter takes it a level up. With a shielded letter: on the page for its code.',
    );
  assertIn(held.state, 'refused');
  const next = nextAnswerer(chain, held.state.level) ?? highest();
  return escalated(work, desk, held, act(work, held, desk, 'escalated', upTo(desk, next, 'refused')));
}

/** What an adoption waits for once counsel had nothing against it. */
export function afterCounsel(desk: LetterDesk, { answer, answeredBy }: LetterState): LetterStateName {
  const by = desk.members.find((one) => one.id === answeredBy);
  const answered = answer === 'in-part' ? 'in-part' : 'adopted';
  return afterAdopting(answered, { counsel: false, signOff: desk.rule.signOff && !(by && isOwner(by.grants)) });
}

/** Writes to whoever acts next, or to the writer where it is answered. */
export async function tellNext(work: Work, desk: LetterDesk, held: HeldLetter, state: LetterState): Promise<void> {
  const number = held.letter.number!;
  if (state.name === 'open') await tellAsked(work, desk, number, state);
  else if (state.name === 'counsel') await tellRole(work, desk, 'counsel', number, state);
  else if (state.name === 'sign-off') await tellRole(work, desk, 'owner', number, state);
  else await tellWriter(work, desk, held, state);
}

/** Until when whoever is next may take; nothing once it is answered. */
export function dueOf(desk: LetterDesk, next: LetterStateName): { readonly due?: string } {
  if (next === 'counsel') return { due: dueFrom(desk, desk.today, desk.rule.counselDays) };
  return next === 'open' || next === 'sign-off' ? { due: dueFrom(desk, desk.today) } : {};
}

async function escalated(
  work: Work,
  desk: LetterDesk,
  held: HeldLetter,
  acted: Promise<LetterState>,
): Promise<LetterState> {
  const state = await acted;
  await tellAsked(work, desk, held.letter.number!, state);
  return state;
}

// An owner signs by answering.
const signsLater = (work: Work, { rule }: LetterDesk): boolean => rule.signOff && !ownsAll(work.actor);

function reasonOf(work: Work, told = '', needed: boolean): string {
  const [says = ''] = redacted(work, [told.trim()]);
  if (!needed || says.length >= 10) return says;
  throw new Fault(
    'letter-reason',
    'malformed',
    'Give the reason in a sentence: whoever wrote it reads it, and everybody else.',
    [{ pointer: '/says', detail: 'expected a sentence' }],
  );
}

function assertNotOwn(work: Work, { letter }: HeldLetter, chain: readonly Answerer[]): void {
  if (letter.writer !== work.actor.id || !chain.some((one) => one.owner !== null && one.owner !== letter.writer))
    return;
  throw new Fault('letter-own', 'forbidden', 'Nobody answers their own letter while there is somebody else to ask.');
}

function assertIn(state: LetterState, name: LetterStateName): void {
  if (state.name === name) return;
  throw new Fault(
    'letter-state',
    'conflict',
    'The letter stands otherwise by now. Load it again and look what it waits for.',
  );
}

function highest(): never {
  throw new Fault(
    'letter-highest',
    'conflict',
    'Nobody stands above who was asked last. Answer it, or write another letter.',
  );
}
