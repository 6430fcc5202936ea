// What missing each standard truly cost: the enquiries that would have been won had it been kept and all else been as it was, by
// the planted chances and not by their draws.
import { logistic } from './causal-model.ts';
import { isEnquiry, winning } from './plan/plan-outcomes.ts';
import { products } from './plan/customers.ts';
import type { Planned } from './planned-organisation.core.ts';

/**
 * Enquiries lost over the whole period, by standard; standards that were never missed in an enquiry are left out.
 * @param counts which contacts count; all where left out
 */
export function trueLosses(
  { contacts, world: { scenario } }: Planned,
  counts: (contact: string) => boolean = () => true,
): Record<string, number> {
  const usual = new Map<string, number>(products.map((one) => [one.name, one.price]));
  const lost: Record<string, number> = {};
  for (const contact of contacts) {
    if (!isEnquiry(contact.kind) || contact.shop || !counts(contact.id)) continue;
    const closing = { ...contact, dear: Math.log(contact.price / usual.get(contact.product)!) };
    const now = logistic(winning(scenario, closing));
    for (const { failed, standard } of contact.acts)
      if (failed) lost[standard] = (lost[standard] ?? 0) + logistic(winning(scenario, closing, standard)) - now;
  }
  return lost;
}
