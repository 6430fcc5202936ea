// Watching failures one by one: a sum that rises with each failure and falls with each success, and cries when it passes a
// limit. Risk-adjusted where each case has its own expected chance of failing.

/** What a chart is set to see: the odds of failing grown (or fallen) by this factor. */
export type OddsRatio = number;

/**
 * The step of one case: y ln R − ln(1 − p + R p), where R is the odds ratio to see and p the case's expected chance.
 * Source: S. H. Steiner, R. J. Cook, V. T. Farewell and T. Treasure 2000, Biostatistics 1:441.
 * @param expected the chance of failing while nothing has changed, 0 to 1 exclusive
 */
export function riskAdjustedStep(failed: boolean, expected: number, ratio: OddsRatio): number {
  return (failed ? Math.log(ratio) : 0) - Math.log(1 - expected + ratio * expected);
}

/**
 * The steps of cases that are all alike: ln(p1/p0) at a failure, ln((1 − p1)/(1 − p0)) otherwise.
 * Source: M. R. Reynolds and Z. G. Stoumbos 1999, Journal of Quality Technology 31:87.
 */
export function bernoulliStep(failed: boolean, p0: number, p1: number): number {
  return failed ? Math.log(p1 / p0) : Math.log((1 - p1) / (1 - p0));
}

/** p1 of an odds ratio at p0: both charts above are one and the same there. */
export function shiftedRate(p0: number, ratio: OddsRatio): number {
  return (ratio * p0) / (1 - p0 + ratio * p0);
}

export interface CusumAlarm {
  /** Place of the case at which the sum passed the limit. */
  readonly at: number;
  /** Place of the first case after the sum last stood at 0: the likeliest beginning of the change. */
  readonly since: number;
  readonly peak: number;
}

export interface Cusum {
  /** The sum after each case. */
  readonly sums: Float64Array;
  readonly alarms: readonly CusumAlarm[];
}

/**
 * S ← max(0, S + step), with an alarm when S reaches the limit; then it begins at 0 again. The change is dated by the last
 * zero before the alarm (E. S. Page 1954, Biometrika 41:100).
 */
export function cusum(steps: ArrayLike<number>, limit: number): Cusum {
  const sums = new Float64Array(steps.length);
  const alarms: CusumAlarm[] = [];
  let sum = 0;
  let since = 0;
  for (let at = 0; at < steps.length; at++) {
    if (sum === 0) since = at;
    sum = Math.max(0, sum + steps[at]!);
    sums[at] = sum;
    if (sum >= limit) {
      alarms.push({ at, since, peak: sum });
      sum = 0;
    }
  }
  return { sums, alarms };
}
