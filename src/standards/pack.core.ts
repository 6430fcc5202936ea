// A pack once read: cues, named conditions and standards, each with its place in the file. Nothing here knows of YAML
// or of the engine; what a pack may say is described for its authors in docs/guide/packs.md.
import type { Channel, Direction, HeardBy } from './encounter.core.ts';
import type { StandardKind, Verdict } from './standard.core.ts';

/** Where something stands in a pack's file; both count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** One thing wrong in a pack: what, and what to write instead. `source` is the line itself, for a caret under the column. */
export interface PackError extends Place {
  readonly file: string;
  readonly what: string;
  readonly write: string;
  readonly source?: string;
}

/** A phrase as a tree. `word` holds plain text, one or more words; it is normalised where it is compiled. */
export type PhraseNode =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'forms'; readonly text: string }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'slot'; readonly slot: string }
  | { readonly kind: 'cue'; readonly name: string }
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end' }
  | { readonly kind: 'either'; readonly options: readonly PhraseNode[] }
  | { readonly kind: 'row'; readonly parts: readonly PhraseNode[] }
  | { readonly kind: 'maybe'; readonly part: PhraseNode };

export interface Phrase {
  readonly text: string;
  readonly node: PhraseNode;
  /** Marked `!`: not counted inside a negation. */
  readonly notNegated: boolean;
  /** Marked `>`: counts where somebody only reports it, too. */
  readonly evenReported?: true;
  readonly place: Place;
}

export interface Cue {
  readonly name: string;
  readonly phrases: readonly Phrase[];
  readonly place: Place;
}

export type By = 'rep' | 'customer' | 'anyone';
export type Comparison = '>' | '>=' | '<' | '<=' | '=';
export interface Threshold {
  readonly is: Comparison;
  readonly value: number;
}
/** The first or the last turns (of that speaker) or seconds of a contact. */
export interface Within {
  readonly amount: number;
  readonly unit: 'turns' | 'seconds';
  readonly from: 'start' | 'end';
}
export interface Nearness {
  readonly amount: number;
  readonly unit: 'turns' | 'seconds';
  /** What it must be near to; where left out, the relation or the group it stands in. */
  readonly of?: Condition;
}
/**
 * In seconds: `silence`, `hold`, `talk-over`, `reply-time`, `first-reply` (the first of them), `first-words` (from the start of a
 * recording), `answer-time`. `pace`: words a minute of talk; `talk-share`: 0 to 1 of the time talked; `rings` and `turns`: times.
 */
export const measures = [
  'silence',
  'hold',
  'talk-over',
  'reply-time',
  'first-reply',
  'first-words',
  'pace',
  'talk-share',
  'rings',
  'answer-time',
  'turns',
] as const;
export type Measure = (typeof measures)[number];

/** What a condition is about. */
export type Core =
  | { readonly kind: 'says'; readonly cues: readonly { readonly name: string; readonly place: Place }[] }
  | { readonly kind: 'all' | 'any' | 'none' | 'first-known'; readonly of: readonly Condition[] }
  | { readonly kind: 'at-least'; readonly least: number; readonly of: readonly Condition[] }
  | { readonly kind: 'situation'; readonly names: readonly string[] }
  | { readonly kind: 'direction'; readonly direction: Direction }
  | { readonly kind: 'channel'; readonly channels: readonly Channel[] }
  | { readonly kind: 'measure'; readonly measure: Measure; readonly threshold: Threshold }
  | { readonly kind: 'words'; readonly ratio: Threshold }
  | {
      readonly kind: 'answered';
      readonly questions: readonly Phrase[];
      readonly answer: 'yes' | 'no' | 'any' | Threshold;
    };

export interface Condition {
  readonly core: Core;
  readonly by?: By;
  readonly within?: Within;
  readonly before?: Condition;
  readonly after?: Condition;
  readonly notBefore?: Condition;
  readonly notAfter?: Condition;
  readonly notPartOf?: Condition;
  readonly near?: Nearness;
  readonly inOrder?: boolean;
  readonly count?: Threshold;
  readonly ratio?: Threshold;
  readonly place: Place;
}

export interface NamedCondition {
  readonly name: string;
  readonly condition: Condition;
  readonly place: Place;
}

/** One example contact of a standard, in a few lines. */
export interface Example {
  /** Where it stands, if not in the pack's own file. */
  readonly file?: string;
  readonly expected: Exclude<Verdict, 'unsure'>;
  readonly turns: readonly {
    readonly speaker: 'rep' | 'customer' | 'other';
    readonly text: string;
    readonly start?: number;
    readonly end?: number;
  }[];
  readonly channel?: Channel;
  readonly direction?: Direction;
  readonly heardBy?: HeardBy;
  readonly rings?: number;
  readonly secondsToAnswer?: number;
  readonly holds?: readonly { readonly from: number; readonly to: number; readonly kind: 'hold' | 'pause' }[];
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  readonly place: Place;
}

export interface StandardEntry {
  readonly id: string;
  readonly kind: StandardKind;
  readonly says: string;
  /** A few words for lists and charts, e.g. `Need before price`. */
  readonly title?: string;
  /** How to say that it was missed, after "About 1 time in 3, ": e.g. `the caller was never asked to rent`. */
  readonly failing?: string;
  readonly because?: string;
  /** In words, where it applies; for people only. */
  readonly applies?: string;
  readonly instead?: string;
  readonly weight: number;
  readonly channels: readonly Channel[];
  readonly task?: string;
  readonly few: boolean;
  readonly firstImpression: boolean;
  readonly appliesWhen?: Condition;
  readonly metWhen?: Condition;
  readonly failedWhen?: Condition;
  readonly doneWhen?: Condition;
  readonly couldWhen?: Condition;
  readonly examples: readonly Example[];
  readonly place: Place;
}

export interface Pack {
  /** How its file is named to people: never where it lies on a disk. */
  readonly file: string;
  /** Where its file lies, if it was read from one. */
  readonly path?: string;
  /** It ships, or is put in the place of one that does. What ships looks for its names among these alone. */
  readonly ships?: 'itself' | 'replaced';
  readonly name: string;
  /** Primary language, e.g. `en`. */
  readonly language: string;
  readonly says?: string;
  /**
   * The pack whose standards of the same ids these take the place of. Names are looked up here, then there, and nobody else
   * finds the cues that stand here.
   */
  readonly changes?: string;
  /** Packs whose cues and situations it uses, the first before the next. */
  readonly uses?: readonly { readonly name: string; readonly place: Place }[];
  readonly cues: ReadonlyMap<string, Cue>;
  /** Situations and kinds written as conditions, in the order of the file. */
  readonly situations: readonly NamedCondition[];
  /** Names of the situations that are kinds of contact, strongest first. */
  readonly kinds: readonly string[];
  readonly reasons: readonly NamedCondition[];
  readonly heard: readonly NamedCondition[];
  readonly standards: readonly StandardEntry[];
}

/** The organisation's own words for the slots; what is left empty is recognised by position and pattern, or not at all. */
export interface OrganisationWords {
  readonly business: readonly string[];
  readonly sites: readonly string[];
  readonly products: readonly string[];
}
