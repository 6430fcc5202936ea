import { describe, expect, it } from 'vitest';
import { moneyReport } from './make-report.core.ts';
import { madeMoney, worthOfOne } from './money.test-data.ts';
import type { MoneyFound, MoneyReport } from './money-report.core.ts';

function found(report: MoneyReport): MoneyFound {
  if (report.kind !== 'outcomes') throw new Error(`Expected a report from outcomes, not "${report.kind}".`);
  return report;
}

describe('what failing costs, from outcomes', () => {
  const input = madeMoney();
  const report = found(moneyReport(input));
  const [first] = report.standards;

  it('finds the standard that costs business, and names none of those that don’t', () => {
    expect(first).toMatchObject({ standard: 'asked-for-it', title: 'Asked for the business', stands: true });
    expect(report.standards.filter((one) => one.stands)).toHaveLength(1);
    for (const one of report.standards.slice(1)) expect(one.lost.from).toBeLessThan(0.5);
  });

  it('prices it by what the won ones brought, at as many enquiries a month as were read', () => {
    expect(report.worth).toMatchObject({ source: 'outcomes' });
    expect(Math.abs(report.worth!.value - worthOfOne)).toBeLessThan(60);
    expect(report.enquiries.aMonth).toBeCloseTo(1500 / (200 / 30.4), 5);
    expect(first!.money!.value / first!.lost.value).toBeCloseTo(report.worth!.value, -2);
    // Some 600 missed it; each of them a chance of about .24 more to lose.
    expect(first!.aMiss.lost.value).toBeGreaterThan(0.15);
    expect(first!.aMiss.lost.value).toBeLessThan(0.32);
  });

  it('says what the owner states instead of what was counted, where stated', () => {
    const stated = found(
      moneyReport({ ...input, organisation: { currency: 'EUR', enquiriesAMonth: 456, worthOfAStay: 50 } }),
    );
    expect(stated.enquiries).toMatchObject({ aMonth: 456, aMonthSource: 'stated' });
    expect(stated.standards[0]!.lost.value / first!.lost.value).toBeCloseTo(2, 1);
    expect(stated.assumptions.join(' ')).toContain('456, as the owner states');
    expect(stated.told.join(' ')).toContain('€');
  });

  it('says it in sentences that claim no more than that one goes with the other', () => {
    expect(report.told[0]).toMatch(/^About \d+ of 100 lost enquiries go with a standard missed .* \$[\d,]+ a month/);
    expect(report.told[1]).toMatch(/^Dearest to miss: “Asked for the business”, about \$/);
    expect(report.assumptions.at(-1)).toContain('goes with missing');
  });

  it('prices clauses by the misses that they lead', () => {
    const missed = input.rows.contact.names.filter((_, contact) => input.rows.failed[contact * 3] === 1);
    const clauses = missed
      .slice(0, 100)
      .map((contact) => ({ contact, standard: 'asked-for-it', policy: 'scripts', clause: '4' }));
    const policies = [{ id: 'scripts', title: 'Scripts', clauses: [{ id: '4', text: 'Never press anybody.' }] }];
    const [clause] = found(moneyReport({ ...input, clauses, policies })).clauses;
    expect(clause).toMatchObject({ title: 'Scripts', text: 'Never press anybody.', misses: 100 });
    expect(clause!.lost.value / first!.lost.value).toBeCloseTo(100 / missed.length, 1);
  });
});

it('nothing costs anything where nothing was planted, and it says so', () => {
  const report = found(moneyReport(madeMoney({ seed: 5, losing: { a: 0, b: 0, c: 0, d: 0 } })));
  expect(report.standards.some((one) => one.stands)).toBe(false);
  expect(report.together.lost.from).toBeLessThan(0);
  expect(report.told[0]).toContain('can’t be told from chance');
  expect(report.confounded).toBe(false);
});

it('a moon that decides business is a warning, not a finding', () => {
  const report = found(moneyReport(madeMoney({ seed: 6, moon: 1.5 })));
  expect(report.confounded).toBe(true);
  expect(report.told.join(' ')).toContain('Don’t act on these figures yet');
});

it('without a worth it counts enquiries, and asks for the worth', () => {
  const { known, ...input } = madeMoney();
  const report = found(moneyReport({ ...input, known: known.map(({ worth: _worth, ...one }) => one) }));
  expect(report.standards[0]!.money).toBeNull();
  expect(report.assumptions.join(' ')).toContain('nobody has said');
});

describe('what can’t be said', () => {
  const input = madeMoney();
  const why = (report: MoneyReport) => (report.kind === 'nothing' ? report.why : report.kind);
  const told = (report: MoneyReport) => report.told.join(' ');

  it.each([
    ['no-outcomes', { ...input, known: [] }],
    ['all-won', { ...input, known: input.known.map((one) => ({ ...one, outcome: 'won' as const })) }],
    ['none-won', { ...input, known: input.known.map((one) => ({ ...one, outcome: 'lost' as const })) }],
    ['no-failures', { ...input, rows: { ...input.rows, failed: input.rows.failed.map(() => 0) } }],
    ['all-failures', { ...input, rows: { ...input.rows, failed: input.rows.failed.map(() => 1) } }],
    ['too-few', madeMoney({ contacts: 3 })],
    ['too-few', madeMoney({ contacts: 60 })],
    ['no-marks', { ...madeMoney({ contacts: 0 }) }],
  ] as const)('%s is a sentence', (expected, given) => {
    const report = moneyReport(given);
    // Of three contacts all may have been won, or lost.
    if (given.known.length === 3) expect(['too-few', 'all-won', 'none-won']).toContain(why(report));
    else expect(why(report)).toBe(expected);
    expect(told(report).length).toBeGreaterThan(20);
    expect(told(report)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('where the owner states enquiries, conversion and worth, an assumption stands in, printed and settable', () => {
    const organisation = { currency: 'USD', enquiriesAMonth: 400, conversion: 0.4, worthOfAStay: 1500 };
    const report = moneyReport({ ...input, known: [], organisation, assumedLost: 0.05 });
    if (report.kind !== 'stated') throw new Error('Expected what is stated.');
    expect(report.aPoint).toBe(6000);
    expect(report.standards[0]!.money.value).toBeCloseTo(report.standards[0]!.atStake * 0.05, 6);
    expect(told(report)).toContain('If that loses 5 in 100');
    expect(report.assumptions.join(' ')).toContain('Assumed, not measured');
  });

  it('standards hardly ever missed are not asked about, and are counted', () => {
    const { rows } = input;
    const failed = rows.failed.map((one, row) => (rows.standard.of[row] === 1 ? 0 : one));
    const report = found(moneyReport({ ...input, rows: { ...rows, failed } }));
    expect(report.notAsked).toEqual(['thanked']);
    expect(report.told.join(' ')).toContain('1 standard was missed, or kept, in fewer than ten enquiries');
  });
});
