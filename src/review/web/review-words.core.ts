// What verdicts, lengths and speakers are called on the pages of review.
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

const kinds: Readonly<Record<string, string>> = {
  phone: 'Call',
  visit: 'Visit',
  chat: 'Chat',
  email: 'E-mail',
  complaint: 'Complaint',
  shop: 'Mystery shop',
};

/** `Call, new enquiry`: what a contact is called where neither its site nor its people are told. */
export function contactWord(channel: string, about: readonly string[] = []): string {
  const kind = kinds[channel] ?? 'Contact';
  return about[0] === undefined ? kind : `${kind}, ${about[0].replaceAll('-', ' ')}`;
}

/** `5:44`, `1:02:03`, of seconds. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [minutes, rest] = [Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(whole / 3600);
  return hours > 0 ? `${hours}:${minutes}:${rest}` : `${Number(minutes)}:${rest}`;
}

/** Whom words are from, as a reader would say it. */
export function speakerWord(speaker: string, customerWord: string): string {
  return speaker === 'rep' ? 'Rep' : speaker === 'customer' ? customerWord : 'Other';
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
