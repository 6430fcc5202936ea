// Contacts dated after today: their days can't be right, so no rate over time is read from them.
import { dayWords } from '../kernel/day-words.ts';
import type { Day, Moment } from '../kernel/moment.ts';

/** The last day that a contact can have had by now: a day ahead of the clock's, as it may be tomorrow already where the site is. */
export function latestDay(now: Moment): Day {
  return new Date(Date.parse(now) + 86_400_000).toISOString().slice(0, 10);
}

/** @param last the last of their days */
export function datedAheadSays({ contacts, last }: { readonly contacts: number; readonly last: Day }): string {
  const day = dayWords(last);
  return contacts === 1
    ? `1 contact is dated after today (on ${day}): its day can't be right; correct it and bring it again.`
    : `${contacts} contacts are dated after today (the last on ${day}): their days can't be right; correct them and bring them again.`;
}
