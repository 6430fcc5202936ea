import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { pricedFixture } from '../../e2e/report-fixture-money.ts';
import { moneyCsv, moneyText } from './money.view.ts';
import { productionCsv, productionText } from './production.view.ts';

const { money, production } = pricedFixture({ hostile: '\u001b[2J' });
const rows = (lines: Iterable<string>): string[][] => parse([...lines].join(''));

describe('what failing costs, on the screen', () => {
  const text = moneyText(money!, 80);

  it('begins with the answer and ends with what it rests on', () => {
    expect(text.split('\n')[0]).toContain('About 20 of 100 lost enquiries');
    expect(text).toMatch(/\* +\$12,000 +\$7,000 to \$17,000/);
    expect(text.indexOf('What this rests on')).toBeGreaterThan(text.indexOf('Rules, by what'));
  });

  it('keeps to the width, and words of a clause can’t move the cursor', () => {
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(82);
    expect(text).not.toContain('\u001b');
  });

  it('says why where there is nothing', () => {
    const nothing = {
      madeAt: '',
      report: { kind: 'nothing' as const, why: 'all-won' as const, customers: [], told: ['Every outcome is a win.'] },
    };
    expect(moneyText(nothing, 80)).toBe('Every outcome is a win.');
    expect([...moneyCsv(nothing)]).toHaveLength(1);
  });

  it('as CSV has a line a standard and a rule, as wide as its head', () => {
    const all = rows(moneyCsv(money!));
    expect(all.map(([of]) => of)).toEqual(['of', 'standard', 'standard', 'clause']);
    expect(new Set(all.map((one) => one.length))).toEqual(new Set([13]));
  });
});

describe('production, on the screen', () => {
  it('shows sites below first and what they share', () => {
    const text = productionText(production!, 80);
    expect(text).toMatch(/\* +\$31,000 of \$37,000 +16 %/);
    expect(text).toContain('because of procedures');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(82);
  });

  it('as CSV has a line a site and a figure', () => {
    const all = rows(productionCsv(production!));
    expect(all.map(([of]) => of)).toEqual(['of', ...Array.from({ length: 6 }, () => 'site'), 'standard', 'cause']);
    expect(new Set(all.map((one) => one.length))).toEqual(new Set([9]));
  });
});
