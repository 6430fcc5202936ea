// What verdicts, contacts and tasks are called on the pages of review.
import { kindOf } from '../../contacts/contact-words.core.ts';
import type { StandardKind, Verdict } from '../../standards/standard.core.ts';

/** In the order of the keys m, f, n, u. */
export const verdicts = ['met', 'failed', 'not-applicable', 'unsure'] as const satisfies readonly Verdict[];

const ofStandards: Readonly<Record<Verdict, string>> = {
  met: 'Met',
  failed: 'Missed',
  'not-applicable': 'Doesn’t apply',
  unsure: 'Unsure',
};
const ofActs: Readonly<Record<Verdict, string>> = { ...ofStandards, met: 'Didn’t happen', failed: 'Happened' };

/** `Met`, of a standard; `Didn’t happen`, of a serious act. */
export function verdictWord(verdict: Verdict, kind: StandardKind): string {
  return (kind === 'atrocity' ? ofActs : ofStandards)[verdict];
}

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
