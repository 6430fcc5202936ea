// Another tool's export: wide and long form are guessed and read alike, what nobody can tell is named, and nothing is read twice.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readMappedMarks } from './mapped-marks.core.ts';
import { guessMarkMapping, headOf, type MarkMapping, missingIn, verdictIn } from './mark-mapping.core.ts';

const standards = [
  { id: 'opening.help-offered', kind: 'standard', title: 'Offered to help', says: 'The rep offers to help.' },
  { id: 'close.asked-for-business', kind: 'standard', title: 'Asked for the business', says: 'The rep asks to rent.' },
  { id: 'atrocity.interrupts', kind: 'atrocity', title: 'Interrupted the customer', says: 'The rep interrupts.' },
] as const;

const wide = {
  headers: [
    'Call ID',
    'Agent Name',
    'Evaluator',
    'Eval Date',
    'Offered to help?',
    'Asked for the business?',
    'Total score',
  ],
  rows: [
    ['c-1', 'Ann', 'Q1', '3/14/2026', 'Yes', 'No', '50'],
    ['c-2', 'Bo', 'Q1', '3/15/2026', 'Yes', 'N/A', '100'],
    ['c-3', 'Bo', 'Q2', '3/16/2026', 'Partly', '', '0'],
  ],
};
const long = {
  headers: ['Interaction ID', 'Question', 'Score', 'Scored by', 'Completed at'],
  rows: [
    ['c-1', 'Offered to help', '5', 'Q1', '2026-03-14T10:00:00Z'],
    ['c-1', 'Asked for the business', '2', 'Q1', '2026-03-14T10:00:00Z'],
    ['c-2', 'Interrupted the customer', '0', 'Q1', '2026-03-15'],
    ['c-2', 'Tone', '5', 'Q1', '2026-03-15'],
  ],
};
const table = (sample: { rows: readonly (readonly string[])[] }) => ({
  file: 'f.csv',
  rows: sample.rows.map((cells, at) => ({ row: at + 2, cells })),
});
const marksOf = (sample: typeof wide, mapping: MarkMapping) =>
  readMappedMarks(table(sample), mapping).rows.map(({ row }) => [row.contact, row.standard, row.verdict, row.on]);

it('reads one column a question', () => {
  const mapping = guessMarkMapping(wide, standards);
  expect(mapping.columns.map((one) => one.to)).toEqual([
    'contact',
    'ignore',
    'marker',
    'day',
    'asked',
    'asked',
    'ignore',
  ]);
  expect(mapping.questions.map((one) => one.standard)).toEqual(['opening.help-offered', 'close.asked-for-business']);
  expect(mapping.answers.filter((one) => one.means === null)).toEqual([{ said: 'Partly', means: null }]);
  expect(missingIn(mapping)).toBeNull();
  const read = readMappedMarks(table(wide), mapping);
  expect(read.unknown).toEqual([{ what: 'answer', said: 'Partly', rows: 1 }]);
  expect(read.rejects).toMatchObject([{ row: 4, field: 'Offered to help?' }]);
  expect(marksOf(wide, mapping)).toEqual([
    ['c-1', 'opening.help-offered', 'met', '2026-03-14'],
    ['c-1', 'close.asked-for-business', 'failed', '2026-03-14'],
    ['c-2', 'opening.help-offered', 'met', '2026-03-15'],
    ['c-2', 'close.asked-for-business', 'not-applicable', '2026-03-15'],
  ]);
  const answers = mapping.answers.map((one) => (one.said === 'Partly' ? { ...one, means: 'failed' as const } : one));
  const said = guessMarkMapping(wide, standards, { ...mapping, answers });
  expect(marksOf(wide, said).at(-1)).toEqual(['c-3', 'opening.help-offered', 'failed', '2026-03-16']);
});

it('takes a question about the agent for a question, and the number of an evaluation for none', () => {
  const headers = [
    'Evaluation ID',
    'Interaction ID',
    'Did the agent ask for the business?',
    'Was the agent kind? (1-5)',
    'Agent ID',
  ];
  const rows = [
    ['9000', 'c-1', 'Yes', '5', '17'],
    ['9001', 'c-2', 'No', '2', '18'],
  ];
  const { columns, questions } = guessMarkMapping({ headers, rows }, standards);
  expect(columns.map((one) => one.to)).toEqual(['ignore', 'contact', 'asked', 'asked', 'ignore']);
  expect(questions.map((one) => one.asks)).toEqual([headers[2], headers[3]]);
});

it('reads one row a question, points and what should never happen', () => {
  const mapping = guessMarkMapping(long, standards);
  expect(mapping.columns.map((one) => one.to)).toEqual(['contact', 'question', 'answer', 'marker', 'day']);
  expect(mapping.questions.find((one) => one.asks === 'Tone')?.standard).toBeNull();
  expect(mapping.questions[0]).toMatchObject({ least: 4, yesIsKept: true });
  expect(readMappedMarks(table(long), mapping).rows.map(({ row }) => [row.standard, row.verdict, row.on])).toEqual([
    ['opening.help-offered', 'met', '2026-03-14'],
    ['close.asked-for-business', 'met', '2026-03-14'],
    ['atrocity.interrupts', 'met', '2026-03-15'],
  ]);
});

it('says what is missing, and knows an export by its head', () => {
  const mapping = guessMarkMapping(wide, standards);
  const without = { ...mapping, columns: mapping.columns.map((one) => ({ ...one, to: 'ignore' as const })) };
  expect(missingIn(without)).toContain('names the contact');
  const twice = mapping.questions.map((one) => ({ ...one, standard: 'opening.help-offered' }));
  expect(missingIn({ ...mapping, questions: twice })).toContain('Two questions');
  expect(headOf(['Call ID', 'Eval Date'])).toBe(headOf([' call-id', 'EVAL DATE ']));
  expect(headOf(['Call ID'])).not.toBe(headOf(['Call', 'ID']));
});

it('turns round with the question, and a mapping said once is guessed again as it was said', () => {
  const words = fc.constantFrom('yes', 'No', 'Y', '1', '0', 'true', 'FALSE');
  fc.assert(
    fc.property(words, fc.boolean(), (said, yesIsKept) => {
      const asked = { asks: 'x', standard: 's', yesIsKept };
      const one = verdictIn({ answers: [] }, asked, said);
      const other = verdictIn({ answers: [] }, { ...asked, yesIsKept: !yesIsKept }, said);
      expect(new Set([one, other])).toEqual(new Set(['met', 'failed']));
    }),
  );
  for (const sample of [wide, long]) {
    const mapping = guessMarkMapping(sample, standards);
    expect(guessMarkMapping(sample, [], mapping)).toEqual(mapping);
  }
});

it('a mark that stands twice is one, and two that differ are told', () => {
  const rows = [...wide.rows, ['c-1', 'Ann', 'Q1', '3/14/2026', 'Yes', 'Yes', '']];
  const read = readMappedMarks(table({ rows }), guessMarkMapping(wide, standards));
  expect(read.rows).toHaveLength(4);
  expect(read.rejects.map((one) => one.row)).toEqual([4, 5]);
});
