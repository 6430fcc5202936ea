// What is said of a dispute on screen: until when it waits, and what happened to it.
import { kindOf } from '../../../contacts/contact-words.core.ts';
import { countOf, day, sentence } from '../../../web/kit/words.ts';
import type { DisputeOnWire, ListedDispute } from '../../disputes/disputes.shape.ts';

/** Until when it waits for whom, or how it was answered. */
export function clockOf(one: ListedDispute): string {
  const { state, stateSays, waitsFor, waitsForYou, due, daysLeft, late } = one;
  if (state !== 'open') return sentence(stateSays);
  const whom = waitsForYou ? 'you' : (waitsFor ?? 'somebody who may answer');
  const round = one.round === 2 ? 'For a second time it waits' : 'Waits';
  if (late) return `${round} for ${whom}; it was due on ${day(due!)}`;
  const left = daysLeft === 0 ? 'today' : `${countOf(daysLeft ?? 0, 'working day')} left`;
  return due === null ? `${round} for ${whom}` : `${round} for ${whom} until ${day(due)}, ${left}`;
}

/** Where and when the contact was. */
export function placeOf({ channel, site, day: on }: Pick<ListedDispute, 'channel' | 'site' | 'day'>): string {
  const what = kindOf(channel ?? '').toLowerCase();
  return [`${what}${site ? ` at ${site.name}` : ''}`, ...(on === null ? [] : [day(on)])].join(', ');
}

/** What happened, as one line says it. */
export function eventSays({ kind, by, asked, answer, round }: DisputeOnWire['events'][number]): string {
  const whom = asked === undefined ? 'whoever may answer' : asked;
  if (kind === 'opened') return `${sentence(by)} disputed the mark; ${whom} was asked`;
  if (kind === 'escalated') return `Nobody had answered in time; ${whom} was asked`;
  if (kind === 'second-round') return `${sentence(by)} asked for a second answer; ${whom} was asked`;
  if (kind === 'withdrawn') return `${sentence(by)} withdrew it`;
  if (kind === 'rep-corrected') return `${sentence(by)} corrected who served`;
  const says = answer === 'upheld' ? 'upheld it' : answer === 'in-part' ? 'upheld a part of it' : 'did not uphold it';
  return `${sentence(by)} ${says}${round === 2 ? ', as the second answer' : ''}`;
}
