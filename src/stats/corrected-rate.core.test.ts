import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctedRate, joinedStrata, type Review, type Stratum } from './corrected-rate.core.ts';
import { wilson } from './rate.core.ts';

const reviews = (pairs: readonly (readonly [machine: number, human: number])[], probability: number): Review[] =>
  pairs.map(([machine, human]) => ({ machine, human, probability }));
const bit = fc.integer({ min: 0, max: 1 });
const pairs = fc.array(fc.tuple(bit, bit), { minLength: 5, maxLength: 60 });

describe('correctedRate', () => {
  it('is Wilson’s interval where the machine says the same of everything', () => {
    // 8 of 40 failed by people; a machine that says "failed" of none can add nothing. So many marks that looking at 40 uses none up.
    const all: Stratum = {
      size: 1e9,
      machineMean: 0,
      reviews: reviews(
        Array.from({ length: 40 }, (_, at) => [0, at < 8 ? 1 : 0]),
        40 / 1e9,
      ),
    };
    const found = correctedRate([all], 'population')!;
    const plain = wilson(8, 40, 0.95);
    expect(found.rate).toBeCloseTo(0.2, 12);
    expect(Math.abs(found.low - plain.low)).toBeLessThan(0.01);
    expect(Math.abs(found.high - plain.high)).toBeLessThan(0.01);
  });
  it('is no surer of a machine that never erred in 50 reviews where these were drawn by its verdict than where evenly', () => {
    const agreed = (flag: 0 | 1) =>
      reviews(
        Array.from({ length: 25 }, () => [flag, flag]),
        1 / 40,
      );
    const width = (strata: Stratum[]) => {
      const { low, high } = correctedRate(strata, 'process')!;
      return high - low;
    };
    const even = width([{ size: 2000, machineMean: 0.5, reviews: [...agreed(1), ...agreed(0)] }]);
    const byVerdict = width([
      { size: 1000, machineMean: 1, reviews: agreed(1) },
      { size: 1000, machineMean: 0, reviews: agreed(0) },
    ]);
    expect(byVerdict / even).toBeGreaterThan(0.9);
  });
  it('weighs a review by one over its chance', () => {
    // Flags were looked at ten times as often; of the rest one in a hundred stands for a hundred.
    const found = correctedRate(
      [
        {
          size: 1000,
          machineMean: 0,
          reviews: [
            ...reviews(
              Array.from({ length: 9 }, () => [0, 0]),
              0.01,
            ),
            ...reviews(
              Array.from({ length: 10 }, () => [0, 1]),
              0.1,
            ),
          ],
        },
      ],
      'population',
    )!;
    expect(found.rate).toBeCloseTo(100 / 1000, 12);
  });
  it('says more of these very marks than of the process, and nothing is open where all were looked at', () => {
    const every: Stratum = {
      size: 20,
      machineMean: 0.5,
      reviews: reviews(
        Array.from({ length: 20 }, (_, at) => [at % 2, at < 5 ? 1 : 0]),
        1,
      ),
    };
    expect(correctedRate([every], 'population')).toMatchObject({ rate: 0.25, low: 0.25, high: 0.25 });
    const process = correctedRate([every], 'process')!;
    const plain = wilson(5, 20, 0.95);
    expect(process.low).toBeCloseTo(plain.low, 10);
    expect(process.high).toBeCloseTo(plain.high, 10);
    fc.assert(
      fc.property(pairs, (given) => {
        const stratum = { size: 500, machineMean: 0.3, reviews: reviews(given, given.length / 500) };
        const [these, behind] = [correctedRate([stratum], 'population')!, correctedRate([stratum], 'process')!];
        expect(behind.high - behind.low).toBeGreaterThanOrEqual(these.high - these.low - 1e-12);
        expect(these.low).toBeGreaterThanOrEqual(0);
        expect(these.high).toBeLessThanOrEqual(1);
        expect(these.rate).toBeGreaterThanOrEqual(these.low - 1e-12);
        expect(these.rate).toBeLessThanOrEqual(these.high + 1e-12);
      }),
    );
  });
  it('follows a good machine and not a bad one', () => {
    const good = Array.from({ length: 60 }, (_, at): [number, number] => [at < 20 ? 1 : 0, at < 20 ? 1 : 0]);
    const bad = Array.from({ length: 60 }, (_, at): [number, number] => [at % 2, at < 20 ? 1 : 0]);
    const of = (given: [number, number][]) =>
      correctedRate([{ size: 5000, machineMean: 0.35, reviews: reviews(given, 60 / 5000) }], 'population')!;
    expect(of(good).lambda).toBeGreaterThan(0.8);
    expect(of(good).effective).toBeGreaterThan(200);
    expect(of(bad).lambda).toBeLessThan(0.1);
    expect(of(bad).effective).toBeLessThan(70);
  });
  it('says nothing where there is nothing, or where a stratum was never looked at', () => {
    expect(correctedRate([], 'population')).toBeNull();
    const blind: Stratum = { size: 10, machineMean: 1, reviews: [] };
    const looked: Stratum = {
      size: 90,
      machineMean: 0,
      reviews: reviews(
        [
          [0, 0],
          [0, 1],
        ],
        2 / 90,
      ),
    };
    expect(correctedRate([blind, looked], 'population')).toBeNull();
    expect(correctedRate(joinedStrata([blind, looked]), 'population')).not.toBeNull();
  });
});

describe('joinedStrata', () => {
  it('joins the thin to the likest, and loses no mark', () => {
    const stratum = (size: number, machineMean: number, n: number): Stratum => ({
      size,
      machineMean,
      reviews: reviews(
        Array.from({ length: n }, () => [0, 0]),
        n / size,
      ),
    });
    const joined = joinedStrata([stratum(100, 0.1, 9), stratum(50, 0.9, 2), stratum(60, 0.7, 8)]);
    expect(joined.map((one) => [one.size, one.reviews.length])).toEqual([
      [100, 9],
      [110, 10],
    ]);
    expect(joined[1]!.machineMean).toBeCloseTo((0.9 * 50 + 0.7 * 60) / 110, 12);
  });
});
