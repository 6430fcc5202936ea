// How another tool's export would be read, said on a terminal: what each part was taken for, and what nobody said yet.
import { expect, it } from 'vitest';
import type { MarksPreview } from '../marking/other-tools/mapped-marks.shape.ts';
import { mappingText } from './mapped-marks.view.ts';

const preview: MarksPreview = {
  sheets: [],
  sheet: 'scores',
  headers: [],
  rows: [],
  mapping: {
    columns: [
      { column: 'Call ID', to: 'contact' },
      { column: 'Helped?', to: 'asked' },
    ],
    questions: [
      { asks: 'Helped?', standard: 'opening.help-offered', yesIsKept: true, least: 4 },
      { asks: 'Tone', standard: null, yesIsKept: true },
    ],
    answers: [],
  },
  kept: true,
  missing: null,
  standards: [],
  unknown: [{ what: 'answer', said: 'Partly', rows: 1 }],
  counts: { marks: 3, rejects: 1, withoutProbability: 3, contacts: 2, contactsHere: 1 },
  byStandard: [],
  rejects: [],
};

it('says what columns, questions and answers were taken for, and what would come of it', () => {
  expect(mappingText(preview)).toBe(
    [
      'Read as the last file of these columns was.',
      'Columns:',
      '  Call ID: names the contact',
      '  Helped?: is a question',
      'Questions:',
      '  “Helped?”: opening.help-offered, yes is kept, 4 points or more',
      '  “Tone”: left out',
      'Nobody said yet what these are:',
      '  answer “Partly” (in 1 cell)',
      '3 marks of 2 contacts (1 here) can be read, 1 row or cell can’t. Nothing was brought in.',
    ].join('\n'),
  );
});

it('says what is missing in place of what would come of it', () => {
  const told = mappingText({ ...preview, kept: false, unknown: [], missing: 'Say which column names the contact.' });
  expect(told.split('\n').at(-1)).toBe('Say which column names the contact.');
});
