// Draws from a seed: uniform and normal numbers, the same for the same seed.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Chance {
  /** In (0, 1). */
  uniform(): number;
  /** Standard normal: Box and Muller 1958, both numbers of a pair used. */
  normal(): number;
}

export function chanceOf(seed: number): Chance {
  const random = xoroshiro128plus(seed);
  let kept: number | undefined;
  const uniform = (): number => uniformFloat64(random) + 2 ** -54;
  return {
    uniform,
    normal: () => {
      if (kept !== undefined) {
        const value = kept;
        kept = undefined;
        return value;
      }
      const radius = Math.sqrt(-2 * Math.log(uniform()));
      const angle = 2 * Math.PI * uniform();
      kept = radius * Math.sin(angle);
      return radius * Math.cos(angle);
    },
  };
}
