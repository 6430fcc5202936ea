// What the first look chooses to speak of, and how it sums.
import { describe, expect, it } from 'vitest';
import type { Cause } from '../finding.core.ts';
import { expectedBySite, leadingAt, ledBySite, summedBy, toSpeakOf } from './overview.core.ts';

describe('the standard to speak of', () => {
  const standards = [
    { id: 'a', weight: 1, few: false },
    { id: 'b', weight: 2, few: false },
    { id: 'c', weight: 1, few: true },
  ];
  const order = (counts: Record<string, [number, number]>) =>
    toSpeakOf(
      standards,
      Object.entries(counts).map(([standard, [met, failed]]) => ({ standard, met, failed })),
    ).map((one) => one.standard.id);

  it('has most failures times weight, and counts half as much again where it is one of the few', () => {
    expect(order({ a: [50, 40], b: [50, 15], c: [50, 30] })).toEqual(['c', 'a', 'b']);
  });
  it('comes last where few marks speak of it, and not at all where it was never missed', () => {
    expect(order({ a: [50, 5], b: [0, 19], c: [99, 0] })).toEqual(['a', 'b']);
  });
});

it('sums by a fact of the contact, in order, without those that lack it', () => {
  const row = (site: string, met: number, failed: number) => ({ standard: 's', site, met, failed });
  expect(summedBy([row('b', 1, 2), row('a', 3, 4), row('unknown', 9, 9), row('b', 10, 20)], 'site')).toEqual([
    { id: 'a', met: 3, failed: 4 },
    { id: 'b', met: 11, failed: 22 },
  ]);
});

it('adds the failures expected per cause up over the standards of a site', () => {
  const expected = { policy: 1, procedure: 2, training: 0, management: 0.5, personnel: 0 };
  const sums = expectedBySite([
    { site: 'a', expected },
    { site: 'a', expected },
  ]);
  expect(sums.get('a')).toEqual({ policy: 2, procedure: 4, training: 0, management: 1, personnel: 0 });
});

describe('what a site is led to most', () => {
  const part = (site: string, cause: Cause, failures: number) => ({ site, cause, failures });
  const equal = { policy: 2, procedure: 2, training: 1.6, management: 1.6, personnel: 0.8 };

  it('is the cause of most of its failures, and none where two are as many', () => {
    const led = ledBySite([
      part('a', 'training', 2),
      part('a', 'policy', 3),
      part('a', 'training', 2),
      part('b', 'policy', 4),
      part('b', 'management', 4),
    ]);
    expect([...led]).toEqual([
      ['a', 'training'],
      ['b', null],
    ]);
  });
  it('is nothing where nothing is on record: neither the first of equal odds nor those of the start', () => {
    expect(leadingAt({ expected: equal })).toBeNull();
    expect(leadingAt({ expected: null })).toBeNull();
    expect(leadingAt({ led: null, expected: { ...equal, procedure: 3 } })).toBeNull();
    expect(leadingAt({ expected: { ...equal, procedure: 3 } })).toBe('procedure');
    expect(leadingAt({ led: 'training', expected: equal })).toBe('training');
  });
});
