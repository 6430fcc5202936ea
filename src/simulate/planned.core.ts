// One contact as the causal model planned it, before anybody said a word: who, where, when, and for each standard that
// can apply whether it was failed and because of what. Words follow these acts; they never decide them.
import type { Cause } from '../diagnosis/finding.core.ts';
import type { Day, Moment } from '../kernel/moment.ts';

export const plannedKinds = [
  'enquiry',
  'price-objection',
  'move-in',
  'billing',
  'access',
  'complaint',
  'cancellation',
] as const;
/** What a contact is about. */
export type PlannedKind = (typeof plannedKinds)[number];

export const plannedMoods = ['calm', 'hurried', 'upset'] as const;
/** How the customer comes in; told by the customer's words. */
export type PlannedMood = (typeof plannedMoods)[number];

/** Words that a cause makes people say, by the names of packs/words.yaml. */
export type PlannedWords =
  | 'policy-cited'
  | 'needs-approval'
  | 'ask-colleague'
  | 'nobody-told-me'
  | 'new-here'
  | 'alone'
  | 'system-down'
  | 'no-procedure'
  | 'chose-not-to';

/** One standard's turn to be kept or missed. */
export interface PlannedAct {
  /** Id of the standard, e.g. `opening.help-offered`. */
  readonly standard: string;
  readonly failed: boolean;
  /** Chance of failing under everything that stood. */
  readonly chance: number;
  /** The draw in [0,1): failed where below `chance`. */
  readonly draw: number;
  /** Exposures without which this same draw had not failed; empty where kept, or where nobody is to blame. */
  readonly necessary: readonly { readonly exposure: string; readonly cause: Cause }[];
}

export interface PlannedContact {
  /** Position in the organisation's year, from 0. */
  readonly number: number;
  readonly id: string;
  readonly at: Moment;
  /** The calendar day at the site, and the hour there, 0 to 23. */
  readonly day: Day;
  readonly hour: number;
  readonly site: string;
  readonly person: string;
  /** The customer's own reference; the same customer may come back. */
  readonly customer: string;
  readonly customerName: string;
  readonly channel: 'call' | 'chat' | 'visit';
  readonly kind: PlannedKind;
  readonly mood: PlannedMood;
  readonly product: string;
  readonly price: number;
  /** In the order in which they would come up; at most one per standard. */
  readonly acts: readonly PlannedAct[];
  /** Words that a cause puts into somebody's mouth, each beside the standard it is about where it is about one. */
  readonly words: readonly { readonly what: PlannedWords; readonly standard?: string }[];
  /** Habit of speech of the person serving, from the scenario: misread by a marker in one of the scenarios. */
  readonly speech?: string;
  /** How long it was planned to last; others that began meanwhile were waiting. */
  readonly seconds?: number;
  /** A mystery shopper's. */
  readonly shop?: true;
  readonly outcome?: 'won' | 'lost' | 'pending' | 'served' | 'unserved';
  readonly worth?: number;
}
