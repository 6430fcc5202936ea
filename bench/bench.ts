// What a bench is: a name and a run that gives measures, each with its interval and its goal.

export interface Measure {
  /** What was measured, in words a reader of the table understands. */
  readonly what: string;
  readonly value: number;
  /** Interval of the value, 95 % unless `what` says otherwise; equal to it where nothing is random. */
  readonly low: number;
  readonly high: number;
  /** `share`, `per 1,000 words`, `s`, `MB/s`, `count` ... */
  readonly unit: string;
  /** `>= 0.99`, `< 1`, or empty where the figure is only told. */
  readonly goal: string;
  readonly ok: boolean;
}

export interface BenchResult {
  readonly measures: readonly Measure[];
  /** What could not be measured here and why, one sentence each. */
  readonly left_out: readonly string[];
}

export interface Bench {
  readonly name: string;
  readonly run: (options: { readonly quick: boolean }) => Promise<BenchResult>;
}

const z = 1.959964;

/**
 * A share k of n with its Wilson interval (Wilson 1927) against a goal such as `>= 0.95`.
 * Quick runs see fewer cases, so their goals are widened by three standard errors at the goal.
 */
export function share(what: string, k: number, n: number, goal: string, quick: boolean): Measure {
  const p = n > 0 ? k / n : 0;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const target = goalOf(goal);
  const error = quick && target ? 3 * Math.sqrt((target.value * Math.max(0, 1 - target.value)) / Math.max(1, n)) : 0;
  return {
    what,
    value: p,
    low: n > 0 ? Math.max(0, middle - half) : 0,
    high: n > 0 ? Math.min(1, middle + half) : 1,
    unit: `share of ${n}`,
    goal,
    ok: n > 0 && meets(p, goal, error),
  };
}

/** Events per `per` of exposure with an exact-enough Poisson interval (square-root transform). */
export function rate(
  what: string,
  events: number,
  exposure: number,
  per: number,
  options: { unit: string; goal: string; quick: boolean },
): Measure {
  const scale = exposure > 0 ? per / exposure : 0;
  const low = Math.max(0, Math.sqrt(events) - z / 2) ** 2 * scale;
  const high = (Math.sqrt(events + 1) + z / 2) ** 2 * scale;
  const target = goalOf(options.goal);
  const error = options.quick && target ? 3 * Math.sqrt(target.value * scale) : 0;
  return {
    what,
    value: events * scale,
    low,
    high,
    unit: options.unit,
    goal: options.goal,
    ok: exposure > 0 && meets(events * scale, options.goal, error),
  };
}

/** A figure without an interval of its own, such as a duration. */
export function figure(what: string, value: number, unit: string, goal: string): Measure {
  return { what, value, low: value, high: value, unit, goal, ok: meets(value, goal, 0) };
}

/**
 * A value with an interval of its own, such as a bootstrap's of 95 %. Quick runs see fewer cases: their goals are widened by
 * three standard errors, taken from the interval's width.
 */
export function estimate(
  what: string,
  found: { readonly value: number; readonly low: number; readonly high: number },
  options: { unit: string; goal: string; quick: boolean },
): Measure {
  const error = options.quick ? (3 * (found.high - found.low)) / (2 * z) : 0;
  return { what, ...found, unit: options.unit, goal: options.goal, ok: meets(found.value, options.goal, error) };
}

/** Sign and number of a goal such as `>= 0.95`; undefined where there is none. */
export function goalOf(goal: string): { sign: string; value: number } | undefined {
  const parts = /^(>=|<=|<|>)\s*([\d.]+)$/.exec(goal);
  return parts ? { sign: parts[1]!, value: Number(parts[2]) } : undefined;
}

function meets(value: number, goal: string, error: number): boolean {
  const target = goalOf(goal);
  if (!target) return true;
  if (target.sign === '>=') return value >= target.value - error;
  if (target.sign === '>') return value > target.value - error;
  if (target.sign === '<=') return value <= target.value + error;
  return value < target.value + error;
}

/** What a run took, as its median round and its quickest and slowest. */
interface Rounds {
  readonly seconds: number;
  readonly quickest: number;
  readonly slowest: number;
}

/** How many times as long `a` took as `b`; the interval is that of the two at their quickest and slowest, so it is wide. */
export function ratio(what: string, a: Rounds, b: Rounds, goal: string): Measure {
  const value = a.seconds / b.seconds;
  return {
    ...figure(what, value, 'ratio', goal),
    low: a.quickest / b.slowest,
    high: a.slowest / b.quickest,
  };
}
