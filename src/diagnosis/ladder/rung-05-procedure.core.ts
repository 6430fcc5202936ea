// Question 5: was the procedure stale, contradictory, unclear, or never acknowledged in this version? Asked of every
// document that covers the standard and was in force for this role and site; one that is in order clears none of the others.
import { inForce, type Day } from '../../kernel/moment.ts';
import type { Linked } from '../book.core.ts';
import type { ReadFrom } from '../finding.core.ts';
import {
  type Asked,
  type AskRung,
  cite,
  named,
  no,
  noRecord,
  type Reading,
  register,
  roleOf,
  scopeOf,
  undated,
  unnamed,
  yes,
} from './reading.core.ts';

export const procedureUnfit: AskRung = (asked) => {
  const { failure, book } = asked;
  const { day, standard, person } = failure;
  if (!book.has('procedures') && !book.has('policies')) {
    return noRecord('No procedures were brought, so it is not known in what state they were.', 'procedure');
  }
  if (day === undefined) return noRecord(undated);
  const role = roleOf(asked, day);
  const meant = (linked: Linked) =>
    inForce(linked.document, day) && scopeOf(linked.document, role, failure.site) === 'in';
  const serving = book.serving(standard.id, standard.task).filter(meant);
  if (serving.length === 0) {
    return book.has('procedures')
      ? no('Nothing written covered this that day, so nothing written was stale (see question 1).', [
          register('procedures', day),
        ])
      : noRecord('No procedures were brought, so it is not known in what state they were.', 'procedure');
  }
  const flaw = stale(serving, day) ?? contradicted(asked, serving, meant) ?? unclear(serving);
  if (flaw) return flaw;
  if (!book.has('acknowledgements')) {
    return noRecord('What was written was in order, but no record says who had read which version.', 'procedure');
  }
  if (person === undefined) return noRecord(unnamed);
  return (
    unread(asked, serving, person, day) ??
    no('What was written was in date, clear, and had been acknowledged in that version.', serving.flatMap(cite))
  );
};

function stale(serving: readonly Linked[], day: Day): Reading | undefined {
  const late = serving.find(({ document }) => document.reviewDue !== undefined && document.reviewDue < day);
  if (!late) return undefined;
  return yes('procedure', {
    detail: 'stale',
    readFrom: cite(late),
    sentence: `${named(late.document)} had been due for review since ${late.document.reviewDue}.`,
  });
}

function contradicted(
  { book, failure }: Asked,
  serving: readonly Linked[],
  meant: (linked: Linked) => boolean,
): Reading | undefined {
  // A policy's clause against it is question 3; here it is one instruction against another.
  const against = book
    .obstructing(failure.standard.id)
    .find((linked) => linked.document.kind === 'procedure' && meant(linked));
  if (!against) return undefined;
  return yes('procedure', {
    detail: 'contradictory',
    readFrom: [...cite(against), ...serving.flatMap(cite)],
    sentence: `One procedure asked for this, and a step of ${named(against.document)} stood in the way of it.`,
  });
}

function unclear(serving: readonly Linked[]): Reading | undefined {
  const found = serving.find(({ document }) => document.clarity === 'unclear');
  if (!found) return undefined;
  return yes('procedure', {
    detail: 'unclear',
    readFrom: cite(found),
    sentence: `Readers had found ${named(found.document)} unclear.`,
  });
}

function unread({ book }: Asked, serving: readonly Linked[], person: string, day: Day): Reading | undefined {
  for (const linked of serving) {
    const { document } = linked;
    const answer = book.acknowledgement(person, document, day);
    const version: ReadFrom[] = cite(linked);
    if (!answer) {
      return yes('procedure', {
        detail: 'not-acknowledged',
        readFrom: [...version, register('acknowledgements', day)],
        sentence: `The person had not acknowledged ${named(document)}, by that day.`,
      });
    }
    if (answer.answer === 'not-understood') {
      return yes('procedure', {
        detail: 'not-understood',
        readFrom: [
          { kind: 'acknowledgement', id: `${document.id} ${answer.on}`, version: document.version },
          ...version,
        ],
        sentence: `The person had answered that they did not understand ${named(document)}.`,
      });
    }
  }
  return undefined;
}
