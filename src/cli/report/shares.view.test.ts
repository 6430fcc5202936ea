import { describe, expect, it } from 'vitest';
import { reportFixture } from '../../../e2e/report-fixture.ts';
import { shares } from './shares.view.ts';

const one = { share: 0.4, low: 0.3, high: 0.5 };
const nothing = { share: 0, low: 0, high: 0 };

function page(eachExcuse: readonly { id: string; says: string; control: boolean }[]): string {
  const basis = { marks: 900, failures: 300, contacts: 90, people: 9, sites: 3, standards: 12 };
  return shares({
    ...reportFixture(),
    shares: {
      madeAt: '2026-03-01T12:00:00.000Z',
      told: ['Excuses are told of.'],
      report: {
        kind: 'shares',
        basis,
        causes: [{ cause: 'policy', claimed: false, ...nothing, exposures: [] }],
        excuses: nothing,
        eachExcuse: eachExcuse.map((excuse) => ({ ...excuse, ...one })),
        excusesNotTold: [{ id: 'customer', says: 'the customer', control: false }],
        unexplained: one,
        managementByLevel: [],
        warnings: [],
      },
    },
  });
}

describe('shares on the page', () => {
  it('give no figures to a cause or to excuses that could not be asked', () => {
    const drawn = page([{ id: 'moon', says: 'the moon', control: true }]);
    expect(drawn.match(/not told/g)).toHaveLength(2);
    expect(drawn).not.toContain('0 % (0 to 0)');
  });

  it('name the excuse that could not be asked beside those that could', () => {
    expect(page([{ id: 'price', says: 'the price', control: false }])).toContain(
      'the price 40 % (30 to 50); the customer: not told',
    );
  });
});
