// How many more reviews would make a rate how much surer, in steps that people speak in.
import { reviewsForRate } from '../../stats/plan-sample.core.ts';
import { level } from '../report/rates.core.ts';

/** So many reviews more, until the rate is known to plus or minus `within`. */
export interface More {
  readonly reviews: number;
  readonly within: number;
}

export interface Known {
  /** The rate as it is known. */
  readonly rate: number;
  /** Marks that reviews are drawn from. */
  readonly size: number;
  /** Reviews that say met or failed. */
  readonly used: number;
  /** Half the interval's width; absent where there is none yet. */
  readonly half?: number;
  /** Reviews drawn evenly, without a machine, that would have said as much. */
  readonly effective?: number;
}

const steps = [0.1, 0.05, 0.03, 0.02, 0.01] as const;
/** A step is worth speaking of where the interval would be a fifth narrower at least. */
const narrower = 0.8;
/** More than a team does in a year says that it is out of reach. */
const mostAsked = 5000;

/**
 * The next step of ±10, 5, 3, 2, 1 that is worth it, and the reviews it takes: `reviewsForRate` at the correlation with the machine that
 * the reviews so far show (none where there are none), as many more as that is over those there are.
 * @param fewest with fewer nothing is corrected
 */
export function moreReviews({ rate, size, used, half, effective }: Known, fewest: number): More | null {
  const rho = effective !== undefined && effective > used ? Math.sqrt(Math.min(0.95, 1 - used / effective)) : 0;
  for (const within of steps) {
    if (half !== undefined && within >= half * narrower) continue;
    const asked = reviewsForRate({ rate, within, level, rho, machineMarks: size });
    const byWidth = half === undefined ? 0 : used * (half / within) ** 2;
    const needed = Math.max(asked ?? size, Math.min(size, byWidth), Math.min(size, fewest));
    const reviews = Math.ceil(needed - used);
    if (reviews <= 0) continue;
    return reviews > mostAsked || needed > size
      ? null
      : { reviews: Math.min(toTens(reviews), Math.max(1, size - used)), within };
  }
  return null;
}

/** Nobody plans 137 reviews: up to the next ten. */
function toTens(reviews: number): number {
  return reviews <= 10 ? reviews : Math.ceil(reviews / 10) * 10;
}
