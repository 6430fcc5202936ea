// An owner's own answer, where no record was brought: it is read like a record, and cited as what it is.
import type { OwnAnswer } from '../records.core.ts';
import type { Asked, Reading } from './reading.core.ts';

/** What a bare yes means, question by question: the plainest of the details that a record could have shown. */
const detailOfYes: Readonly<Record<number, string>> = {
  1: 'missing',
  2: 'role-gap',
  3: 'demanded',
  4: 'limit',
  5: 'not-acknowledged',
  6: 'load',
  7: 'no-feedback',
  8: 'not-certified',
};

/** The own answer that settles a question without a record: the narrowest that there is; undefined where nobody knows. */
export function readOwnAnswer(
  { failure, book, settings }: Asked,
  rung: number,
  recorded: Reading,
): Reading | undefined {
  if (recorded.answer !== 'no-record') return undefined;
  const { standard, site } = failure;
  const found: readonly (OwnAnswer | undefined)[] = [
    book.ownAnswer(rung, 'standard', standard.id),
    standard.task === undefined ? undefined : book.ownAnswer(rung, 'task', standard.task),
    site === undefined ? undefined : book.ownAnswer(rung, 'site', site),
    book.ownAnswer(rung, 'all', ''),
  ];
  const own = found.find((one) => one !== undefined && one.answer !== 'no-record');
  if (!own) return undefined;
  const isYes = own.answer === 'yes';
  const { cause } = settings.rungs[rung - 1]!;
  return {
    answer: own.answer,
    pointsTo: isYes ? [cause] : [],
    ...(isYes ? { detail: detailOfYes[rung] ?? 'own-answer' } : {}),
    ...(isYes && cause === 'management' ? { level: 'site' as const } : {}),
    readFrom: [{ kind: 'own-answer', id: own.question, version: own.on }],
    sentence: `No record was brought; asked on ${own.on}, the organisation itself answered ${own.answer} to this.`,
    ...(recorded.gap ? { gap: recorded.gap } : {}),
  };
}
