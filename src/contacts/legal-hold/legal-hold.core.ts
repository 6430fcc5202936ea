// A legal hold: what may not be erased until somebody who answers for it says so. It names one contact, a site with its days,
// or a customer.
import type { Day, Moment } from '../../kernel/moment.ts';

export const holdAbout = ['contact', 'site', 'customer'] as const;
export type HoldAbout = (typeof holdAbout)[number];

/** What is to be held. `to` is the last day that is held; without a day the hold has no end on that side. */
export type HoldOn =
  | { readonly about: 'contact'; readonly contact: string }
  | { readonly about: 'site'; readonly site: string; readonly from?: Day; readonly to?: Day }
  /** The customer's reference as sources write it; only its keyed digest is kept. */
  | { readonly about: 'customer'; readonly customer: string };

export interface LegalHold {
  readonly id: string;
  readonly about: HoldAbout;
  readonly contact?: string;
  readonly site?: string;
  readonly from?: Day;
  readonly to?: Day;
  /** Why, as whoever placed it wrote. */
  readonly says: string;
  readonly placedAt: Moment;
  readonly placedBy: string;
  readonly releasedAt?: Moment;
  readonly releasedBy?: string;
  readonly releaseSays?: string;
  /** How many contacts it holds now; 0 once it is released. */
  readonly holds: number;
}
