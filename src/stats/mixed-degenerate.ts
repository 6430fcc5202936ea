// The fit of what can't be fitted: no rows, or one outcome only. Every effect is 0; the intercept is the rate with half an
// outcome of each kind added (Jeffreys), and its draws are as wide as so few rows allow.
import type { FitWarning, MixedData, MixedDraw, MixedFit } from './mixed-data.ts';
import { chanceOf } from './normal-draws.ts';

export function degenerateFit(data: MixedData, warnings: readonly FitWarning[]): MixedFit {
  let ones = 0.5;
  let zeros = 0.5;
  for (let i = 0; i < data.rows; i++) {
    const by = data.weight ? data.weight[i]! : 1;
    if (data.outcome[i] !== 0) ones += by;
    else zeros += by;
  }
  const intercept = Math.log(ones / zeros);
  // Variance of the log odds of Beta(a, b), to first order.
  const error = Math.sqrt(1 / ones + 1 / zeros);
  const shape = (value: number): MixedDraw => ({
    intercept: value,
    fixed: new Float64Array(data.fixed.length),
    groups: data.groups.map(({ levels }) => new Float64Array(levels)),
    slopes: data.slopes.map(({ over }) => new Float64Array(levelsOf(data, over))),
    deviations: new Float64Array(data.groups.length + data.slopes.length),
  });
  return {
    intercept,
    fixed: data.fixed.map(({ name }) => ({ name, estimate: 0, standardError: 0 })),
    groups: data.groups.map(({ name, levels }) => ({
      name,
      deviation: 0,
      modes: new Float64Array(levels),
      standardErrors: new Float64Array(levels),
    })),
    slopes: data.slopes.map(({ column, over }) => ({
      column,
      over,
      deviation: 0,
      modes: new Float64Array(levelsOf(data, over)),
    })),
    logLikelihood: 0,
    iterations: 0,
    converged: false,
    warnings,
    linear: (at) => new Float64Array(data.rows).fill(at ? at.intercept : intercept),
    draws: (count, seed) => {
      const chance = chanceOf(seed);
      return Array.from({ length: count }, () => shape(intercept + error * chance.normal()));
    },
  };
}

function levelsOf(data: MixedData, over: string): number {
  return data.groups.find(({ name }) => name === over)?.levels ?? 0;
}
