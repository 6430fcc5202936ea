// The causes report as pages read it: the ten things one may have guessed, each with its share or with why it has none.
import { type Cause, causes } from '../finding.core.ts';
import type { Causes } from '../model/causes.shape.ts';

export interface Shared {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export type Found = Extract<Causes['report'], { kind: 'shares' }>;

/** The shares, where there are any. */
export function foundShares(told: Causes | null | undefined): Found | null {
  return told?.report.kind === 'shares' ? told.report : null;
}

/** Why there are no shares, in words for a page: its links say where to go, so that no command of the terminal is named. */
export function whyNoShares(told: Causes | null | undefined): string {
  if (told?.report.kind !== 'nothing')
    return 'How much each cause explains has not been worked out yet. It is worked out by itself after contacts and records come in; it takes about a minute for some thousand contacts.';
  switch (told.report.why) {
    case 'no-record':
      return 'No dated record was brought, so there is nothing to compare marks by. Bring policies, procedures, certificates and observations, each with its dates: tables or documents that you have already will do.';
    case 'no-marks':
      return 'No standard has been met or missed yet, so there is no failing to explain: nothing was marked, or none of the standards in use came up.';
    default:
      return told.told.join(' ');
  }
}

/** The share of a cause; null where it could not be asked, so that its 0 is no answer. */
export function shareOf(report: Found, cause: Cause): Shared | null {
  const found = report.causes.find((one) => one.cause === cause);
  return found && found.exposures.length > 0 ? found : null;
}

/** The five excuses that one may guess, by their id in the report. */
export const excuses = ['customer', 'product', 'price', 'location', 'hour'] as const;
export type Excuse = (typeof excuses)[number];

export type Guess = Cause | Excuse;

export function isGuess(text: unknown): text is Guess {
  return [...causes, ...excuses].includes(text as Guess);
}

/** The share of whatever was guessed; null where it is not known. */
export function shareOfGuess(report: Found, guess: Guess): Shared | null {
  if ((causes as readonly string[]).includes(guess)) return shareOf(report, guess as Cause);
  const excuse = report.eachExcuse.find((one) => one.id === guess);
  return excuse && !report.excusesNotTold?.some((one) => one.id === guess) ? excuse : null;
}

/** Where a scale of all these bars may end: the highest upper end, in tenths, so that small shares can be told apart. */
export function endOf(shares: readonly (Shared | null)[]): number {
  const highest = Math.max(0.1, ...shares.map((one) => one?.high ?? 0));
  return Math.min(1, Math.ceil(highest * 10) / 10);
}

/**
 * What a cause is mostly made of, in words. Where that is not all of it, with the share of each: a cause and what leads it must not
 * look like one figure told twice. Null where nothing of it could be asked.
 */
export function madeOf({ share, exposures }: Found['causes'][number]): string | null {
  const [first] = exposures;
  if (!first) return null;
  const whole = (one: number): number => Math.round(one * 100);
  if (whole(first.share) === whole(share)) return first.says;
  const told = exposures.slice(0, 2).filter((one) => whole(one.share) > 0);
  return told.length === 0 ? first.says : told.map((one) => `${one.says} (${whole(one.share)} %)`).join(', ');
}
