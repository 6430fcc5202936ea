// What came of a contact and what it was worth, as a row of the record: by the id the source gave the contact, since
// such rows often come from another program, and may come before the contact itself.
import type { Day } from '../kernel/moment.ts';

export interface ContactWorth {
  /** The contact's id in its source, or its file's name. */
  readonly contact: string;
  /** In the owner's own words, e.g. `rented`, `lost to price`. */
  readonly outcome?: string;
  /** In the organisation's currency: what was won, or what was lost. */
  readonly worth?: number;
  readonly on?: Day;
}
