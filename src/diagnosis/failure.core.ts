// What the ladder is asked about: one failed mark, with the facts of its contact and the words heard in it.
import type { Day, Moment } from '../kernel/moment.ts';
import type { Mark } from '../marking/mark.core.ts';
import type { Channel } from '../standards/encounter.core.ts';
import type { Evidence, StandardKind } from '../standards/standard.core.ts';

/** Words of the contact that serve as a record, by the name that packs/words.yaml gives them. */
export interface Heard {
  readonly name: string;
  readonly evidence: Evidence;
}

/** As much of a standard as a question needs. */
export interface FailedStandard {
  readonly id: string;
  readonly kind: StandardKind;
  readonly says: string;
  readonly title?: string;
  readonly instead?: string;
  readonly weight: number;
  /** One of the customary few. */
  readonly few?: boolean;
  readonly task?: string;
}

/** The instruction that was followed in this contact, where a dispute on it was upheld. */
export interface FollowedHere {
  readonly kind: 'policy' | 'procedure' | 'word';
  readonly document?: string;
  readonly version?: string;
  readonly part?: string;
  /** The person of the record whose word it was. */
  readonly saidBy?: string;
  readonly on?: Day;
  /** What found so, and when. */
  readonly dispute: string;
  readonly upheldOn: Day;
  readonly inPart: boolean;
}

export interface Failure {
  readonly mark: Pick<Mark, 'id' | 'contact' | 'evidence' | 'marker' | 'confidence' | 'searched'>;
  readonly standard: FailedStandard;
  /** Markers that looked apart from each other and all say failed: 2 where a reviewer agrees with a machine. */
  readonly readers: number;
  readonly site?: string;
  /** The rep's id in the record; absent where the contact doesn't say, or names somebody the record doesn't know. */
  readonly person?: string;
  /** Who the rep's rates are kept under: the person's id, or a keyed hash where the record doesn't know them. */
  readonly ratedAs?: string;
  readonly startedAt?: Moment;
  /** The day of the contact in the time zone of its site. */
  readonly day?: Day;
  readonly channel: Channel;
  /** Kinds of contact, strongest first. */
  readonly kinds: readonly string[];
  readonly heard: readonly Heard[];
  /** Contacts in progress at the site at that moment, this one included, where known. */
  readonly contactsThen?: number;
  readonly followed?: FollowedHere;
}
