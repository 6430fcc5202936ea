// How whoever guesses is slowed down: after a few tries that opened nothing each next one waits a little longer, up to a
// limit that a person can sit out. Nobody is ever locked out: whoever guesses at an account can't close it to its owner.
import type { Moment } from '../../kernel/moment.ts';

/** Tries older than this count no more; milliseconds. */
export const countedFor = 15 * 60_000;

export interface Slowing {
  /** Tries that are free. */
  readonly free: number;
  /** Seconds that the next one waits at most. */
  readonly most: number;
}

export const ofAccount: Slowing = { free: 5, most: 30 };
/** Many people may sit behind one address. */
export const ofAddress: Slowing = { free: 30, most: 60 };

/** Seconds until there may be another try, after these that opened nothing; 0 where there may be one now. */
export function waitAfter(tries: readonly Moment[], now: Moment, { free, most }: Slowing): number {
  const at = Date.parse(now);
  const counted = tries.map((one) => Date.parse(one)).filter((one) => at - one < countedFor);
  if (counted.length < free) return 0;
  const wait = Math.min(most, 2 ** Math.min(counted.length - free, 10));
  return Math.max(0, Math.ceil((Math.max(...counted) + wait * 1000 - at) / 1000));
}
