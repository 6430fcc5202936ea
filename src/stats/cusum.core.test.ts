import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bernoulliStep, cusum, riskAdjustedStep, shiftedRate } from './cusum.core.ts';

/** The chance of dying at a Parsonnet score, as the papers have it. */
const risk = (intercept: number, score: number) => 1 / (1 + Math.exp(-(intercept + 0.077 * score)));

describe('riskAdjustedStep', () => {
  // Steiner and others 2000, page 446.
  it.each([
    [0, false, -0.024],
    [0, true, 0.67],
    [50, false, -0.43],
    [50, true, 0.26],
  ])('gives the published weight at a score of %i', (score, failed, step) => {
    expect(riskAdjustedStep(failed, risk(-3.68, score), 2)).toBeCloseTo(step, 2);
  });
  // Steiner 2014, in Lawless (ed.), Statistics in Action, page 234: halved odds.
  it.each([
    [0, false, 0.012],
    [0, true, -0.681],
    [50, false, 0.316],
    [50, true, -0.377],
  ])('gives the published weight of an improvement at a score of %i', (score, failed, step) => {
    expect(riskAdjustedStep(failed, risk(-3.68, score), 0.5)).toBeCloseTo(step, 3);
  });
  it('is the plain step where all cases are alike', () => {
    const p1 = shiftedRate(0.05, 2);
    for (const failed of [true, false])
      expect(riskAdjustedStep(failed, 0.05, 2)).toBeCloseTo(bernoulliStep(failed, 0.05, p1), 12);
  });
  it('falls on average while nothing has changed', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 1.1, max: 5, noNaN: true }),
        (p, ratio) => {
          expect(p * riskAdjustedStep(true, p, ratio) + (1 - p) * riskAdjustedStep(false, p, ratio)).toBeLessThan(0);
        },
      ),
    );
  });
});

describe('cusum', () => {
  it('dates the change by its last zero, and begins again after an alarm', () => {
    const { sums, alarms } = cusum([-1, 2, -3, 2, 2, 2, -1, -5], 5);
    expect([...sums]).toEqual([0, 2, 0, 2, 4, 6, 0, 0]);
    expect(alarms).toEqual([{ at: 5, since: 3, peak: 6 }]);
  });
  it('says nothing of no cases', () => {
    expect(cusum([], 4).alarms).toEqual([]);
  });
});
