// One encounter with a customer, as stored after redaction, and what a reader makes before it.
import type { Moment } from '../kernel/moment.ts';
import type {
  Channel,
  Direction,
  Encounter,
  FormAnswer,
  HeardBy,
  Pause,
  Speaker,
  Timing,
  UnclearStretch,
} from '../standards/encounter.core.ts';

/** A day `YYYY-MM-DD` or a clock time `YYYY-MM-DDTHH:MM:SS` by the clock of the site. A day alone gives no minute. */
export type LocalTime = string;

/** Does the source give no more than the day? */
export function isDayOnly(local: LocalTime | undefined): boolean {
  return local?.length === 10;
}

export type Outcome = 'won' | 'lost' | 'pending' | 'served' | 'unserved';

/** Where a contact came from, so that anybody can go back to it. */
export interface Source {
  /** Path inside what was given, e.g. `march.zip/calls/17.vtt`; personal data is redacted from it too. */
  readonly file: string;
  /** The id the source gave it, or the file's name without its ending. */
  readonly originalId: string;
  /** The reader that recognised it, e.g. `vcon`, `webvtt`, `turn-table`. */
  readonly format: string;
}

/** How it is known who the rep is: the file said, it was worked out from the words, or a person told us. */
export type RepFrom = 'stated' | 'worked-out' | 'told';

export type ConsentBasis = 'not stated' | 'all parties' | 'one party' | 'notice played' | 'written' | 'not needed';

/** A contact as stored. `id` comes from the organisation's key and the source's id; `version` counts from 1. */
export interface Contact extends Encounter {
  readonly id: string;
  readonly version: number;
  readonly source: Source;
  readonly startedAt?: Moment;
  /** The start as the source wrote it, where it gave no zone; `startedAt` then follows from it and the site's zone. */
  readonly startedLocal?: LocalTime;
  readonly durationSeconds?: number;
  readonly siteId?: string;
  /** The rep's id in the record, never a name. */
  readonly personId?: string;
  readonly outcome?: Outcome;
  /** The outcome in the source's own words, where it isn't one of ours. */
  readonly outcomeStated?: string;
  readonly productAsked?: string;
  readonly priceQuoted?: number;
  /** Keyed hash of the customer's reference; the value is never kept. */
  readonly customerHash?: string;
  readonly consentBasis: ConsentBasis;
  readonly repFrom: RepFrom;
  /** What was dropped or doubted while reading, one sentence each, no personal data. */
  readonly notes: readonly string[];
}

/** Who, where and when: what the record is asked by, without a word of what was said. */
export type ContactPlace = Pick<
  Contact,
  'id' | 'version' | 'channel' | 'siteId' | 'personId' | 'startedAt' | 'startedLocal'
>;

/** A turn before it is known who is the rep: the speaker as the source labels it, or null. */
export interface DraftTurn {
  readonly label: string | null;
  /** Only where the source itself states the role. */
  readonly speaker?: Speaker;
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
  readonly confidence?: number;
  /** Offsets into `text`, which is not yet redacted. */
  readonly unclear?: readonly UnclearStretch[];
  readonly pauses?: readonly Pause[];
}

/** Facts about a contact that come beside it: from its own file, or from a table keyed by id or file name. */
export interface ContactFacts {
  readonly site?: string;
  /** Id or name as the source gives it; resolved against the record's people, else kept as a keyed hash. */
  readonly rep?: string;
  readonly startedAt?: Moment;
  /** Set where the source gives no zone; `startedAt` is then provisional, as if the site's clock were UTC. */
  readonly startedLocal?: LocalTime;
  readonly direction?: Direction;
  readonly channel?: Channel;
  readonly outcome?: string;
  readonly productAsked?: string;
  readonly priceQuoted?: number;
  readonly rings?: number;
  readonly secondsToAnswer?: number;
  readonly durationSeconds?: number;
  readonly customerReference?: string;
  readonly consentBasis?: ConsentBasis;
  /** Who wrote the words down, where it is told. */
  readonly heardBy?: HeardBy;
  /** Holds and paused recording; an empty list says that there were none. */
  readonly holds?: Encounter['holds'];
  /** The speaker label that is the rep's, where somebody told us. */
  readonly repLabel?: string;
}

/** What a reader yields: raw, with personal data, never stored and never logged. */
export interface ContactDraft {
  readonly source: Source;
  readonly facts: ContactFacts;
  readonly channel: Channel;
  /** Where nobody said it: taken from the path, or from signs in the contact. */
  readonly channelFrom?: 'path' | 'signs';
  readonly language?: string;
  readonly timing: Timing;
  /** Where the format itself tells who wrote the words down; what `facts` say outranks it. */
  readonly heardBy?: HeardBy;
  readonly turns: readonly DraftTurn[];
  readonly answers: readonly FormAnswer[];
  readonly holds?: Encounter['holds'];
  /** Names of the people in it where the source states them (vCon parties, say): redaction looks for them. */
  readonly knownNames: readonly string[];
  readonly notes: readonly string[];
}

/** Something in a file that could not go in. `expected` says what was looked for; never a word of the contact itself. */
export interface Reject {
  readonly file: string;
  /** 1-based row or line, where there is one. */
  readonly row?: number;
  readonly field?: string;
  readonly expected: string;
  readonly remedy: string;
}
