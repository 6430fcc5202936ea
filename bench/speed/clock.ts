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

/** Runs each of `runs` once to warm up, then `rounds` times by turns. What a run returns is kept from being optimised away. */
export function byTurns(runs: Readonly<Record<string, () => unknown>>, rounds: number): Map<string, Timed> {
  const taken = new Map<string, number[]>(Object.keys(runs).map((name) => [name, []]));
  let kept: unknown;
  for (let round = -1; round < rounds; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const began = process.threadCpuUsage();
      kept = run();
      const { user, system } = process.threadCpuUsage(began);
      if (round >= 0) taken.get(name)!.push((user + system) / 1e6);
    }
  }
  if (kept === taken) throw new Error('unreachable');
  return new Map(
    [...taken].map(([name, all]) => {
      const sorted = all.toSorted((a, b) => a - b);
      return [name, { name, seconds: sorted[sorted.length >> 1]!, quickest: sorted[0]!, slowest: sorted.at(-1)! }];
    }),
  );
}
