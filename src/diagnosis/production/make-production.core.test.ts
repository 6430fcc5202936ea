import { describe, expect, it } from 'vitest';
import type { SiteMonth } from '../../people/people.core.ts';
import { chanceOf } from '../../stats/normal-draws.ts';
import { type ProductionInput, productionReport } from './make-production.core.ts';
import type { ProductionFound, ProductionReport } from './production-report.core.ts';

const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08'];
const classes = ['suburb', 'downtown'];

interface Made {
  readonly sites?: number;
  /** Sites that take in a quarter less. */
  readonly low?: readonly number[];
  readonly missing?: readonly string[];
}

/** Sites of many sizes, prices and places; those that are low miss `asked` twice as often. */
function made({ sites = 10, low = [2, 5, 8], missing = ['thanked', 'asked', 'named'] }: Made = {}): ProductionInput {
  const chance = chanceOf(11);
  const ids = Array.from({ length: sites }, (_, at) => `s${at}`);
  return {
    sites: ids.map((id, at) => ({ id, name: `Harbor ${id}`, timeZone: 'UTC', locationClass: classes[at % 2]! })),
    months: ids.flatMap((site, at) => {
      const units = 200 + 60 * ((at * 3) % sites);
      const price = 90 + 6 * ((at * 7) % sites);
      const own = low.includes(at) ? 0.75 : 1;
      return months.map((month, m): SiteMonth => {
        const noise = Math.exp(0.02 * chance.normal() + 0.03 * Math.sin(m));
        const let_ = 0.85 * own * noise * (at % 2 === 0 ? 1 : 1.05);
        return { site, month, units, price, occupancy: Math.min(1, let_), moveIns: 9, revenue: units * price * let_ };
      });
    }),
    marks: ids.flatMap((site, at) =>
      missing.map((standard) => {
        const share = (standard === 'asked' && low.includes(at) ? 0.6 : 0.3) + 0.04 * chance.normal();
        const failed = Math.round(200 * Math.min(0.95, Math.max(0.02, share)));
        return { site, standard, failed, met: 200 - failed };
      }),
    ),
    causes: [],
    titles: new Map([['asked', 'Asked for the business']]),
    currency: 'USD',
    thisMonth: '2026-09',
  };
}

function found(report: ProductionReport): ProductionFound {
  if (report.kind !== 'production') throw new Error(`Expected production, not "${report.why}".`);
  return report;
}

describe('sites beside what their circumstances would give', () => {
  const input = made();
  const report = found(productionReport(input));

  it('names those that take in less, whatever their size and price, and none of the others', () => {
    expect(report).toMatchObject({ measure: 'revenue', takenOut: ['size', 'price', 'place'], notKnown: [] });
    expect(
      report.sites
        .filter((one) => one.below)
        .map((one) => one.site)
        .toSorted(),
    ).toEqual(['s2', 's5', 's8']);
    expect(report.sites.map((one) => one.short)).toEqual(
      report.sites.map((one) => one.short).toSorted((a, b) => b - a),
    );
    expect(report.told[0]).toContain('3 of 10 sites produce less than sites of their size, price and place would');
  });

  it('tells what these share, corrected for the search, and not what they don’t', () => {
    expect(report.shared[0]).toMatchObject({ id: 'asked', title: 'Asked for the business', stands: true });
    expect(report.shared.filter((one) => one.stands && one.of === 'standard')).toHaveLength(1);
    expect(report.told.join(' ')).toContain('“Asked for the business”');
  });

  it('without units it reads occupancy, and says what isn’t on record', () => {
    const bare = input.months.map(({ units: _u, price: _p, ...one }) => one);
    const occupied = found(productionReport({ ...input, months: bare }));
    expect(occupied).toMatchObject({ measure: 'occupancy', takenOut: ['place'], notKnown: ['size', 'price'] });
    expect(occupied.told.join(' ')).toContain('price in site-months.csv');
  });

  it('leaves out this month and those to come', () => {
    const future = input.months.map((one) => ({ ...one, month: one.month.replace('2026', '2027') }));
    expect(found(productionReport({ ...input, months: [...input.months, ...future] })).toMonth).toBe('2026-08');
    expect(productionReport({ ...input, months: future })).toMatchObject({ kind: 'nothing', why: 'no-months' });
    expect(productionReport({ ...input, months: future }).told[0]).toContain('still to come');
  });
});

describe('what can’t be said of production', () => {
  it.each([
    ['no-months', { ...made(), months: [] }],
    ['too-few-sites', made({ sites: 5, low: [1] })],
    ['too-few-sites', made({ sites: 1, low: [] })],
    ['nothing-comparable', { ...made(), months: made().months.map(({ site, month }) => ({ site, month })) }],
  ] as const)('%s is a sentence', (why, input) => {
    const report = productionReport(input);
    expect(report).toMatchObject({ kind: 'nothing', why });
    expect(report.told[0]!.length).toBeGreaterThan(20);
  });

  it('one site below shares nothing, and none below is said', () => {
    const one = found(productionReport(made({ low: [4] })));
    expect(one.shared).toEqual([]);
    expect(one.told.join(' ')).toContain('One site alone shares nothing');
    expect(found(productionReport(made({ low: [] }))).told[0]).toMatch(/^None of the 10 sites/);
  });

  it('sites below of which nothing was marked share nothing that can be told', () => {
    expect(found(productionReport({ ...made(), marks: [] })).told.join(' ')).toContain('Too few marks');
  });
});
