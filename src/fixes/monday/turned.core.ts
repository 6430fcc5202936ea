// Which standards were kept better or worse in a week than in the weeks before it, by more than chance and more than weeks
// differ anyway. All standards are asked at once, and what is said allows for that.
import { laneyChart } from '../../stats/control-chart.core.ts';
import { adjustedBenjaminiHochberg } from '../../stats/multiple.core.ts';
import { type Interval, wilson } from '../../stats/rate.core.ts';
import { normalCdf } from '../../stats/special.core.ts';

export interface Counts {
  readonly met: number;
  readonly failed: number;
}

/** A standard's counts in the week and in each of the weeks before it, oldest first. */
export interface StandardWeeks {
  readonly standard: string;
  readonly week: Counts;
  readonly before: readonly Counts[];
}

export interface Turned {
  readonly standard: string;
  readonly how: 'better' | 'worse';
  readonly failed: number;
  readonly of: number;
  /** The share missed in the week, with its likely range, and the share missed before. */
  readonly share: number;
  readonly range: Interval;
  readonly before: number;
}

/** Fewer marks than these say nothing of a week, or of what was usual. */
const fewestInWeek = 10;
const fewestBefore = 30;
/** Of what is said to have turned, so much at most is expected to be chance. */
const falseShare = 0.1;

/** What turned, the surest of each first by how many more or fewer were missed. Empty where too little was seen. */
export function whatTurned(standards: readonly StandardWeeks[]): Turned[] {
  const asked = standards.flatMap((one) => {
    const compared = compare(one);
    return compared === null ? [] : [compared];
  });
  const adjusted = adjustedBenjaminiHochberg(asked.map((one) => one.p));
  return asked
    .filter((_, at) => adjusted[at]! <= falseShare)
    .map(({ p: _p, ...turned }) => turned)
    .toSorted((a, b) => weight(b) - weight(a) || (a.standard < b.standard ? -1 : 1));
}

/** Failures more or fewer than the weeks before would have given. */
function weight({ of, share, before }: Turned): number {
  return of * Math.abs(share - before);
}

function compare({ standard, week, before }: StandardWeeks): (Turned & { readonly p: number }) | null {
  const of = week.met + week.failed;
  const k = before.reduce((sum, one) => sum + one.failed, 0);
  const n = before.reduce((sum, one) => sum + one.failed + one.met, 0);
  if (of < fewestInWeek || n < fewestBefore) return null;
  const pooled = (week.failed + k) / (of + n);
  if (pooled === 0 || pooled === 1) return null;
  // How much more than by chance alone its weeks differ; never taken for less than chance.
  const sigmaZ = laneyChart(
    before.map((one) => ({ k: one.failed, n: one.failed + one.met })),
    1,
  )?.sigmaZ;
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / of + 1 / n)) * (sigmaZ ?? 1);
  const [share, usual] = [week.failed / of, k / n];
  // Half a mark towards nothing: counts are whole, the bell is not.
  const apart = Math.max(0, Math.abs(share - usual) - 0.5 / of);
  return {
    standard,
    how: share < usual ? 'better' : 'worse',
    failed: week.failed,
    of,
    share,
    range: wilson(week.failed, of, 0.9),
    before: usual,
    p: 2 * (1 - normalCdf(apart / spread)),
  };
}
