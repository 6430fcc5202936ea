// What a plan is worth and what it costs, in plain numbers: how well a rate is known after so many weeks, and how long it keeps
// reviewers.
import { wilson } from '../../stats/rate.core.ts';

export interface PlanAsked {
  readonly aWeek: number;
  /** The part that is drawn evenly. */
  readonly atRandom: number;
  readonly seenByTwo: number;
  readonly targetedAWeek: number;
  /** How many people review; 0 where nobody is named. */
  readonly reviewers: number;
  /** How many contacts there are to draw from, where that is known. */
  readonly contacts?: number;
}

export interface PlanWorth {
  /** After four weeks and after a quarter. */
  readonly after: readonly { readonly weeks: number; readonly reviews: number; readonly points: number }[];
  readonly minutesAWeek: number;
  /** Null where nobody is named. */
  readonly minutesEach: number | null;
  /** Contacts that two people see in a quarter. */
  readonly pairsAQuarter: number;
}

/** A contact takes under two minutes. */
const minutesEach = 2;
const quarter = 13;
/** Ranges on first screens cover nine times in ten. */
const level = 0.9;

/**
 * @param asked the plan as it stands on the form
 * @param rate how often a standard is missed, for the example that is told
 */
export function worthOf(asked: PlanAsked, rate = 1 / 3): PlanWorth {
  const { aWeek, atRandom, seenByTwo, targetedAWeek, reviewers, contacts = Number.POSITIVE_INFINITY } = asked;
  const reviewed = aWeek * (1 + seenByTwo) + targetedAWeek;
  const minutes = reviewed * minutesEach;
  return {
    after: [4, quarter].map((weeks) => ({
      weeks,
      reviews: Math.min(contacts, Math.round(aWeek * weeks)),
      points: pointsOf(rate, Math.min(contacts, aWeek * atRandom * weeks)),
    })),
    minutesAWeek: Math.round(minutes),
    minutesEach: reviewers === 0 ? null : Math.ceil(minutes / reviewers),
    pairsAQuarter: Math.round(aWeek * seenByTwo * quarter),
  };
}

/**
 * To how many points in a hundred a rate is known by so many reviews. Only those drawn evenly are counted: where the machine is
 * unsure more are drawn, which helps some standards and not others, so that it is this good or better.
 */
function pointsOf(rate: number, evenly: number): number {
  const { low, high } = wilson(rate * evenly, evenly, level);
  return Math.max(1, Math.round((100 * (high - low)) / 2));
}
