// Workbooks of a few hundred bytes that would fill any memory, and stop the program with it, were they read as they say.
import { expect, it } from 'vitest';
import { readAll, workbookOf, workbookWith } from './reading.fixture.ts';
import { memoryFor } from './read-workbook.ts';

const cell = (at: string): string => `<c r="${at}" t="inlineStr"><is><t>x</t></is></c>`;
const row = (at: number, inside: string): string => `<row r="${at}">${inside}</row>`;
const mebi = 1024 * 1024;

it.each([
  ['a cell far to the right', row(1, cell('ZZZZZZ1'))],
  ['a row far down', row(99_999_999, cell('A99999999'))],
  [
    'a last row as far down and a first as wide as sheets may be',
    row(1, cell('XFD1')) + row(1_048_576, cell('A1048576')),
  ],
])(
  'with %s is refused, and nothing else is lost',
  async (_what, sheet) => {
    const before = process.memoryUsage().heapUsed;
    const { rejects, contacts, left } = await readAll(workbookWith(sheet));
    expect([contacts, left]).toEqual([[], []]);
    expect(rejects.map((one) => one.expected)).toEqual(['a readable workbook (XLSX)']);
    // What was taken, not what is taken: tests that ran before in this process have left what they left.
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200 * mebi);
  },
  120_000,
);

it('a sheet with gaps as people leave them is read', async () => {
  const { contacts } = await readAll(
    workbookOf([
      ['speaker', 'text', '', '', '', 'note'],
      ['agent', 'Good morning, how can I help?'],
      ['customer', 'What does a small unit cost?', '', '', '', 'rang twice'],
    ]),
  );
  expect(contacts.map((one) => one.turns.length)).toEqual([2]);
});

it('memory is given by what a workbook unpacks to, and never without end', () => {
  expect(memoryFor(2000)).toBeLessThan(100);
  expect(memoryFor(256 * mebi)).toBeGreaterThan(2000);
  expect(memoryFor(1e12)).toBe(4096);
});
