// What comes of a contact: whether an enquiry is won, and by how much what was missed in it lowers its chance.
import { logistic } from '../causal-model.ts';
import type { Chance } from '../chance.ts';
import type { PlannedContact, PlannedKind } from '../planned.core.ts';
import type { Scenario } from '../scenario/scenario.core.ts';

/** As much of a contact as its outcome depends on. */
export interface Closing {
  readonly kind: PlannedKind;
  readonly acts: readonly { readonly standard: string; readonly failed: boolean }[];
  /** Log of the price over the usual. */
  readonly dear: number;
}

export function isEnquiry(kind: PlannedKind): boolean {
  return kind === 'enquiry' || kind === 'price-objection';
}

/** Log odds of winning an enquiry. @param but a standard that is taken as kept */
export function winning({ money, losing }: Scenario, { kind, acts, dear }: Closing, but?: string): number {
  const missed = acts.filter((act) => act.failed && act.standard !== but);
  const share = missed.length / Math.max(1, acts.length);
  const lost = missed.reduce((sum, act) => sum + (losing[act.standard] ?? 0), 0);
  return (
    money['won-plain'] - 10 * share * money['won-per-tenth-missed'] - lost - 2 * dear - (kind === 'enquiry' ? 0 : 0.5)
  );
}

export function outcomeOf(
  scenario: Scenario,
  closing: Closing,
  chance: Chance,
): NonNullable<PlannedContact['outcome']> {
  const draw = chance.unit();
  if (closing.kind === 'move-in') return 'won';
  if (isEnquiry(closing.kind)) {
    const won = logistic(winning(scenario, closing));
    if (draw < won) return 'won';
    return draw < won + (1 - won) * 0.4 ? 'pending' : 'lost';
  }
  const missed = closing.acts.filter((act) => act.failed).length;
  return draw < 1 - 0.8 * (missed / Math.max(1, closing.acts.length)) ? 'served' : 'unserved';
}
