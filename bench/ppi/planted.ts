// Marks with a planted truth: how often it is failed at each of five sites, what a machine of a given quality says of it and
// how sure it says it is. Kept as counts of kinds of mark, so that a million drawings are a matter of minutes.
import type { Chance } from '../chance.ts';

/** How the machine errs: of those failed it flags `sensitivity`, of the others it lets `specificity` pass. */
export interface Machine {
  readonly name: string;
  readonly sensitivity: number;
  readonly specificity: number;
}

export const machines: readonly Machine[] = [
  { name: 'good (.90/.98)', sensitivity: 0.9, specificity: 0.98 },
  { name: 'fair (.80/.95)', sensitivity: 0.8, specificity: 0.95 },
  { name: 'poor (.60/.90)', sensitivity: 0.6, specificity: 0.9 },
  { name: 'jumpy (.95/.70)', sensitivity: 0.95, specificity: 0.7 },
  { name: 'a coin (.50/.50)', sensitivity: 0.5, specificity: 0.5 },
];

export const sites = 5;
/** Sure and unsure flags, unsure and sure passes: what the machine itself would put the chance of failing at. */
export const claims = [0.95, 0.7, 0.3, 0.05] as const;

/** A kind of mark: its site, whether it was failed, and the place of the machine's claim. */
export interface Kind {
  readonly site: number;
  readonly failed: 0 | 1;
  readonly claim: number;
  readonly flagged: 0 | 1;
}

export const kinds: readonly Kind[] = Array.from({ length: sites * 8 }, (_, at) => ({
  site: Math.floor(at / 8),
  failed: (Math.floor(at / 4) % 2) as 0 | 1,
  claim: at % 4,
  flagged: at % 4 < 2 ? 1 : 0,
}));

export class Planted {
  /** The rate of the process that marks are drawn from. */
  readonly rate: number;
  readonly #upTo: Float64Array;

  /** Sites fail from .4 to 1.6 times the rate. Right claims are sure in 80 %, wrong ones in 40 %. */
  constructor(rate: number, { sensitivity, specificity }: Machine) {
    const own = Array.from({ length: sites }, (_, site) => Math.min(0.95, rate * (0.4 + (1.2 * site) / (sites - 1))));
    this.rate = own.reduce((sum, one) => sum + one, 0) / sites;
    let total = 0;
    this.#upTo = Float64Array.from(kinds, ({ site, failed, claim, flagged }) => {
      const right = failed ? sensitivity : specificity;
      const isRight = flagged === failed;
      const sure = claim === 0 || claim === 3;
      const said = isRight ? right * (sure ? 0.8 : 0.2) : (1 - right) * (sure ? 0.4 : 0.6);
      total += ((failed ? own[site]! : 1 - own[site]!) * said) / sites;
      return total;
    });
  }

  /** How many of `size` marks are of each kind. */
  draw(size: number, chance: Chance): Uint32Array {
    const counts = new Uint32Array(kinds.length);
    for (let nth = 0; nth < size; nth++) {
      const at = chance.unit();
      let low = 0;
      let high = kinds.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.#upTo[middle]! <= at) low = middle + 1;
        else high = middle;
      }
      counts[low]!++;
    }
    return counts;
  }
}

/** Draws `n` of the marks counted, none twice; says how many of each kind. */
export function drawn(counts: Uint32Array, n: number, chance: Chance): Uint32Array {
  const left = counts.slice();
  let all = left.reduce((sum, one) => sum + one, 0);
  const out = new Uint32Array(counts.length);
  for (let nth = 0; nth < n && all > 0; nth++) {
    let at = Math.floor(chance.unit() * all);
    let kind = 0;
    while (at >= left[kind]!) at -= left[kind++]!;
    left[kind]!--;
    out[kind]!++;
    all--;
  }
  return out;
}
