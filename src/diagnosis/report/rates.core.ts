// Rates of the report from counts: as counted with Wilson's interval, and drawn to the group by the beta-binomial.
import { funnel, funnelLimits } from '../../stats/funnel.core.ts';
import { rateOf, type Counts } from '../../stats/rate.core.ts';
import { shrinker } from '../../stats/shrink.core.ts';

/** Intervals of the report are 95 % ones; docs/guide/report.md says so. */
export const level = 0.95;
/** Funnel limits of 99.8 %: about three standard errors, so that one site in five hundred lies outside by luck. */
const funnelCoverage = 0.998;
/** Below this many marks a site's place in the funnel says nothing. */
const fewestForFunnel = 10;

export interface RateRow {
  met: number;
  failed: number;
  unsure: number;
  rate: number | null;
  wilson: { from: number; to: number } | null;
  shrunk: number | null;
  shrunkInterval: { from: number; to: number } | null;
}

/** Rates of groups that belong together: each drawn towards their common mean. Same order as given. */
export function ratesOf(groups: readonly Counts[]): RateRow[] {
  const fitted = shrinker(
    groups.map((one) => ({ k: one.met, n: one.met + one.failed })),
    level,
  );
  return groups.map((one) => {
    const own = rateOf(one, level);
    const marked = one.met + one.failed;
    const drawn = fitted && marked > 0 ? fitted.shrink({ k: one.met, n: marked }) : null;
    return {
      met: one.met,
      failed: one.failed,
      unsure: one.unsure,
      rate: own.rate,
      wilson: own.rate === null ? null : { from: own.low, to: own.high },
      shrunk: drawn ? drawn.estimate : null,
      shrunkInterval: drawn ? { from: drawn.low, to: drawn.high } : null,
    };
  });
}

/** On which side of the funnel's limits each group's rate lies; null inside, or with too few marks to say. */
export function outsideOf(groups: readonly Counts[]): ('below' | 'above' | null)[] {
  const shape = funnel(groups.map((one) => ({ k: one.met, n: one.met + one.failed })));
  return groups.map((one) => {
    const marked = one.met + one.failed;
    if (!shape || marked < fewestForFunnel || groups.length < 3) return null;
    const limits = funnelLimits(shape, marked, funnelCoverage);
    const rate = one.met / marked;
    return rate < limits.low ? 'below' : rate > limits.high ? 'above' : null;
  });
}
