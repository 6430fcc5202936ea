// A dispute answered, with a reason: upheld, in part, or not. What is upheld takes effect in the same transaction.
import { correctRep } from '../../contacts/correct-rep.use.ts';
import { Fault } from '../../kernel/fault.ts';
import { letStand, overturn } from '../../marking/overturned/overturned.use.ts';
import { personNames } from '../../people/names-of.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { hiddenFrom } from '../people-say.use.ts';
import { act, holdDispute, redacted, writeTo, type HeldDispute } from './dispute-acts.use.ts';
import type { DisputeDesk } from './dispute-desk.use.ts';
import { answeredMail } from './dispute-mail.core.ts';
import { effectOf, type DisputeAnswer, type DisputeEffect } from './dispute.core.ts';
import { assertMayAnswer, mayRead } from './disputes.access.ts';
import { noSuchDispute } from './dispute-acts.use.ts';

export interface AnswerGiven {
  readonly answer: DisputeAnswer;
  readonly says: string;
  /** Who served, where it was somebody else: a person of the record; left out where it isn't known. */
  readonly rightPerson?: string | undefined;
}

/**
 * @returns what it does: whether causes are to be found anew
 * @throws Fault `dispute-missing`, `dispute-not-yours`, `dispute-state`, `dispute-reason`, `dispute-person`
 */
export async function answerDispute(
  work: Work,
  desk: DisputeDesk,
  id: string,
  { answer, says, rightPerson }: AnswerGiven,
): Promise<DisputeEffect> {
  const held = await holdDispute(work, id);
  const { dispute, state } = held;
  if (!mayRead(work.actor, dispute, state) || (await hiddenFrom(work)).has(dispute.contact)) throw noSuchDispute();
  assertMayAnswer(work.actor, dispute, state);
  if (state.name !== 'open')
    throw new Fault('dispute-state', 'conflict', 'This dispute stands otherwise by now. Load it again.');
  const reason = redacted(work, says);
  if (reason === '')
    throw new Fault('dispute-reason', 'malformed', 'Give the reason in a sentence or two: whoever served reads it.', [
      { pointer: '/says', detail: 'expected a sentence' },
    ]);
  const effect = effectOf(dispute.ground, answer);
  const answered = await act(work, held, 'answered', { answer, says: reason });
  await takeEffect(work, answered, effect, rightPerson);
  await writeTo(work, desk, dispute.member, answeredMail(answer));
  return effect;
}

async function takeEffect(
  work: Work,
  held: HeldDispute,
  effect: DisputeEffect,
  rightPerson: string | undefined,
): Promise<void> {
  const { id, contact, standard, mark, person } = held.dispute;
  if (effect === 'struck') await overturn(work, { contact, standard, mark, ruledBy: id });
  // A second answer may take back what the first one in part gave.
  else await letStand(work, contact, standard);
  if (effect !== 'not-theirs') return;
  if (
    rightPerson !== undefined &&
    (rightPerson === person || !(await personNames(work, [rightPerson])).has(rightPerson))
  )
    throw new Fault(
      'dispute-person',
      'missing',
      'No such other person is on record for you. Name who served, or leave it out.',
      [{ pointer: '/rightPerson', detail: 'expected the id of another person of the record' }],
    );
  await correctRep(work, contact, rightPerson ?? null);
  await act(work, held, 'rep-corrected');
}
