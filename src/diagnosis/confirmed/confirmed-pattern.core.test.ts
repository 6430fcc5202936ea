import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causes, type Odds } from '../finding.core.ts';
import { type ConfirmedPattern, isConfirmed, startAfter } from './confirmed-pattern.core.ts';

const start: Odds = { policy: 0.25, procedure: 0.25, management: 0.2, training: 0.2, personnel: 0.1 };
const pattern = (change: Partial<ConfirmedPattern> = {}): ConfirmedPattern => ({
  fix: 'x1',
  standard: 'a.one',
  cause: 'procedure',
  sites: ['bay', 'hill'],
  confirmedOn: '2026-05-01',
  ...change,
});

describe('a confirmed pattern', () => {
  it('speaks of its standard and cause at the sites of its fix, and of all sites together', () => {
    const list = [pattern()];
    expect(isConfirmed(list, { standard: 'a.one', cause: 'procedure', site: 'bay' })).toBe(true);
    expect(isConfirmed(list, { standard: 'a.one', cause: 'procedure' })).toBe(true);
    expect(isConfirmed(list, { standard: 'a.one', cause: 'procedure', site: 'coast' })).toBe(false);
    expect(isConfirmed(list, { standard: 'a.one', cause: 'training', site: 'bay' })).toBe(false);
    expect(isConfirmed(list, { standard: 'b.two', cause: 'procedure', site: 'bay' })).toBe(false);
  });
});

describe('startAfter', () => {
  it('counts each standard and cause once against the weight of the assumption', () => {
    const odds = startAfter(start, 30, [pattern(), pattern({ fix: 'x2' }), pattern({ standard: 'b.two' })]);
    expect(odds.procedure).toBeCloseTo((0.25 * 30 + 2) / 32, 12);
    expect(odds.policy).toBeCloseTo((0.25 * 30) / 32, 12);
  });

  it('leaves the assumption where nothing is confirmed, and never makes a person likelier', () => {
    expect(startAfter(start, 30, [])).toEqual(start);
    expect(startAfter(start, 30, [pattern({ cause: 'personnel' })])).toEqual(start);
  });

  it('adds up to one, and never lifts personnel, whatever was confirmed', () => {
    const any = fc.array(
      fc.record({ cause: fc.constantFrom(...causes), standard: fc.constantFrom('a', 'b', 'c') }).map(pattern),
    );
    fc.assert(
      fc.property(any, (list) => {
        const odds = startAfter(start, 30, list);
        expect(causes.reduce((sum, cause) => sum + odds[cause], 0)).toBeCloseTo(1, 12);
        expect(odds.personnel).toBeLessThanOrEqual(start.personnel);
      }),
    );
  });
});
