// What is told of a learned marker: what it was taught by, how far it agrees with people beside the cue marker, and whether it may
// take that one's place.
import type { Moment } from '../../kernel/moment.ts';
import type { Counted } from './enough.core.ts';
import type { Evidenced } from './looks.core.ts';
import type { MarkerFigures } from './marker-figures.core.ts';

/** How often a verdict was another when one thing about the people in a contact was changed. */
export interface Invariance {
  /** Pairs in which the standard applies on either side, and those in which the verdict is another. */
  readonly pairs: number;
  readonly flips: number;
  readonly swaps: readonly { readonly what: string; readonly pairs: number; readonly flips: number }[];
}

/** More than this share of flips, and it may not mark. */
const mostFlips = 0.01;

export interface MarkerCard {
  readonly taughtBy: Counted & { readonly sites: number; readonly pastMarks: number };
  readonly figures: MarkerFigures;
  readonly evidence: Evidenced;
  readonly invariance: Invariance;
  readonly calibrated: 'platt' | 'isotonic';
  /** Who says where the standard applies: what was learned, or where too few people say that it doesn't, the cue marker or nobody. */
  readonly appliesBy: 'learned' | 'cue' | 'always';
  readonly columns: number;
  /** Chances of *met* between which it says unsure; null where nowhere. */
  readonly band: { readonly from: number; readonly to: number } | null;
}

/** Why a marker may not stand; none where it may. */
export type WhyNot =
  | 'agrees-no-better'
  | 'not-shown-yet'
  | 'depends-on-who-speaks'
  | 'says-something-else'
  | 'older-program';

/**
 * Three things are asked: the lower end of the difference of the kappas is above nothing; the duels, over every look there ever was,
 * can't be luck; and no more than 1 in 100 verdicts changes with who speaks.
 */
export function whyNot(
  card: MarkerCard,
  still: { readonly saysTheSame: boolean; readonly readable: boolean },
): WhyNot[] {
  const { figures, evidence, invariance } = card;
  return [
    ...(still.readable ? [] : (['older-program'] as const)),
    ...(still.saysTheSame ? [] : (['says-something-else'] as const)),
    ...(figures.difference.low > 0 ? [] : (['agrees-no-better'] as const)),
    ...(evidence.wealth >= evidence.needed ? [] : (['not-shown-yet'] as const)),
    ...(invariance.flips <= mostFlips * invariance.pairs ? [] : (['depends-on-who-speaks'] as const)),
  ];
}

/** Learned again as reviews come: after so many new ones, and whether what proved better comes in by itself. */
export interface MarkerRule {
  readonly afterReviews: number;
  readonly byItself: boolean;
}

export const ruleAtFirst: MarkerRule = { afterReviews: 100, byItself: false };

/** Whether a standard is to be learned again. @param taught marks that the newest marker was taught by, 0 where there is none */
export function isDue({ afterReviews }: MarkerRule, reviews: number, taught: number): boolean {
  return afterReviews > 0 && reviews - taught >= afterReviews;
}

/** How many new marks until it is; null where it is learned only when somebody asks. */
export function untilDue({ afterReviews }: MarkerRule, reviews: number, taught: number): number | null {
  return afterReviews === 0 ? null : Math.max(0, afterReviews - (reviews - taught));
}

/** Who or what marks by a standard, from when. */
export interface Stands {
  readonly marker: string | null;
  readonly since: Moment;
  readonly by: string;
  readonly how: 'person' | 'by-itself';
}
