// Times functions against each other in one process: rounds by turns, in processor time of this thread, so that neither a slow
// moment of the machine nor other work on it falls on one alone.

export interface Timed {
  readonly name: string;
  /** Processor seconds of the median round. */
  readonly seconds: number;
  /** Seconds of the quickest and the slowest round. */
  readonly quickest: number;
  readonly slowest: number;
}

/**
 * A round lasts at least so long, by as many runs as that takes: some machines count processor time in ticks of 4 ms, and a
 * round shorter than a tick would seem to take none.
 */
const leastRound = 0.1;

/** Times each of `runs` in `rounds` by turns. What a run returns is kept from being optimised away. */
export function byTurns(runs: Readonly<Record<string, () => unknown>>, rounds: number): Map<string, Timed> {
  const each = Object.entries(runs).map(([name, run]) => ({ name, run, times: timesOf(run), taken: [] as number[] }));
  for (let round = 0; round < rounds; round++)
    for (const { run, times, taken } of each) taken.push(secondsOf(run, times) / times);
  return new Map(
    each.map(({ name, taken }) => {
      const sorted = taken.toSorted((a, b) => a - b);
      return [name, { name, seconds: sorted[sorted.length >> 1]!, quickest: sorted[0]!, slowest: sorted.at(-1)! }];
    }),
  );
}

/** How many runs make a round; asked by running twice as often until it is enough, which warms up too. */
function timesOf(run: () => unknown): number {
  for (let times = 1; ; times *= 2) {
    const seconds = secondsOf(run, times);
    if (seconds >= leastRound) return times;
    if (seconds >= leastRound / 4) return Math.ceil((times * leastRound) / seconds);
  }
}

function secondsOf(run: () => unknown, times: number): number {
  let kept: unknown;
  const began = process.threadCpuUsage();
  for (let nth = 0; nth < times; nth++) kept = run();
  const { user, system } = process.threadCpuUsage(began);
  if (kept === leastRound) throw new Error('unreachable');
  return (user + system) / 1e6;
}
