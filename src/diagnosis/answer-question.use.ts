// Questions that nobody has answered yet, and an owner's answers to them, kept as records of their own kind.
import { Fault } from '../kernel/fault.ts';
import { type Day, dayIn } from '../kernel/moment.ts';
import { append } from '../platform/ledger/append.ts';
import type { Work } from '../platform/db/work.ts';
import { latestDay } from './dated-ahead.core.ts';
import { assertMayAnswer, assertMayDiagnose } from './diagnosis.access.ts';
import { currentRun } from './finding.store.ts';
import { ownAnswers, writeOwnAnswer } from './own-answer.store.ts';
import type { Question } from './questions.core.ts';
import type { OwnAnswer } from './records.core.ts';

export type Said = 'yes' | 'no' | "don't know";

/** The questions of the last run that are still open, worth most first. @throws Fault `diagnosis-forbidden` */
export async function readQuestions(work: Work): Promise<Question[]> {
  assertMayDiagnose(work.actor);
  const answered = new Set((await ownAnswers(work.tx, work.actor.orgId)).map((one) => one.question));
  return ((await currentRun(work.tx, work.actor.orgId))?.summary.questions ?? []).filter(
    (one) => !answered.has(one.id),
  );
}

/**
 * Keeps an answer to one of the last run's questions; "don't know" is kept too, so that it isn't asked again. The ladder
 * reads it from the next run on.
 * @param on the day it was answered; today where left out
 * @throws Fault `question-unknown`, `answer-forbidden`, `answer-day`
 */
export async function answerQuestion(
  work: Work,
  question: string,
  said: Said,
  on?: Day,
): Promise<OwnAnswer & { readonly said: Said }> {
  assertMayAnswer(work.actor);
  if (on !== undefined && on > latestDay(work.now))
    throw new Fault(
      'answer-day',
      'malformed',
      'That day is still to come. Give the day on which it was answered, or leave it out for today.',
    );
  const asked = (await currentRun(work.tx, work.actor.orgId))?.summary.questions.find((one) => one.id === question);
  if (!asked) {
    throw new Fault(
      'question-unknown',
      'missing',
      'This is none of the open questions. Read them again, since finding causes again changes them.',
    );
  }
  const { rung, about, value, yesMeans } = asked;
  const row: OwnAnswer = {
    question,
    rung,
    about,
    value,
    answer: meaning(said, yesMeans),
    on: on ?? dayIn(work.now, 'UTC'),
  };
  await writeOwnAnswer(work.tx, {
    orgId: work.actor.orgId,
    ...row,
    asked: asked.asks,
    said,
    byActor: work.actor.id,
    recordedAt: work.now,
  });
  await append(work, { kind: 'question.answered', subjects: [question], digestOf: `${asked.asks}\n${said}` });
  return { ...row, said };
}

function meaning(said: Said, yesMeans: 'yes' | 'no'): OwnAnswer['answer'] {
  if (said === "don't know") return 'no-record';
  const opposite = yesMeans === 'yes' ? 'no' : 'yes';
  return said === 'yes' ? yesMeans : opposite;
}
