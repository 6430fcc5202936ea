// What the first look chooses to speak of, and how it sums.
import { describe, expect, it } from 'vitest';
import { expectedBySite, summedBy, toSpeakOf } from './overview.core.ts';

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
