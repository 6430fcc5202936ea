// What the clock does with letters: shielded ones come out the day after they were handed in, in no order; silence goes a level up;
// counsel's silence lets an adoption pass. Done twice it is done once, and done late it is dated as if it had been done in time.
import { randomInt } from 'node:crypto';
import { addDays } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { nextAnswerer } from './answerers.core.ts';
import { afterCounsel, dueOf, tellNext } from './answer-letter.use.ts';
import { act, addLetterEvent, tellAsked, tellLedger, upTo } from './letter-acts.use.ts';
import { isOverdue, letterState, type LetterState } from './letter.core.ts';
import { answerersFor, readDesk, type LetterDesk } from './letter-desk.use.ts';
import {
  giveNumber,
  holdAny,
  lettersDue,
  lockLetters,
  writeGrown,
  writeTold,
  type KeptLetter,
} from './letter.store.ts';
import { contentOf, firstAsked } from './send-letter.use.ts';
import { append } from '../../platform/ledger/append.ts';

/** @param work of the program itself. Returns how many letters moved. */
export async function turnLetters(work: Work): Promise<number> {
  const today = work.now.slice(0, 10);
  const due = await lettersDue(work, today);
  if (due.length === 0) return 0;
  // Before the ledger's head: whoever acts on one letter takes the two in this order as well.
  await lockLetters(work, due);
  const desk = await readDesk(work);
  for (const id of shuffled(due)) {
    const kept = await holdAny(work, id);
    // Another process may have been first.
    if (kept) await turn(work, desk, kept);
  }
  return due.length;
}

async function turn(work: Work, desk: LetterDesk, kept: KeptLetter): Promise<void> {
  if (kept.letter.number === null) {
    if (kept.letter.sentOn < desk.today) await comeOut(work, desk, kept);
    return;
  }
  const told = await tellPending(work, desk, kept);
  await untilInTime(work, desk, told);
}

/** What the writer of a shielded letter does is told as done by nobody that could be found. */
const asShielded = (work: Work): Work => ({ ...work, actor: { ...work.actor, id: 'shielded' } });

async function comeOut(work: Work, desk: LetterDesk, kept: KeptLetter): Promise<void> {
  const [first] = await answerersFor(work, desk, kept.letter);
  const shielded = asShielded(work);
  const event = await addLetterEvent(shielded, kept, desk, 'sent', { ...firstAsked(desk, first!), by: 'writer' });
  await append(shielded, { kind: 'letter.sent', subjects: [kept.letter.id], digestOf: contentOf(kept.letter) });
  const number = await giveNumber(work, kept.letter.id);
  await tellAsked(work, desk, number, letterState([event])!);
}

async function tellPending(work: Work, desk: LetterDesk, kept: KeptLetter): Promise<KeptLetter> {
  const pending = kept.events.filter((one) => !one.told && one.on < desk.today);
  for (const event of pending) {
    if (event.kind === 'grown') await writeGrown(work, kept.letter.id, JSON.parse(event.says) as never);
    await writeTold(work, kept.letter.id, event.seq, event.kind === 'grown' ? '' : event.says);
    await tellLedger(asShielded(work), kept.letter.id, event);
  }
  if (pending.length === 0) return kept;
  const events = kept.events.map((one) => (pending.includes(one) ? { ...one, told: true } : one));
  const state = letterState(events.filter((one) => one.told))!;
  if (pending.some((one) => one.kind === 'escalated')) await tellAsked(work, desk, kept.letter.number!, state);
  return { ...kept, events };
}

async function untilInTime(work: Work, desk: LetterDesk, kept: KeptLetter): Promise<void> {
  const chain = await answerersFor(work, desk, kept.letter);
  for (let now = kept; ;) {
    const state = stateIn(now);
    if (!isOverdue(state, desk.today)) return;
    // The day on which somebody would have done it.
    const on = addDays(state.due!, 1);
    const moved = await move(work, { ...desk, today: on }, now, state, chain);
    if (moved === null) return;
    now = moved;
  }
}

async function move(
  work: Work,
  desk: LetterDesk,
  kept: KeptLetter,
  state: LetterState,
  chain: Awaited<ReturnType<typeof answerersFor>>,
): Promise<KeptLetter | null> {
  if (state.name === 'counsel') {
    const next = afterCounsel(desk, state);
    return tellMoved(work, desk, kept, 'not-looked', { next, ...dueOf(desk, next) });
  }
  if (state.name !== 'open') return null;
  const next = nextAnswerer(chain, state.level);
  return next === null ? null : tellMoved(work, desk, kept, 'escalated', upTo(desk, next, 'silence'));
}

async function tellMoved(
  work: Work,
  desk: LetterDesk,
  kept: KeptLetter,
  kind: 'escalated' | 'not-looked',
  more: Parameters<typeof act>[4],
): Promise<KeptLetter> {
  const state = await act(work, kept, desk, kind, more);
  await tellNext(work, desk, { ...kept, state }, state);
  const again = await holdAny(work, kept.letter.id);
  return again ?? kept;
}

const stateIn = ({ events }: KeptLetter): LetterState => letterState(events.filter((one) => one.told))!;

/** In no order: that of their rows would tell who was first. */
function shuffled<T>(all: readonly T[]): T[] {
  const left = [...all];
  return all.map(() => left.splice(randomInt(left.length), 1)[0]!);
}
