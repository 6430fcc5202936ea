// What the standards engine reads: one encounter with a customer as turns of stored text. The engine knows nothing of
// where it came from; src/contacts/contact.core.ts adds that.

/** Below this it isn't known who the rep is, and what depends on the speaker is unsure. */
export const repFloor = 0.7;

/** Who speaks. `other` is a recording, a machine or a third person; it is neither marked nor taken for the customer. */
export type Speaker = 'rep' | 'customer' | 'other';

export const channels = ['phone', 'visit', 'chat', 'email', 'complaint', 'shop'] as const;
/** How a contact came about. */
export type Channel = (typeof channels)[number];
export type Direction = 'inbound' | 'outbound';

/** Words that the recogniser was unsure of: UTF-16 offsets into the turn's text, and how sure it was of them, 0 to 1. */
export interface UnclearStretch {
  readonly from: number;
  readonly to: number;
  readonly confidence: number;
}

/** A silence inside a turn, known from the times of its words: when it began (seconds from the contact's start), and how long it was. */
export interface Pause {
  readonly at: number;
  readonly seconds: number;
  /** Where in the turn's text the words after it begin (UTF-16), where that is known. */
  readonly offset?: number;
}

/** Who wrote down what was said: a speech recogniser, or a person (typed messages are a person's). */
export type HeardBy = 'recogniser' | 'person';

/** One turn of speech or writing, as stored: redacted, never changed afterwards. Times are seconds from the start of the contact. */
export interface Turn {
  readonly speaker: Speaker;
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
  /** The recogniser's mean confidence for this turn, 0 to 1, where it was given. */
  readonly confidence?: number;
  /** In order, not overlapping; left out where there is none or words came without confidences. */
  readonly unclear?: readonly UnclearStretch[];
  /** Silences of over 2 s inside the turn, in order; left out where there is none or words came without times. */
  readonly pauses?: readonly Pause[];
}

/** An answer on a form: a mystery shop, an observation, a visit with a column a question. */
export interface FormAnswer {
  /** Short stable key, e.g. `greeted-on-entering`, or the question's own words where no key is known. */
  readonly question: string;
  readonly answer: string;
}

/** What is known of the clock: none, only when each turn began (silence can't be told), or start and end of each turn. */
export type Timing = 'none' | 'starts' | 'full';

export interface Encounter {
  readonly channel: Channel;
  readonly direction?: Direction;
  /** BCP 47, e.g. `en`; marks of a language that no pack speaks are unsure. */
  readonly language: string;
  readonly timing: Timing;
  /** Left out where it isn't known. Only a recogniser mishears: words are looked for by their sound only where it is one. */
  readonly heardBy?: HeardBy;
  readonly turns: readonly Turn[];
  readonly answers: readonly FormAnswer[];
  /** Rings before it was answered, and seconds to answer, where the telephone system said. */
  readonly rings?: number;
  readonly secondsToAnswer?: number;
  /** Holds and paused recording known from the source, in seconds from the start; neither is dead air. */
  readonly holds?: readonly { readonly from: number; readonly to: number; readonly kind: 'hold' | 'pause' }[];
  /** How sure it is who the rep is, 0 to 1; below the engine's floor every mark by speaker is unsure. */
  readonly repCertainty: number;
}
