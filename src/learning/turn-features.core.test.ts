import { describe, expect, it } from 'vitest';
import { SparseRowsBuilder, type SparseRows } from './sparse-rows.core.ts';
import { columnCount, hashedColumns, TurnFeatures, type Conversation } from './turn-features.core.ts';

const rep = (text: string) => ({ speaker: 'rep' as const, text });
const customer = (text: string) => ({ speaker: 'customer' as const, text });

function rowsOf(turns: Conversation['turns'], cues: Conversation['cues'] = turns.map(() => [])): SparseRows {
  const builder = new SparseRowsBuilder();
  new TurnFeatures(builder).add({ turns, cues });
  return builder.build();
}
const row = (rows: SparseRows, at: number): Map<number, number> =>
  new Map(
    Array.from({ length: rows.starts[at + 1]! - rows.starts[at]! }, (_, i) => [
      rows.columns[rows.starts[at]! + i]!,
      rows.values[rows.starts[at]! + i]!,
    ]),
  );

const talk = [
  rep('Good morning, how can I help?'),
  customer('The gate code does not work.'),
  rep('Have you tried the code?'),
  customer('The gate code does NOT work!'),
  { speaker: 'other' as const, text: 'This call is recorded.' },
];

describe('features of turns', () => {
  it('are one row for each turn of the customer', () => {
    const builder = new SparseRowsBuilder();
    expect(new TurnFeatures(builder).add({ turns: talk, cues: talk.map(() => []) })).toEqual([1, 3]);
    const rows = builder.build();
    expect(rows.count).toBe(2);
    expect(Math.max(...rows.columns)).toBeLessThan(columnCount);
  });
  it('of a turn are the same whatever comes after it', () => {
    const whole = rowsOf(talk);
    const cut = rowsOf(talk.slice(0, 2));
    expect(row(cut, 0)).toEqual(row(whole, 0));
  });
  it('change with what stood before it', () => {
    const other = rowsOf([rep('Sorry, we are closed.'), ...talk.slice(1)]);
    expect(row(other, 0)).not.toEqual(row(rowsOf(talk), 0));
  });
  it('tell what is said again, and how loudly', () => {
    const placed = (at: number) => [...row(rowsOf(talk), at)].filter(([column]) => column >= hashedColumns);
    const again = hashedColumns + 9;
    const exclaims = hashedColumns + 7;
    expect(new Map(placed(0)).has(again)).toBe(false);
    expect(new Map(placed(1)).get(again)).toBeGreaterThan(0.2);
    expect(new Map(placed(1)).has(exclaims)).toBe(true);
  });
  it('tell cues in the turn from cues in the answer before it', () => {
    const none = talk.map(() => []);
    const inTurn = row(rowsOf(talk, none.with(1, [42] as never)), 0);
    const before = row(rowsOf(talk, none.with(0, [42] as never)), 0);
    expect(inTurn.size).toBe(row(rowsOf(talk), 0).size + 1);
    expect(before.size).toBe(inTurn.size);
    expect(new Set(before.keys())).not.toEqual(new Set(inTurn.keys()));
  });
  it('weigh a block of words alike however long the turn is', () => {
    const length = (text: string) => {
      const rows = rowsOf([customer(text)]);
      return [...row(rows, 0)]
        .filter(([column]) => column < hashedColumns)
        .reduce((sum, [, value]) => sum + value ** 2, 0);
    };
    expect(length('no')).toBeCloseTo(1, 5);
    expect(length('the gate has been locked since nine and nobody answers the telephone')).toBeCloseTo(1, 5);
  });
});
