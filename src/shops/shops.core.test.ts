// Columns guessed and said, and rows read by them.
import { expect, it } from 'vitest';
import { formQuestions, type FormQuestion } from '../standards/form-questions.ts';
import { readsQuestions } from '../standards/reads-questions.ts';
import { loadPacks } from '../standards/packs.use.ts';
import { guessMapping, missingIn, readAnswer, unusedIn, withPoints } from './shop-mapping.core.ts';
import { readShops } from './shop-rows.core.ts';

const question = (standard: string, title: string, asks: string, more: Partial<FormQuestion> = {}): FormQuestion => ({
  standard,
  kind: 'standard',
  title,
  says: title,
  question: asks,
  yes: 'met',
  no: 'failed',
  ...more,
});
const questions = [
  question('desk.stood-up', 'Stands up for who comes in', 'Did the employee stand up when you came in?'),
  question('close.asked', 'Asks for the rental', 'Did they ask you to rent?'),
  question('act.argued', 'Argued with the customer', 'Did they argue with you?', {
    kind: 'atrocity',
    yes: 'failed',
    no: 'met',
  }),
];
/** As the engine would: nothing of these questions. */
const nothing = (): [] => [];
const headers = ['Shop #', 'Visit Date', 'Store name', '1. Stood up?', 'Asked to rent (points)', 'Argued?', 'Comments'];
const rows = [
  ['S-1', '2026-03-02', 'Bay Street', 'Yes', '5', 'No', 'Nice lady'],
  ['S-2', '3/14/2026', 'Elm', 'N', '2', 'N/A', ''],
];

it('odd headers are taken for what they are, each standard once', () => {
  const mapping = guessMapping({ headers, rows }, questions, nothing);
  expect(mapping.map(({ to, standard }) => standard ?? to)).toEqual([
    'id',
    'time',
    'site',
    'desk.stood-up',
    'close.asked',
    'act.argued',
    'note',
  ]);
  expect(mapping[4]).toMatchObject({ least: 4, yesIsKept: true });
  // Yes to "argued" says that it happened.
  expect(mapping[5]).toMatchObject({ yesIsKept: false });
  expect(missingIn(mapping)).toBeNull();
});

it('a column is left out, and told, where no standard clearly is what it asks; the engine’s own reading is what counts', async () => {
  const packs = await loadPacks();
  const asked = formQuestions(packs, 'shop');
  const reads = readsQuestions(
    packs,
    'shop',
    asked.map((one) => one.standard),
  );
  const table = {
    headers: [
      'Day',
      'Branch',
      'Asked your name',
      'Told you their name?',
      'Wanted to rent to you today?',
      'Thanked you at the end',
      'Showed you a unit?',
      'Did they stand up to greet you?',
      'Overall (0-100)',
      'On the phone while serving?',
    ],
    rows: [['2026-03-02', 'Elm', 'Yes', 'No', 'Yes', 'No', 'Yes', 'No', '80', 'No']],
  };
  const mapping = guessMapping(table, asked, reads);
  expect(mapping.map(({ to, standard }) => standard ?? to)).toEqual([
    'time',
    'site',
    'ignore',
    'ignore',
    'ignore',
    'ignore',
    'desk.shown',
    'desk.stood-up',
    'ignore',
    'atrocity.divided-attention',
  ]);
  expect(mapping[9]).toMatchObject({ yesIsKept: false });
  expect(unusedIn(mapping, table)).toEqual(table.headers.slice(2, 6));
});

it('what was said of a column of the same name outranks the guess', () => {
  const known = [{ column: '1. STOOD UP?', to: 'standard', standard: 'close.asked', yesIsKept: false } as const];
  const mapping = guessMapping({ headers, rows }, questions, nothing, known);
  expect(mapping[3]).toMatchObject({ column: '1. Stood up?', standard: 'close.asked', yesIsKept: false });
  expect(mapping.filter(({ standard }) => standard === 'close.asked')).toHaveLength(1);
});

it('a column of points that a person says of a standard gets how many are enough; what they said of it stays', () => {
  const said = headers.map((column, at) => ({ column, to: 'standard' as const, ...(at === 6 ? { least: 2 } : {}) }));
  expect(withPoints(said, { headers, rows }).map(({ least }) => least)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    4,
    undefined,
    2,
  ]);
});

it('says what is missing: the day, the site, a standard, or that two columns speak of one', () => {
  expect(missingIn([{ column: 'a', to: 'site' }])).toMatch(/day/);
  expect(missingIn([{ column: 'a', to: 'time' }])).toMatch(/site/);
  const placed = [{ column: 'a', to: 'time' } as const, { column: 'b', to: 'site' } as const];
  expect(missingIn(placed)).toMatch(/at least one/);
  const twice = { column: 'c', to: 'standard', standard: 'close.asked' } as const;
  expect(missingIn([...placed, twice, twice])).toMatch(/Two columns/);
});

it('answers are read as people write them, both ways round', () => {
  const column = { column: 'x', to: 'standard' } as const;
  const read = (value: string, more = {}): unknown => readAnswer(value, { ...column, ...more });
  expect(['Yes', 'y', 'TRUE', '✓', 'Met', '1'].map((value) => read(value))).toEqual(Array(6).fill(true));
  expect(['No', 'n', 'false', 'Not met', '0'].map((value) => read(value))).toEqual(Array(5).fill(false));
  expect(['', 'N/A', '-', 'not observed'].map((value) => read(value))).toEqual(Array(4).fill('none'));
  expect(['maybe', '4', 'sometimes'].map((value) => read(value))).toEqual([null, null, null]);
  expect(['4/5', '3 of 5', '5', '2,5'].map((value) => read(value, { least: 4 }))).toEqual([true, false, true, false]);
  expect([read('yes', { yesIsKept: false }), read('no', { yesIsKept: false })]).toEqual([false, true]);
});

it('a row is a shop with its marks; what can’t be read is told by row and column, and the rest stands', () => {
  const mapping = guessMapping({ headers, rows }, questions, nothing);
  const table = {
    file: 'shops.xlsx',
    rows: [
      ...rows,
      ['S-3', 'soon', 'Elm', 'Yes', '5', 'No', ''],
      ['S-4', '2026-03-04', '', 'Yes', '5', 'No', ''],
      ['S-5', '2026-03-04', 'Elm', 'kind of', '5', '', ''],
      ['S-6', '2026-03-04', 'Elm', '', '', '', ''],
      ['', '', '', '', '', '', ''],
    ].map((cells, at) => ({ row: at + 5, cells })),
  };
  const { shops, rejects } = readShops(table, mapping, questions);
  expect(shops.map(({ row, marks }) => [row, marks.map(({ verdict }) => verdict)])).toEqual([
    [5, ['met', 'met', 'met']],
    [6, ['failed', 'failed']],
    [9, ['met']],
  ]);
  expect(shops[0]!.draft).toMatchObject({ channel: 'shop', facts: { site: 'Bay Street', startedLocal: '2026-03-02' } });
  // The answer that the form of that standard would have had.
  expect(shops[0]!.draft.answers).toContainEqual({ question: 'Did they argue with you?', answer: 'no' });
  expect(rejects.map(({ row, field }) => [row, field])).toEqual([
    [7, undefined],
    [8, undefined],
    [9, '1. Stood up?'],
    [10, undefined],
  ]);
  expect(JSON.stringify(rejects)).not.toContain('kind of');
});
