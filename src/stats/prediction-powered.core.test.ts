import { describe, expect, it } from 'vitest';
import { predictionPoweredMean, roganGladen } from './prediction-powered.core.ts';

const human = [1, 0, 0, 1, 1, 0, 1, 0, 0, 0];
const machine = [0.9, 0.2, 0.1, 0.7, 0.4, 0.3, 0.8, 0.1, 0.6, 0.2];
const labelled = human.map((one, at) => ({ human: one, machine: machine[at]! }));
const unlabelled = [0.1, 0.9, 0.4, 0.3, 0.8, 0.2, 0.7, 0.5, 0.1, 0.6, 0.2, 0.3, 0.9, 0.05, 0.15];

describe('predictionPoweredMean', () => {
  // The paper's formulas, worked out apart from this code in numpy 2.4.
  it('gives the published estimator and its standard error', () => {
    const best = predictionPoweredMean(labelled, unlabelled)!;
    expect(best.lambda).toBeCloseTo(0.7845036319612594, 12);
    expect(best.estimate).toBeCloseTo(0.3869249394673123, 12);
    expect(best.standardError).toBeCloseTo(0.12424702536468811, 12);
    const original = predictionPoweredMean(labelled, unlabelled, { lambda: 1 })!;
    expect(original.estimate).toBeCloseTo(0.3833333333333333, 12);
    expect(original.standardError).toBeCloseTo(0.12657160175319884, 12);
  });
  it('is right on average whatever the machine’s errors are', () => {
    // All ways to look at two of five marks: the mean of what comes out is the truth, however far the machine is followed.
    const marks = [
      { machine: 1, human: 0 },
      { machine: 1, human: 1 },
      { machine: 0, human: 1 },
      { machine: 0, human: 0 },
      { machine: 1, human: 0 },
    ];
    for (const lambda of [0, 0.5, 1]) {
      const found: number[] = [];
      for (let a = 0; a < 5; a++)
        for (let b = a + 1; b < 5; b++) {
          const others = marks.filter((_, at) => at !== a && at !== b).map((one) => one.machine);
          found.push(predictionPoweredMean([marks[a]!, marks[b]!], others, { lambda })!.estimate);
        }
      expect(found.reduce((sum, one) => sum + one, 0) / found.length).toBeCloseTo(2 / 5, 12);
    }
  });
  it('is people alone where the machine isn’t followed', () => {
    const alone = predictionPoweredMean(labelled, unlabelled, { lambda: 0 })!;
    expect(alone.estimate).toBeCloseTo(0.4, 12);
    expect(alone.standardError).toBeCloseTo(Math.sqrt(0.024), 12);
  });
  it('says nothing of too few', () => {
    expect(predictionPoweredMean(labelled.slice(0, 1), unlabelled)).toBeNull();
    expect(predictionPoweredMean(labelled, [])).toBeNull();
  });
});

describe('roganGladen', () => {
  it('turns flags back into a rate', () => {
    // A rate of .1 seen through a sensitivity of .8 and a specificity of .95.
    expect(roganGladen(0.1 * 0.8 + 0.9 * 0.05, 0.8, 0.95)).toBeCloseTo(0.1, 12);
    expect(roganGladen(0.3, 0.5, 0.5)).toBeNull();
  });
});
