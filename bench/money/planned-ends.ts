// A planned organisation as money is counted from one: its rows, and how each contact ended.
import type { KnownEnd } from '../../src/diagnosis/money/ends.core.ts';
import type { Planned } from '../../src/simulate/planned-organisation.core.ts';

/** A mystery shopper's outcome is nobody's business. */
export function plannedEnds({ contacts }: Planned): KnownEnd[] {
  return contacts.flatMap(({ id, outcome, worth, customer, day, shop }): KnownEnd[] =>
    outcome === undefined || shop
      ? []
      : [{ contact: id, outcome, customer, day, ...(worth === undefined ? {} : { worth }) }],
  );
}
