// A legal hold: what may not be erased until somebody who answers for it says so. It names one contact, a site with its days, a customer,
// a document, a letter, or a person of the record.
import type { Day, Moment } from '../../kernel/moment.ts';

export const holdAbout = ['contact', 'site', 'customer', 'document', 'letter', 'person'] as const;
export type HoldAbout = (typeof holdAbout)[number];

/** What is to be held. `to` is the last day that is held; without a day the hold has no end on that side. */
export type HoldOn =
  | { readonly about: 'contact'; readonly contact: string }
  | { readonly about: 'site'; readonly site: string; readonly from?: Day; readonly to?: Day }
  /** The customer's reference as sources write it; only its keyed digest is kept. */
  | { readonly about: 'customer'; readonly customer: string }
  | { readonly about: 'document'; readonly kind: 'policy' | 'procedure'; readonly document: string }
  /** By its id or its number. */
  | { readonly about: 'letter'; readonly letter: string }
  | { readonly about: 'person'; readonly person: string };

export interface LegalHold {
  readonly id: string;
  readonly about: HoldAbout;
  readonly contact?: string;
  readonly site?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly kind?: 'policy' | 'procedure';
  readonly document?: string;
  readonly letter?: string;
  readonly person?: string;
  /** Why, as whoever placed it wrote. */
  readonly says: string;
  readonly placedAt: Moment;
  readonly placedBy: string;
  readonly releasedAt?: Moment;
  readonly releasedBy?: string;
  readonly releaseSays?: string;
  /** How many contacts it holds now; 0 once it is released. */
  readonly holds: number;
  /** And how many rows of the record beside them. */
  readonly rows: number;
}
