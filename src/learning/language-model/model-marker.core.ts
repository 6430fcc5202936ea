// A language model as a marker: what its owner has set, and what it may be asked.
import type { Channel } from '../../standards/encounter.core.ts';
import type { Standard } from '../../standards/standard.core.ts';

/** The two forms that servers of language models speak. */
export const providers = ['openai', 'anthropic'] as const;

/** What an owner sets; nothing is asked of anybody before. The key to the server is kept apart, sealed. */
export interface ModelMarkerSettings {
  readonly provider: (typeof providers)[number];
  readonly url: string;
  readonly model: string;
  /** Ids of the standards that it marks, 1 to `mostStandards`. */
  readonly standards: readonly string[];
  /** The share of contacts that it is asked about, over 0 and up to 1; which ones is decided by their id alone. */
  readonly share: number;
  /** Tokens, in and out, in a calendar month (UTC); when they are used up it is asked no more. */
  readonly tokensAMonth: number;
  /** Contacts asked about at one time. */
  readonly atOnce: number;
}

/** A contact is asked about once, with all standards: more of them and answers get careless. */
export const mostStandards = 20;
/** Asked about in one run; a further run goes on. */
export const mostContacts = 2000;
/** A longer contact is passed over: it would take most servers' limit and much of the budget. */
export const mostCharacters = 120_000;

/** The standards of a setting that can be asked of a contact of this channel. */
export function standardsFor(standards: readonly Standard[], channel: Channel): Standard[] {
  return standards.filter(({ channels }) => channels.length === 0 || channels.includes(channel));
}

/** What a month is called, e.g. `2026-11`. */
export function monthOf(moment: string): string {
  return moment.slice(0, 7);
}

/** Which 1 in 10,000 a contact falls into, from the digits of its id alone: the same contacts at every run, and for every model. */
export function isInShare(contactId: string, share: number): boolean {
  const digits = /[0-9a-f]{8}$/.exec(contactId)?.[0];
  return digits !== undefined && Number.parseInt(digits, 16) % 10_000 < Math.round(share * 10_000);
}
