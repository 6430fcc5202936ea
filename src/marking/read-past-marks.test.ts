import { describe, expect, it } from 'vitest';
import { chanceOf, verdictOf } from './past-mark.core.ts';
import { readPastMarks } from './read-past-marks.ts';

const standards = new Map([
  ['opening.help-offered', 'standard'],
  ['atrocity.bare-refusal', 'atrocity'],
] as const);
const read = async (...lines: string[]) => readPastMarks('marks.csv', lines.join('\n'), standards);

describe('readPastMarks', () => {
  it('takes no yes or no of what should never happen, since either could be meant', async () => {
    const found = await read(
      'contact,standard,verdict',
      'a,atrocity.bare-refusal,yes',
      'b,atrocity.bare-refusal,0',
      'c,atrocity.bare-refusal,happened',
      'd,opening.help-offered,yes',
    );
    expect(found.rejects.map(({ row, field, expected }) => [row, field, expected])).toEqual([
      [2, 'verdict', 'happened or did not happen'],
      [3, 'verdict', 'happened or did not happen'],
    ]);
    expect(found.rows.map(({ row }) => [row.contact, row.verdict])).toEqual([
      ['c', 'failed'],
      ['d', 'met'],
    ]);
  });
  it('reads a table with columns in any order and under usual names', async () => {
    const { rows, rejects } = await read(
      'Date;Result;Call ID;Criterion;Reviewer;Sampling rate',
      '2026-02-03;missed;call-17;opening.help-offered;R1;5 %',
      ';yes;call-18;opening.help-offered;R1;',
    );
    expect(rejects).toEqual([]);
    expect(rows.map((one) => one.row)).toEqual([
      {
        contact: 'call-17',
        standard: 'opening.help-offered',
        verdict: 'failed',
        marker: 'R1',
        probability: 0.05,
        on: '2026-02-03',
      },
      { contact: 'call-18', standard: 'opening.help-offered', verdict: 'met', marker: 'R1' },
    ]);
    expect(rows[0]!.from).toEqual({ file: 'marks.csv', row: 2 });
  });
  it.each([
    [',opening.help-offered,met,1', 'contact'],
    ['a,opening.unheard-of,met,1', 'standard'],
    ['a,opening.help-offered,perhaps,1', 'verdict'],
    ['a,opening.help-offered,met,0', 'probability'],
    ['a,opening.help-offered,met,1.2', 'probability'],
  ])('refuses %s for its %s and takes the rest', async (line, field) => {
    const { rows, rejects } = await read('contact,standard,verdict,probability', line, 'b,opening.help-offered,met,1');
    expect(rejects).toMatchObject([{ file: 'marks.csv', row: 2, field }]);
    expect(rejects[0]!.remedy).not.toBe('');
    expect(rows).toHaveLength(1);
  });
  it('refuses a day that is none, and no word of a row stands in a refusal', async () => {
    const { rejects } = await read('contact,standard,verdict,on', 'secret-caller,opening.help-offered,met,2026-02-30');
    expect(rejects).toMatchObject([{ field: 'on' }]);
    expect(JSON.stringify(rejects)).not.toContain('secret-caller');
  });
  it('takes the same row twice as one, and refuses the second where they differ', async () => {
    const head = 'contact,standard,verdict,marker';
    const same = await read(head, 'a,opening.help-offered,met,x', 'A,opening.help-offered,met,x');
    expect([same.rows.length, same.rejects.length]).toEqual([1, 0]);
    const twice = await read(head, 'a,opening.help-offered,met,x', 'a,opening.help-offered,missed,x');
    expect([twice.rows.length, twice.rejects.length]).toEqual([1, 1]);
    const others = await read(head, 'a,opening.help-offered,met,x', 'a,opening.help-offered,missed,y');
    expect(others.rows).toHaveLength(2);
  });
  it('says what is missing in a table without its columns, or an empty one', async () => {
    expect((await read('contact,verdict', 'a,met')).rejects).toMatchObject([{ row: 1, field: 'standard' }]);
    expect((await read('')).rejects).toHaveLength(1);
    expect((await read('contact,standard,verdict')).rows).toEqual([]);
  });
});

it('chances are read as people write them', () => {
  expect(['0.05', '5 %', '5%', '1 in 20', '0,05', '3/60'].map((said) => chanceOf(said))).toEqual(
    Array.from({ length: 6 }, () => 0.05),
  );
  expect(['', '0', '-1', '120 %', 'often'].map((said) => chanceOf(said))).toEqual([null, null, null, null, null]);
});

it('verdicts are read as people write them', () => {
  expect(['Met', 'NO', 'n/a', 'happened', 'did not happen', 'hm'].map((said) => verdictOf(said))).toEqual([
    'met',
    'failed',
    'not-applicable',
    'failed',
    'met',
    null,
  ]);
});
