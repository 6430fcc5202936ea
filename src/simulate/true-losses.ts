// What missing each standard truly cost: the enquiries that would have been won had it been kept and all else been as it was, by
// the planted chances and not by their draws.
import { logistic } from './causal-model.ts';
import { type Closing, isEnquiry, winning } from './plan/plan-outcomes.ts';
import { products } from './plan/customers.ts';
import type { Planned } from './planned-organisation.core.ts';

/**
 * Enquiries lost over the whole period, by standard; standards that were never missed in an enquiry are left out.
 * @param counts which contacts count; all where left out
 */
export function trueLosses(planned: Planned, counts: Counts = every): Record<string, number> {
  const { scenario } = planned.world;
  const lost: Record<string, number> = {};
  for (const closing of enquiriesOf(planned, counts)) {
    const now = logistic(winning(scenario, closing));
    for (const { failed, standard } of closing.acts)
      if (failed) lost[standard] = (lost[standard] ?? 0) + logistic(winning(scenario, closing, standard)) - now;
  }
  return lost;
}

/** The same, had every standard been kept at once. */
export function lossTogether(planned: Planned, counts: Counts = every): number {
  const { scenario } = planned.world;
  return enquiriesOf(planned, counts).reduce((sum, closing) => {
    const kept = { ...closing, acts: closing.acts.map((act) => ({ ...act, failed: false })) };
    return sum + logistic(winning(scenario, kept)) - logistic(winning(scenario, closing));
  }, 0);
}

type Counts = (contact: string) => boolean;
const every: Counts = () => true;

function enquiriesOf({ contacts }: Planned, counts: Counts): Closing[] {
  const usual = new Map<string, number>(products.map((one) => [one.name, one.price]));
  return contacts
    .filter((one) => isEnquiry(one.kind) && !one.shop && counts(one.id))
    .map((one) => ({ kind: one.kind, acts: one.acts, dear: Math.log(one.price / usual.get(one.product)!) }));
}
