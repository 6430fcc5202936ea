// Prediction-powered inference as it is published, for a mean of anything: a few cases said by people, many more only by a
// machine. For rates with few reviews or uneven chances, `correctedRate` is the one to use.
import type { Interval } from './rate.core.ts';
import { normalQuantile } from './special.core.ts';

export interface PredictionPowered extends Interval {
  readonly estimate: number;
  readonly standardError: number;
  readonly lambda: number;
}

/**
 * λ·mean of the machine over the unlabelled + mean of (y − λf) over the labelled, with a normal interval. λ = 1 is the
 * original, λ = 0 people alone, `best` the one of least variance: Cov(y, f) / ((1 + n/N) Var f), held to 0 to 1.
 * Sources: A. N. Angelopoulos and others 2023, Science 382:669 (λ = 1); Angelopoulos, Duchi and Zrnic 2023, "PPI++",
 * arXiv 2311.01453, example 6.1 (`best`).
 * @param labelled what people (`human`) and the machine said of the same cases
 * @param unlabelled what the machine said of the others
 * @returns null with fewer than two labelled or no unlabelled cases
 */
export function predictionPoweredMean(
  labelled: readonly { readonly human: number; readonly machine: number }[],
  unlabelled: readonly number[],
  options: { readonly lambda?: number | 'best'; readonly level?: number } = {},
): PredictionPowered | null {
  const { lambda: asked = 'best', level = 0.95 } = options;
  const n = labelled.length;
  const many = unlabelled.length;
  if (n < 2 || many === 0) return null;
  const human = labelled.map((one) => one.human);
  const machine = labelled.map((one) => one.machine);
  const lambda = asked === 'best' ? bestLambda(human, machine, unlabelled) : asked;
  const residuals = human.map((one, at) => one - lambda * machine[at]!);
  const estimate = lambda * mean(unlabelled) + mean(residuals);
  const standardError = Math.sqrt((lambda ** 2 * variance(unlabelled)) / many + variance(residuals) / n);
  const half = normalQuantile((1 + level) / 2) * standardError;
  return { estimate, standardError, lambda, low: estimate - half, high: estimate + half };
}

function bestLambda(human: readonly number[], machine: readonly number[], unlabelled: readonly number[]): number {
  const [humanMean, machineMean] = [mean(human), mean(machine)];
  const covariance = mean(human.map((one, at) => (one - humanMean) * (machine[at]! - machineMean)));
  const spread = variance([...machine, ...unlabelled]);
  if (spread === 0) return 0;
  return Math.min(1, Math.max(0, covariance / ((1 + human.length / unlabelled.length) * spread)));
}

/**
 * The rate behind a machine's share of flags, from its sensitivity and specificity: (q + Sp − 1)/(Se + Sp − 1). Only right
 * where both stay as they were measured, so it is a check and never what a report shows.
 * Source: W. J. Rogan and B. Gladen 1978, American Journal of Epidemiology 107:71.
 * @returns null where the machine is no better than a coin
 */
export function roganGladen(flagged: number, sensitivity: number, specificity: number): number | null {
  const power = sensitivity + specificity - 1;
  if (power <= 0) return null;
  return Math.min(1, Math.max(0, (flagged + specificity - 1) / power));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const centre = mean(values);
  return mean(values.map((one) => (one - centre) ** 2));
}
