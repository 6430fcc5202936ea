// Times functions against each other in one process: rounds by turns, so that a slow moment of the machine falls on all.

export interface Timed {
  readonly name: string;
  /** Seconds of the median round. */
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
      const began = performance.now();
      kept = run();
      if (round >= 0) taken.get(name)!.push((performance.now() - began) / 1000);
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
