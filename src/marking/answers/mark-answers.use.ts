// Whoever served says of a mark on a contact of their own that it is right. The answer stands beside the mark and changes nothing; it
// may be taken back. Who answers for them reads it. That it is wrong is a dispute (src/review/disputes); what was said of that kind
// before disputes were kept here still stands beside its mark.
import { findContacts } from '../../contacts/contacts.use.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Moment } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { titleOf } from '../../standards/title.core.ts';
import { currentStandards } from '../marking.store.ts';
import { assertMayReadContacts } from '../search/contacts.access.ts';
import * as store from './mark-answers.store.ts';

/** Those who answer for a person, and those who review marks: a reply waits for them. */
const readers: readonly Role[] = ['owner', 'district-manager', 'manager', 'reviewer'];

export interface MarkAnswer {
  readonly mark: string;
  readonly answer: 'right' | 'not-so';
  readonly because?: string;
  readonly at: Moment;
  readonly seenAt?: Moment;
  /** It is the answer of whoever asks. */
  readonly own: boolean;
}

/** Says that the mark is right. Whoever holds that it is wrong disputes it. @throws Fault `mark-missing` also where the contact was with somebody else, `not-in-record` */
export async function answerMark(work: Work, mark: string): Promise<void> {
  const person = personOf(work.actor);
  const found = await ownMark(work, mark, person);
  await store.writeAnswer(work, {
    orgId: work.actor.orgId,
    mark,
    contact: found.contact,
    person,
    answer: 'right',
    because: null,
    answeredAt: new Date(work.now),
    seenAt: null,
    seenBy: null,
  });
  await append(work, { kind: 'mark.answered', subjects: [mark, found.contact], digestOf: 'right' });
}

/** Takes one's own answer back. @throws Fault `mark-missing`, `not-in-record` */
export async function withdrawAnswer(work: Work, mark: string): Promise<void> {
  const person = personOf(work.actor);
  const answer = await store.answerOf(work, mark);
  if (answer?.person !== person) throw missing();
  await store.deleteAnswer(work, mark);
  await append(work, { kind: 'mark.answer-withdrawn', subjects: [mark, answer.contact] });
}

/** Says that it was read by who answers for them; a second time it says nothing new. @throws Fault `mark-missing`, `mark-answer-forbidden` */
export async function readMarkAnswer(work: Work, mark: string): Promise<void> {
  if (!work.actor.roles.some((role) => readers.includes(role)))
    throw new Fault(
      'mark-answer-forbidden',
      'forbidden',
      'Answers are read by managers and reviewers. Ask one of them.',
    );
  const answer = await store.answerOf(work, mark);
  if (!answer) throw missing();
  if (answer.seenAt) return;
  await store.writeSeen(work, mark);
  await append(work, { kind: 'mark.answer-read', subjects: [mark, answer.contact] });
}

/** Of one contact. @throws Fault `contacts-forbidden`, `contact-missing` also where it is not theirs to see */
export async function answersOfContact(work: Work, contact: string): Promise<MarkAnswer[]> {
  assertMayReadContacts(work.actor);
  if ((await findContacts(work, [contact])).length === 0)
    throw new Fault('contact-missing', 'missing', 'No contact goes by this id. Take one from GET /v1/contacts.');
  const rows = await store.answersOfContact(work, contact);
  return rows.map(({ mark, answer, because, answeredAt, seenAt, person }) => ({
    mark,
    answer,
    ...(because === null ? {} : { because }),
    at: answeredAt.toISOString(),
    ...(seenAt === null ? {} : { seenAt: seenAt.toISOString() }),
    own: person === work.actor.person,
  }));
}

export interface WaitingAnswer {
  readonly mark: string;
  readonly contact: string;
  readonly title: string;
  readonly answer: 'right' | 'not-so';
  readonly because?: string;
  readonly site?: string;
  readonly day?: string;
  readonly at: Moment;
}

/** Answers that nobody has read yet, at one's own sites; no person is named. */
export async function waitingAnswers(
  work: Work,
  limit: number,
): Promise<{ readonly items: readonly WaitingAnswer[]; readonly all: number }> {
  const { items, all } = await store.waitingAnswers(work, limit);
  const standards = new Map((await currentStandards(work.tx, work.actor.orgId)).map((one) => [one.id, titleOf(one)]));
  return {
    all,
    items: items.map(({ mark, contact, answer, because, site, day, answeredAt, standard }) => ({
      mark,
      contact,
      answer,
      title: standards.get(standard) ?? standard,
      at: answeredAt.toISOString(),
      ...(because === null ? {} : { because }),
      ...(site === null ? {} : { site }),
      ...(day === null ? {} : { day }),
    })),
  };
}

/** Forgets what was said of marks on these contacts; for the work that erases the contacts themselves. */
export async function forgetMarkAnswers(work: Work, contacts: readonly string[]): Promise<void> {
  await store.deleteAnswersOf(work, contacts);
}

async function ownMark(work: Work, mark: string, person: string): Promise<{ readonly contact: string }> {
  const found = await store.markedWith(work, mark);
  if (found?.person !== person) throw missing();
  return found;
}

function missing(): Fault {
  return new Fault('mark-missing', 'missing', 'There is no such mark on a contact of yours, or no answer to it.');
}

function personOf({ person }: Actor): string {
  if (person !== undefined) return person;
  throw new Fault(
    'not-in-record',
    'unready',
    'It isn’t known which person of the record you are. Ask the owner to link your account to it.',
  );
}
