// The verdicts to choose from, and what contacts and tasks are called on the pages of review.
import { kindOf } from '../../contacts/contact-words.core.ts';
import type { Verdict } from '../../standards/standard.core.ts';

/** In the order of the keys m, f, n, u. */
export const verdicts = ['met', 'failed', 'not-applicable', 'unsure'] as const satisfies readonly Verdict[];

/** `Call, new enquiry`: what a contact is called where neither its site nor its people are told. */
export function contactWord(channel: string, about: readonly string[] = []): string {
  const kind = kindOf(channel);
  return about[0] === undefined ? kind : `${kind}, ${about[0].replaceAll('-', ' ')}`;
}

const purposes: Readonly<Record<string, string>> = {
  review: 'Review',
  adjudication: 'Two who differ',
  calibration: 'Calibration',
  dispute: 'Disputed',
};

/** What somebody is asked to do with a contact. */
export function purposeWord(purpose: string): string {
  return purposes[purpose] ?? 'Review';
}
