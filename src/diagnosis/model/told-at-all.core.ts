// What may be said of shares at all: what could not be asked has no share, and some shares are too rough to be read as one figure.
import type { CauseShare, SharesFound } from './causes-report.core.ts';

/** As much of these as a report on the wire has too. */
type Asked = { readonly exposures: readonly unknown[] };
type Middle = Pick<CauseShare, 'share' | 'high'>;
type Found = Pick<SharesFound, 'unexplained' | 'excuses'> & {
  readonly causes: readonly (Middle & Asked)[];
  readonly eachExcuse: readonly { readonly control: boolean }[];
};

const widest = 0.6;

/** Whether anything of a cause could be asked; where nothing could, its 0 is no answer. */
export function told({ exposures }: Asked): boolean {
  return exposures.length > 0;
}

/** Whether any excuse could be asked. The moon and voodoo are no excuses: they are there to be wrong. */
export function excusesTold({ eachExcuse }: Pick<Found, 'eachExcuse'>): boolean {
  return eachExcuse.some((one) => !one.control);
}

/** The range of what is unexplained leaves more than 60 points open. */
export function tooWide({ unexplained }: Pick<Found, 'unexplained'>): boolean {
  return unexplained.high - unexplained.low > widest;
}

/**
 * Whether shares below nothing push the others over 100 % as they are printed: by chance, where every such range holds nothing
 * or more; surely, where one doesn't. A single point below is rounding.
 */
export function belowNothing({ causes, excuses, unexplained }: Found): 'no' | 'by-chance' | 'surely' {
  const below = [...causes.filter(told), excuses].filter((one) => one.share < 0);
  const sum = below.reduce((all, one) => all + one.share, 0);
  if (sum > -0.015 && unexplained.share < 1.005) return 'no';
  return below.some((one) => one.high < 0) ? 'surely' : 'by-chance';
}
