// How a contact ended for the business: won, lost, or not yet. Somebody who was undecided and decided in a later contact is counted
// there, once; somebody who never came back was lost.
import type { Outcome } from '../../contacts/contact.core.ts';
import { addDays, type Day } from '../../kernel/moment.ts';

/** What is known of how a contact ended. */
export interface KnownEnd {
  /** The contact's own id. */
  readonly contact: string;
  readonly outcome?: Outcome;
  /** In the organisation's currency. */
  readonly worth?: number;
  /** Keyed hash of the customer's reference. */
  readonly customer?: string;
  readonly day?: Day;
}

export type End = 'won' | 'lost' | 'open' | 'decided-later';

/** So long after a contact an undecided customer may still come back. */
const daysToDecide = 60;

/**
 * The end of each contact that somebody said the outcome of; contacts that were only served are left out. Undecided ones
 * are lost once `daysToDecide` have gone by within the days that contacts were read of, and open until then.
 */
export function endsOf(known: readonly KnownEnd[]): Map<string, End> {
  const lastDay = known.reduce((last, { day }) => (day !== undefined && day > last ? day : last), '');
  const decided = Map.groupBy(
    known.filter(({ outcome, customer, day }) => isDecided(outcome) && customer !== undefined && day !== undefined),
    ({ customer }) => customer!,
  );
  const ends = new Map<string, End>();
  for (const { contact, outcome, customer, day } of known) {
    if (outcome === 'won' || outcome === 'lost') ends.set(contact, outcome);
    else if (outcome === 'pending') ends.set(contact, undecided(customer, day));
  }
  return ends;

  function undecided(customer: string | undefined, day: Day | undefined): End {
    // Without the customer nobody can tell whether they came back; without the day, whether they still may.
    if (customer === undefined || day === undefined) return 'open';
    const until = addDays(day, daysToDecide);
    const later = decided.get(customer)?.some((one) => one.day! >= day && one.day! <= until);
    if (later) return 'decided-later';
    return until <= lastDay ? 'lost' : 'open';
  }
}

function isDecided(outcome: Outcome | undefined): boolean {
  return outcome === 'won' || outcome === 'lost';
}
