// What a standard and a mark are, for everybody outside the engine.
import type { Channel } from './encounter.core.ts';

export type StandardKind = 'standard' | 'atrocity';

/** One observable habit of good service, or one observable act of bad service, as a pack states it. */
export interface Standard {
  /** `area.name` for a standard, `atrocity.name` for an atrocity; unique over all packs. */
  readonly id: string;
  /** First 12 hex digits of the digest of everything that decides its marks (its own text, the cues and situations it uses, the engine's version). */
  readonly version: string;
  readonly pack: string;
  readonly kind: StandardKind;
  readonly says: string;
  /** A few words for lists and charts, e.g. `Need before price`; `says` where a pack gives none. */
  readonly title?: string;
  /** How to say that it was missed, after "About 1 time in 3, ": e.g. `the caller was never asked to rent`. */
  readonly failing?: string;
  /** In words, where it applies; for people only. */
  readonly applies?: string;
  readonly because?: string;
  /** What to do instead; every atrocity has one. */
  readonly instead?: string;
  /** 1 small, 2 normal, 3 large; 5 an atrocity that spoils the contact. */
  readonly weight: number;
  /** Where it applies; empty means everywhere. */
  readonly channels: readonly Channel[];
  /** The task it belongs to, e.g. `new-enquiry`: what procedures, duties and certificates are linked by. */
  readonly task?: string;
  /** One of the customary few, on at first. */
  readonly few: boolean;
  /** Counts as a first impression (D28). */
  readonly firstImpression: boolean;
}

export type Verdict = 'met' | 'failed' | 'not-applicable' | 'unsure';
export type Marker = 'cue' | 'learned' | 'model' | 'reviewer' | 'shopper';

/** Where in the stored text the evidence stands: turn index, UTF-16 offsets into its text, seconds from the start where known. */
export interface Evidence {
  readonly turn: number;
  readonly from: number;
  readonly to: number;
  readonly at?: number;
}

/** What one marker says of one standard in one encounter, before it has an id. For an atrocity *failed* means that it happened. */
export interface MarkDraft {
  readonly standard: string;
  readonly version: string;
  readonly verdict: Verdict;
  readonly marker: Marker;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** For something that should have been said and was not: the turns looked through, both ends included. */
  readonly searched?: { readonly fromTurn: number; readonly toTurn: number };
  /** Why it is unsure, in a few words; only where it is. */
  readonly why?: string;
}

/** Everything the engine says of one encounter. Not-applicable marks are left out of `marks` and only counted. */
export interface EncounterMarks {
  /** The kind of contact by its situations, strongest first, e.g. `new-enquiry`; empty where none was recognised. */
  readonly kinds: readonly string[];
  /** The reason in the customer's own words, where found. */
  readonly reason?: Evidence;
  readonly marks: readonly MarkDraft[];
  readonly notApplicable: number;
  /** Telling words by the names that packs give them under `heard`, e.g. `new-here` for "I'm new": once a turn. Left out where there are none. */
  readonly heard?: readonly { readonly name: string; readonly evidence: Evidence }[];
  /** Why every mark is unsure, said once: no pack speaks the language. */
  readonly why?: string;
}

/** The quotes that speak for a mark. Where cues say that a serious act didn't happen, what they did hear is no proof of it. */
export function tellingEvidence(
  { verdict, marker, evidence }: Pick<MarkDraft, 'verdict' | 'marker' | 'evidence'>,
  kind: StandardKind,
): readonly Evidence[] {
  return kind === 'atrocity' && verdict === 'met' && marker === 'cue' ? [] : evidence;
}
