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

/** What was said, told back: by question, where the rung's answer is yes, and where it is no. */
const told: Readonly<Record<number, { readonly yes: string; readonly no: string }>> = {
  1: { yes: 'nothing is written for this', no: 'it is written' },
  2: { yes: 'it stands in no job description', no: 'it stands in the job description of those who serve' },
  3: { yes: 'a rule of the house stands in its way', no: 'no rule of the house stands in its way' },
  4: { yes: 'somebody must be asked first', no: 'whoever serves may do it without asking' },
  5: {
    yes: 'not everybody has read and signed what is written',
    no: 'everybody has read and signed what is written',
  },
  6: {
    yes: 'there are too few people or working tools on most days',
    no: 'there are enough people and working tools on most days',
  },
  7: { yes: 'nobody watched for it and talked it over in 90 days', no: 'a manager watched for it and talked it over' },
  8: {
    yes: 'not everybody was trained and tested before doing it alone',
    no: 'everybody was trained and tested before doing it alone',
  },
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
    sentence: `Asked on ${own.on}, you said that ${told[rung]?.[own.answer === 'yes' ? 'yes' : 'no'] ?? `the answer is ${own.answer}`}. No record on file answers it.`,
    ...(recorded.gap ? { gap: recorded.gap } : {}),
  };
}
