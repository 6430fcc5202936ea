// Did the machine's reading change between before and after? Marks of people on the same contacts say.
import type { TwiceMarked } from '../marking/daily-count.core.ts';
import type { Day } from '../kernel/moment.ts';

/** Reviews needed in each period before the machine's marks may prove anything. */
export const reviewsNeeded = 30;

export interface Drift {
  /** Contacts at the changed sites that a person marked too. */
  readonly before: number;
  readonly after: number;
  /** By how much less failing the machine reads into the same thing than it did: what of a fall may be its doing. Null without reviews. */
  readonly change: number | null;
  readonly standardError: number | null;
  /** `people`: the marks are people's own, so nothing can drift. `unchecked`: too few reviews. `drifted`: it explains a fall. */
  readonly verdict: 'people' | 'unchecked' | 'sound' | 'drifted';
}

interface Period {
  readonly begunOn: Day;
  readonly doneOn: ReadonlyMap<string, Day>;
  readonly through: Day;
}

/** One-sided 95 %. */
const z = 1.645;

/**
 * Mean of (machine - person) after less before, at sites where the fix stands: under 0 where the machine has become blind to
 * failures, which looks like a fall. Residuals of reviews, as in prediction-powered inference (Angelopoulos and others 2023).
 * @param byPeople share of the marks used that only a person made
 */
export function driftOf(twice: readonly TwiceMarked[], { begunOn, doneOn, through }: Period, byPeople: number): Drift {
  const before: number[] = [];
  const after: number[] = [];
  for (const { day, site, machine, person } of twice) {
    const done = doneOn.get(site);
    if (done === undefined || day > through) continue;
    if (day < begunOn) before.push(machine - person);
    else if (day >= done) after.push(machine - person);
  }
  const counts = { before: before.length, after: after.length };
  if (byPeople > 0.9) return { ...counts, change: null, standardError: null, verdict: 'people' };
  if (before.length < reviewsNeeded || after.length < reviewsNeeded)
    return { ...counts, change: null, standardError: null, verdict: 'unchecked' };
  const change = mean(before) - mean(after);
  const standardError = Math.sqrt(varianceOfMean(before) + varianceOfMean(after));
  return { ...counts, change, standardError, verdict: change - z * standardError > 0 ? 'drifted' : 'sound' };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// One pretended error each way, so that a machine that was right every time isn't taken for one that can't err.
function varianceOfMean(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) + (1 - middle) ** 2 + (1 + middle) ** 2;
  return squares / (values.length + 2) / values.length;
}
