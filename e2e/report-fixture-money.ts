// The report's fixture with what failing costs and what sites produce, for tests of those parts and pictures of them.
import { headline } from '../src/cli/report/headline.view.ts';
import type { ReportSummary } from '../src/diagnosis/report.shape.ts';
import { type FixtureOptions, reportFixture } from './report-fixture.ts';

const figure = (value: number, from: number, to: number) => ({ value, from, to });
const worth = 1000;
const cost = (value: number, from: number, to: number) => ({
  lost: figure(value, from, to),
  money: figure(value * worth, from * worth, to * worth),
});

/** The standard that the headline names costs $12,000 a month; another may cost something by chance. */
export function pricedFixture(options: FixtureOptions = {}): ReportSummary {
  const summary = reportFixture(options);
  const first = headline(summary).standard!;
  const other = summary.standards.find((one) => one.id !== first.id)!;
  summary.money = {
    madeAt: '2026-03-31T12:00:00.000Z',
    report: {
      kind: 'outcomes',
      currency: 'USD',
      from: '2026-01-01',
      to: '2026-03-31',
      enquiries: { won: 420, lost: 310, open: 12, aMonth: 247, aMonthSource: 'counted' },
      worth: { ...figure(worth, 930, 1070), source: 'outcomes', of: 400 },
      together: { ...cost(21, 12, 30), ofLost: figure(0.2, 0.12, 0.29) },
      standards: [
        {
          standard: first.id,
          title: first.title ?? first.id,
          missed: 300,
          of: 700,
          ...cost(12, 7, 17),
          aMiss: cost(0.1, 0.06, 0.14),
          p: 0.001,
          stands: true,
        },
        {
          standard: other.id,
          title: other.title ?? other.id,
          missed: 90,
          of: 500,
          ...cost(2, -1, 5),
          aMiss: cost(0.05, -0.03, 0.1),
          p: 0.4,
          stands: false,
        },
      ],
      notAsked: [],
      afterwards: [],
      clauses: [
        {
          policy: 'quotes',
          title: 'Quoting prices',
          clause: '2',
          text: `Name the price first.${options.hostile ?? ''}`,
          misses: 80,
          standards: [first.id],
          ...cost(3.2, 1.8, 4.6),
        },
      ],
      controls: [{ id: 'moon.full', says: 'the moon', lost: figure(0.2, -2, 2), p: 0.8 }],
      confounded: false,
      customers: [{ question: 'came-back', asked: 240, happened: 96, missed: 0.4, change: figure(0.12, 0.05, 0.19) }],
      assumptions: ['From 730 enquiries that were decided (420 won).', 'An enquiry won is worth $1,000 on average.'],
      told: [
        'About 20 of 100 lost enquiries go with a standard missed in them (likely 12 to 29).',
        'Dearest to miss: one standard.',
      ],
    },
  };
  const site = (id: string, name: string, value: number, expected: number, below = false) => ({
    site: id,
    name,
    months: 12,
    value,
    expected,
    short: 1 - value / expected,
    from: 1 - value / expected - 0.08,
    to: 1 - value / expected + 0.08,
    below,
  });
  summary.production = {
    kind: 'production',
    measure: 'revenue',
    currency: 'USD',
    fromMonth: '2025-04',
    toMonth: '2026-03',
    takenOut: ['size', 'price', 'place'],
    notKnown: [],
    sites: [
      site('mill', 'Harbor Mill Road', 31_000, 37_000, true),
      site('hill', 'Harbor Cedar Hill', 40_000, 46_000, true),
      site('bay', 'Harbor Bay Street', 52_000, 51_000),
      site('pier', 'Harbor Long Pier of the Old Town', 47_000, 45_000),
      site('oak', 'Harbor Oak Lane', 39_000, 37_500),
      site('west', 'Harbor West', 61_000, 60_000),
    ],
    shared: [
      {
        of: 'standard',
        id: first.id,
        title: first.title ?? first.id,
        below: 0.61,
        rest: 0.38,
        more: 0.09,
        from: 0.02,
        to: 0.16,
        p: 0.01,
        stands: true,
      },
      {
        of: 'cause',
        id: 'procedure',
        title: 'because of procedures',
        below: 0.2,
        rest: 0.15,
        more: 0.02,
        from: -0.03,
        to: 0.07,
        p: 0.3,
        stands: false,
      },
    ],
    told: [
      '2 of 6 sites produce less than sites of their size, price and place would.',
      'They miss it more than the others.',
    ],
  };
  return summary;
}
