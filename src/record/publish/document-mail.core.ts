// Mail about documents: that one waits for approval, that one is to be looked at again. It has no title and no word of it.
import type { DocumentKind } from '../../documents/document.core.ts';
import { dayWords } from '../../kernel/day-words.ts';
import type { Day } from '../../kernel/moment.ts';

export interface DocumentMail {
  readonly subject: string;
  readonly words: string;
}

const where = 'Open Customary and go to Policies and procedures';

/** @param as what they are asked for as */
export function approvalMail(
  kind: DocumentKind,
  as: 'approver' | 'counsel' | 'signer',
  counselDays: number,
): DocumentMail {
  const subject = `A ${kind} waits for ${as === 'signer' ? 'your signature' : as === 'counsel' ? 'counsel’s look' : 'your approval'}`;
  const asked = {
    approver: 'Approve it as it stands, or object with what is wrong.',
    counsel: `Look whether a law or a risk stands against it within ${counselDays} working days; silence lets it go on.`,
    signer: 'Once it is approved it waits for you to sign it for the chief executive.',
  }[as];
  return { subject, words: `${where}: it stands on Today too.\n\n${asked}\n` };
}

/** Mail to whoever owns a document that is to be looked at again. */
export function reviewMail(kind: DocumentKind, due: Day, state: 'soon' | 'late', suspended: boolean): DocumentMail {
  const subject =
    state === 'soon'
      ? `A ${kind} is to be looked at again by ${dayWords(due)}`
      : `A ${kind} was to be looked at by ${dayWords(due)}${suspended ? ' and is suspended' : ''}`;
  const words =
    state === 'soon'
      ? 'Say why it still stands, change it, or let it go. Where nobody does, it is suspended from the day after, unless a law demands it.'
      : suspended
        ? 'Nobody said why it still stands, so it holds no more, pending your decision.'
        : 'Say why it still stands, change it, or let it go.';
  return { subject, words: `${where}, due for review.\n\n${words}\n` };
}
