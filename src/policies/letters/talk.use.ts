// What is said under a letter, who joins it, and a flag that grows into a letter.
import { memberOf } from '../../auth/members/acting-member.use.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { act, holdLetter, type HeldLetter } from './letter-acts.use.ts';
import { isFlag, openLetterStates } from './letter.core.ts';
import type { LetterDesk } from './letter-desk.use.ts';
import { dropSupporter, writeGrown, writeSupporter } from './letter.store.ts';
import { isCounsel, mayAnswer } from './letters.access.ts';
import { redacted } from './ready-letter.use.ts';

/** Whoever wrote it, is asked about it or looks at it says something under it. @throws Fault `letter-missing`, `letter-not-yours`, `letter-empty` */
export async function sayOnLetter(work: Work, desk: LetterDesk, id: string, told: string): Promise<void> {
  const held = await holdLetter(work, id);
  if (held.letter.writer !== work.actor.id && !mayAnswer(work.actor, held.state) && !isCounsel(work.actor))
    throw new Fault(
      'letter-not-yours',
      'forbidden',
      'Under a letter speak whoever wrote it and whoever is asked. Join it to say that you are for it.',
    );
  await act(work, held, desk, 'said', { says: sayable(work, told) });
}

/** @throws Fault `letter-empty` */
export function sayable(work: Work, told: string): string {
  const [says = ''] = redacted(work, [told.trim()]);
  if (says !== '') return says;
  throw new Fault('letter-empty', 'malformed', 'Write something first.', [
    { pointer: '/says', detail: 'expected words' },
  ]);
}

/** Whoever wrote a flag writes the rest. @throws Fault `letter-missing`, `letter-not-yours`, `letter-state`, `letter-empty` */
export async function growLetter(
  work: Work,
  desk: LetterDesk,
  id: string,
  rest: { readonly why: string; readonly solution: string },
): Promise<void> {
  const held = await holdLetter(work, id);
  if (held.letter.writer !== work.actor.id)
    throw new Fault('letter-not-yours', 'forbidden', 'Only whoever wrote a flag writes the rest of it.');
  await writeGrown(work, id, grownBy(work, held, rest));
  await act(work, held, desk, 'grown');
}

/** What a flag becomes. @throws Fault `letter-state`, `letter-empty` */
export function grownBy(
  work: Work,
  { letter, state }: Pick<HeldLetter, 'letter'> & { readonly state: HeldLetter['state'] | null },
  rest: { readonly why: string; readonly solution: string },
): { readonly why: string; readonly solution: string } {
  if (!isFlag(letter) || (state !== null && !openLetterStates.includes(state.name)))
    throw new Fault('letter-state', 'conflict', 'It is a whole letter already, or was answered. Write another one.');
  const [why = '', solution = ''] = redacted(work, [rest.why.trim(), rest.solution.trim()]);
  if (why === '' && solution === '') sayable(work, '');
  return { why, solution };
}

/** Joins a letter, once. @throws Fault `letter-missing`, `letter-own`, `member-missing` */
export async function supportLetter(work: Work, desk: LetterDesk, id: string): Promise<void> {
  const { letter } = await holdLetter(work, id);
  if (letter.writer === work.actor.id)
    throw new Fault('letter-own', 'forbidden', 'It is your own letter: you are for it already.');
  await memberOf(work);
  if ((await writeSupporter(work, id, desk.today)) && !letter.shielded)
    await append(work, { kind: 'letter.joined', subjects: [id] });
}

/** Leaves it again. @throws Fault `letter-missing` */
export async function leaveLetter(work: Work, id: string): Promise<void> {
  const { letter } = await holdLetter(work, id);
  if ((await dropSupporter(work, id)) && !letter.shielded) await append(work, { kind: 'letter.left', subjects: [id] });
}
