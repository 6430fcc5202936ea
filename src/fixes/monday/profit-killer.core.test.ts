// Which costs are sure enough to be told the day they are found.
import { expect, it } from 'vitest';
import type { MoneyFound } from '../../diagnosis/money/money-report.core.ts';
import { profitKillerLetter, profitKillers } from './profit-killer.core.ts';

const figure = (value: number) => ({ value, from: value - 5, to: value + 5 });
const standard = (
  id: string,
  more: Partial<MoneyFound['standards'][number]> = {},
): MoneyFound['standards'][number] => ({
  standard: id,
  title: `Title of ${id}`,
  missed: 30,
  of: 90,
  lost: figure(20),
  money: figure(20_000),
  aMiss: { lost: figure(1), money: null },
  p: 0.001,
  stands: true,
  ...more,
});
const report = (more: Partial<MoneyFound> = {}): MoneyFound => ({
  kind: 'outcomes',
  currency: 'USD',
  from: '2026-01-01',
  to: '2026-03-01',
  enquiries: { won: 100, lost: 100, open: 0, aMonth: 100, aMonthSource: 'counted' },
  worth: null,
  together: { lost: figure(20), money: null, ofLost: figure(20) },
  standards: [standard('asked')],
  notAsked: [],
  afterwards: [],
  clauses: [],
  controls: [],
  confounded: false,
  customers: [],
  assumptions: [],
  told: [],
  ...more,
});

it('are those that stand by themselves and whose range is above nothing', () => {
  const standards = [
    standard('asked'),
    standard('by-chance', { stands: false }),
    standard('wins', { lost: { value: -3, from: -9, to: 2 } }),
  ];
  expect(profitKillers(report({ standards })).map((one) => one.id)).toEqual(['standard/asked']);
});

it('are none while something that can’t matter seems to, or where nothing was counted from outcomes', () => {
  expect(profitKillers(report({ confounded: true }))).toEqual([]);
  expect(profitKillers(null)).toEqual([]);
  expect(profitKillers({ kind: 'nothing', why: 'no-outcomes', customers: [], told: [] })).toEqual([]);
});

it('a clause is one where a standard that stands is missed by it', () => {
  const clause = { policy: 'p1', title: 'Pricing', clause: '3', text: null, misses: 9, lost: figure(8), money: null };
  const clauses = [
    { ...clause, standards: ['asked'] },
    { ...clause, policy: 'p2', standards: ['other'] },
  ];
  expect(profitKillers(report({ clauses })).map((one) => one.id)).toEqual(['standard/asked', 'clause/p1/3']);
});

it('the letter names what it is, what it costs and what that rests on, and no blame', () => {
  const { subject, words } = profitKillerLetter('Bay', profitKillers(report()), 'From 200 enquiries.', null);
  expect(subject).toBe('Bay: something that costs business, sure enough to say since today');
  expect(words).toContain('Missing “Title of asked” goes with lost business: about $20,000 a month');
  expect(words).toContain('From 200 enquiries.');
});
