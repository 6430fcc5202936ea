// Where an effect likely lies, in an interval that may be looked at on any day.
import type { Effect } from './effect.core.ts';
import type { Interval } from './rate.core.ts';

/**
 * Asymptotic confidence sequence for the change: estimate ± se sqrt(2 (1 + 1/(n rho²)) ln(sqrt(n rho² + 1)/alpha)), the normal
 * mixture of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2024, Annals of Statistics 52:2613 (their formula 4 with the
 * standard error in the place of sigma/sqrt(n)), tightest at `planned` blocks by their formula for rho.
 * @param level coverage over all days together, 0 to 1 exclusive
 * @param planned blocks at which it should be tightest
 * @returns null before there are ten blocks: the normal limit says nothing yet
 */
export function effectInterval(
  effect: Pick<Effect, 'change' | 'standardError' | 'days'>,
  level: number,
  planned: number,
): Interval | null {
  const n = effect.days.at(-1)?.blocks ?? 0;
  if (effect.change === null || effect.standardError === null || n < 10) return null;
  const alpha = 1 - level;
  const rhoSquared = (-2 * Math.log(alpha) + Math.log(-2 * Math.log(alpha) + 1)) / Math.max(1, planned);
  const grown = n * rhoSquared;
  const half = effect.standardError * Math.sqrt(2 * (1 + 1 / grown) * Math.log(Math.sqrt(grown + 1) / alpha));
  return { low: Math.max(-1, effect.change - half), high: Math.min(1, effect.change + half) };
}
