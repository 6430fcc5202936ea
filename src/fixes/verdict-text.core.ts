// A verdict told in sentences: what was seen, what it comes to, and what it still needs. No blame, no jargon.
import type { Effect } from '../stats/effect.core.ts';
import type { EffectCounts } from '../stats/effect-sides.core.ts';
import type { Interval } from '../stats/rate.core.ts';
import { dayOf } from './daily-counts.core.ts';
import { reviewsNeeded, type Drift } from './drift.core.ts';
import { daysToHold, fewestSiteMonths, type Because, type Judged } from './verdict.core.ts';

export interface Telling {
  readonly judged: Judged;
  readonly effect: Effect;
  readonly interval: Interval | null;
  readonly expected: number;
  readonly enough: number | null;
  /** Titles of guardrails that got worse. */
  readonly worse: readonly string[];
  readonly drift: Drift;
  /** How many fixes the bar allows for. */
  readonly fixes: number;
  /** Other fixes that began at the same sites in the same time, as a reader would name them. */
  readonly alongside?: readonly string[];
}

/** The verdict's sentences, the one that matters first. */
export function verdictSentences(told: Telling): string[] {
  const { effect, interval, judged } = told;
  const sentences = [reasons[judged.because](told)];
  if (effect.changedBefore.marked > 0 && effect.changedAfter.marked > 0) {
    const elsewhere = effect.control
      ? `; at the sites that stayed as they were, from ${rate(effect.unchangedBefore)} to ${rate(effect.unchangedAfter)}`
      : '';
    sentences.push(
      `Where it was changed, failing went from ${rate(effect.changedBefore)} to ${rate(effect.changedAfter)} (${counted(effect.changedAfter)} since)${elsewhere}.`,
    );
  }
  if (effect.change !== null && interval && effect.control)
    sentences.push(
      saysNothing(interval, told.expected)
        ? `How far it moved can't be told yet: so few contacts leave open that it got worse by more than was expected, and better by more.${stillNeeded(told)}`
        : `Allowing for that, it ${moved(effect.change)}, likely ${between(interval)}; ${points(told.expected)} were expected.`,
    );
  if (effect.siteMonths > 0 && effect.siteMonths < fewestSiteMonths && judged.because !== 'few-site-months')
    sentences.push(fewSiteMonths(effect.siteMonths));
  if (effect.wobble > 0.25)
    sentences.push(
      'Months of single sites move a good deal by themselves here; that is allowed for, and takes longer.',
    );
  if (told.alongside && told.alongside.length > 0)
    sentences.push(
      `At the same sites ${told.alongside.length === 1 ? 'another fix' : 'other fixes'} ran in the same time (${told.alongside.join('; ')}): what is seen may come of ${told.alongside.length === 1 ? 'either' : 'any of them'}.`,
    );
  if (told.fixes > 1) sentences.push(`${told.fixes} fixes are looked at together, so each needs stronger evidence.`);
  return sentences;
}

const reasons: Readonly<Record<Because, (told: Telling) => string>> = {
  'nothing-after': () => 'Too early: no contact since then can be compared with one from before.',
  waiting: ({ effect, enough }) =>
    enough === null
      ? `Too early: ${contacts(effect.changedAfter.marked)} so far, and at this flow a change of the expected size may never show. More sites, or a larger change, would.`
      : `Too early: ${effect.changedAfter.marked} of about ${contacts(enough)}.`,
  holding: ({ judged }) =>
    `Too early: the rate moved, seen first on ${dayOf(judged.movedOn!)}; it must hold until ${dayOf(judged.movedOn! + daysToHold)}.`,
  'not-held': () => 'The rate had moved, and has not stayed there since: it does not hold.',
  'few-site-months': ({ effect }) => `Too early: the rate moved, but ${lower(fewSiteMonths(effect.siteMonths))}`,
  unchecked: ({ drift }) =>
    `Too early: the rate that the machine reads has moved and held. Before it counts, have a person mark ${reviewsNeeded} of these contacts from before and ${reviewsNeeded} from since (${drift.before} and ${drift.after} so far): the machine may have changed, not the service.`,
  held: () => 'Verified: failing fell where it was changed, more than elsewhere, and four weeks later it still had.',
  rose: () => 'Doing harm: failing rose where it was changed, more than elsewhere.',
  guardrail: ({ worse }) => `Doing harm: something else got worse there: ${worse.map((one) => `"${one}"`).join(', ')}.`,
  'no-control': () =>
    'Not verified: failing fell, but no site stayed as it was, so anything else that changed at the time may have done it. Begin at some of the sites first; the others are what it is compared with.',
  drifted: () =>
    'Not verified: the machine sees fewer failures than people do in the same contacts since then, which alone may explain the fall.',
  'less-than-half': () => 'Not verified: whatever it did, it is less than half of what was expected.',
  'used-up': () =>
    'Not verified: every contact from before has been compared with one from since, and the rate has not moved for certain.',
  'waited-enough': () =>
    'Not verified: there have been twice the contacts that a change of the expected size needs, and it has not shown.',
};

/** From worse by what was expected to better by it, and more: then a middle would be a guess. */
function saysNothing({ low, high }: Interval, expected: number): boolean {
  return low <= -expected && high >= expected;
}

function stillNeeded({ effect, enough }: Telling): string {
  const missing = enough === null ? 0 : enough - effect.changedAfter.marked;
  return missing > 0 ? ` About ${contacts(missing)} more where it was changed would tell, in four of five cases.` : '';
}

function fewSiteMonths(count: number): string {
  return `Only ${count} ${count === 1 ? 'month of one site has' : 'months of sites have'} been seen since, and a month at a site can move by itself: at least ${fewestSiteMonths} are needed.`;
}

function rate({ failed, marked }: EffectCounts): string {
  return marked > 0 ? `${Math.round((100 * failed) / marked)} %` : 'nothing';
}

function counted({ marked }: EffectCounts): string {
  return contacts(marked);
}

function contacts(count: number): string {
  return `${count} ${count === 1 ? 'contact' : 'contacts'}`;
}

function moved(change: number): string {
  return change >= 0 ? `fell by ${points(change)}` : `rose by ${points(-change)}`;
}

function between({ low, high }: Interval): string {
  const end = (value: number): string =>
    `${Math.abs(Math.round(1000 * value) / 10)}${value < 0 ? ' the other way' : ''}`;
  return `between ${end(low)} and ${end(high)}`;
}

function points(share: number): string {
  const value = Math.round(1000 * share) / 10;
  return `${value} ${value === 1 ? 'point' : 'points'}`;
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
