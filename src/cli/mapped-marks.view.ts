// How another tool's export of marks would be read, on a terminal.
import { countOf } from '../kernel/counts.ts';
import type { MarksPreview } from '../marking/other-tools/mapped-marks.shape.ts';
import { oneLine } from './terminal.ts';

const kindWord: Readonly<Record<MarksPreview['mapping']['columns'][number]['to'], string>> = {
  ignore: 'left out',
  contact: 'names the contact',
  marker: 'who marked',
  day: 'the day',
  chance: 'the chance of being drawn',
  question: 'the question',
  answer: 'the answer',
  asked: 'is a question',
};
const shownUnknown = 8;

export function mappingText({ mapping, missing, unknown, counts, kept }: MarksPreview): string {
  const questions = mapping.questions.map(({ asks, standard, yesIsKept, least }) => {
    if (standard === null) return `  “${oneLine(asks)}”: left out`;
    const meaning = least === undefined ? '' : `, ${least} points or more`;
    return `  “${oneLine(asks)}”: ${standard}, ${yesIsKept ? 'yes is kept' : 'yes is missed'}${meaning}`;
  });
  const open = unknown
    .slice(0, shownUnknown)
    .map(({ what, said, rows }) => `  ${what} “${oneLine(said)}” (in ${countOf(rows, 'cell')})`);
  return [
    ...(kept ? ['Read as the last file of these columns was.'] : []),
    'Columns:',
    ...mapping.columns.map(({ column, to }) => `  ${oneLine(column)}: ${kindWord[to]}`),
    'Questions:',
    ...questions,
    ...(open.length > 0 ? ['Nobody said yet what these are:', ...open] : []),
    missing ??
      `${countOf(counts.marks, 'mark')} of ${countOf(counts.contacts, 'contact')} (${counts.contactsHere} here) can be read, ${countOf(counts.rejects, 'row or cell', 'rows or cells')} can’t. Nothing was brought in.`,
  ].join('\n');
}
