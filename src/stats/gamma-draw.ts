// A gamma variable of any shape, scale 1, from uniform and normal numbers.
import type { Chance } from './normal-draws.ts';

/** Source: G. Marsaglia and W. W. Tsang 2000, ACM Transactions on Mathematical Software 26:363; below shape 1 as in its section 6. */
export function gammaDraw(shape: number, chance: Chance): number {
  if (shape < 1) return gammaDraw(shape + 1, chance) * chance.uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = chance.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(chance.uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
