// An owner's short question about one part, asked of whoever says that it is understood: set, and asked no more.
import { randomBytes } from 'node:crypto';
import { Fault } from '../../kernel/fault.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import type { DocumentKind } from '../document.core.ts';
import * as store from './check-questions.store.ts';
import { assertMaySetQuestions } from './readers.access.ts';

export interface NewQuestion {
  readonly part: string;
  readonly asks: string;
  readonly choices: readonly string[];
  /** Which of the choices is right, from 1. */
  readonly right: number;
}

/**
 * @param owner of the document; @param parts ids of its clauses or steps
 * @throws Fault `check-question-forbidden`, `reading-part-missing`, `check-question-malformed`
 */
export async function setQuestion(
  work: Work,
  at: { readonly kind: DocumentKind; readonly id: string; readonly owner: string | undefined },
  parts: ReadonlySet<string>,
  given: NewQuestion,
): Promise<string> {
  assertMaySetQuestions(work.actor, at.owner);
  if (!parts.has(given.part))
    throw new Fault('reading-part-missing', 'malformed', 'This version has no such part. Take one from its page.', [
      { pointer: '/part', detail: given.part },
    ]);
  const choices = given.choices.map((one) => one.trim()).filter((one) => one !== '');
  const asks = given.asks.trim();
  if (asks === '' || choices.length < 2 || choices.length > 5 || given.right > choices.length)
    throw new Fault(
      'check-question-malformed',
      'malformed',
      'Ask one question, give two to five answers, and say which of them is right.',
      [{ pointer: asks === '' ? '/asks' : '/choices', detail: 'expected a question with two to five answers' }],
    );
  const id = randomBytes(12).toString('hex');
  await store.addQuestion(work, {
    id,
    kind: at.kind,
    document: at.id,
    part: given.part,
    asks,
    choices,
    right: given.right,
  });
  await append(work, {
    kind: 'check-question.set',
    subjects: [id, `${at.kind}/${at.id}`],
    digestOf: JSON.stringify([asks, choices]),
  });
  return id;
}

/** What was answered to it stays. @throws Fault `check-question-forbidden`, `check-question-missing` */
export async function endQuestion(
  work: Work,
  at: { readonly kind: DocumentKind; readonly id: string; readonly owner: string | undefined },
  question: string,
): Promise<void> {
  assertMaySetQuestions(work.actor, at.owner);
  if (!(await store.endQuestion(work, at.kind, at.id, question)))
    throw new Fault('check-question-missing', 'missing', 'No such question is asked. Look at the document again.');
  await append(work, { kind: 'check-question.ended', subjects: [question, `${at.kind}/${at.id}`] });
}
