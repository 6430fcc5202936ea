import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averagePrecision, detection, ranking } from './detection.core.ts';

describe('averagePrecision', () => {
  it('gives what scikit-learn documents', () => {
    // The example of sklearn.metrics.average_precision_score.
    expect(averagePrecision([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])).toBeCloseTo(0.8333, 4);
  });
  it('of a ranking that knows nothing is the share to find', () => {
    expect(averagePrecision([1, 0, 0, 0, 1], [3, 3, 3, 3, 3])).toBeCloseTo(0.4, 12);
  });
  it('is one where all to find stand first, and nothing where there is nothing to find', () => {
    expect(averagePrecision([0, 1, 1], [1, 3, 2])).toBe(1);
    expect(averagePrecision([0, 0], [1, 2])).toBeNull();
  });
  it('does not care in which order rows of one value stand', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.boolean()), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(rows, (all) => {
        const of = (some: typeof all) =>
          averagePrecision(
            some.map(([, truth]) => truth),
            some.map(([value]) => value),
          );
        const [one, other] = [of(all), of(all.toReversed())];
        if (one === null) expect(other).toBeNull();
        else expect(other).toBeCloseTo(one, 12);
      }),
    );
  });
  it('weighs rows as if they stood there that many times', () => {
    const values = [0.9, 0.5, 0.5, 0.1];
    const weighed = averagePrecision([0, 1, 0, 1], values, ranking(values), [1, 2, 1, 0]);
    expect(weighed).toBeCloseTo(averagePrecision([0, 1, 1, 0], [0.9, 0.5, 0.5, 0.5])!, 12);
  });
});

describe('detection', () => {
  it('counts hits, false alarms and misses', () => {
    expect(detection([1, 1, 1, 0, 0], [1, 1, 0, 1, 0])).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 });
    expect(detection([1, 0], [1, 1], [1, 3]).precision).toBe(0.25);
  });
  it('says nothing where there is nothing to say', () => {
    expect(detection([0, 0], [0, 0])).toEqual({ precision: null, recall: null, f1: null });
    expect(detection([1, 0], [0, 0])).toEqual({ precision: null, recall: 0, f1: 0 });
  });
});
