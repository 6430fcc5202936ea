// How often somebody may do something: so many at once, refilled evenly. Kept in memory; forgotten when full again.

export interface Pace {
  /** Takes one. Returns 0 where there was one to take, else the seconds until there is. */
  take(who: string): number;
  /** Seconds until there is one to take, without taking it; 0 where there is. */
  wait(who: string): number;
}

interface Left {
  count: number;
  at: number;
}

/**
 * @param limit at most this many at once, and this many every `seconds`
 * @param now in milliseconds
 */
export function newPace({ limit, seconds }: { limit: number; seconds: number }, now: () => number): Pace {
  const each = new Map<string, Left>();
  const perMillisecond = limit / (seconds * 1000);
  let swept = now();

  function current(who: string): Left {
    const at = now();
    if (at - swept > seconds * 1000) sweep(at);
    const left = each.get(who);
    return { count: left ? Math.min(limit, left.count + (at - left.at) * perMillisecond) : limit, at };
  }

  // Without this, addresses that came once would be kept for ever.
  function sweep(at: number): void {
    for (const [who, left] of each) if (left.count + (at - left.at) * perMillisecond >= limit) each.delete(who);
    swept = at;
  }

  const secondsUntilOne = (left: Left): number =>
    left.count >= 1 ? 0 : Math.max(1, Math.ceil((1 - left.count) / perMillisecond / 1000));

  return {
    take: (who) => {
      const left = current(who);
      const seconds = secondsUntilOne(left);
      each.set(who, seconds === 0 ? { ...left, count: left.count - 1 } : left);
      return seconds;
    },
    wait: (who) => secondsUntilOne(current(who)),
  };
}
