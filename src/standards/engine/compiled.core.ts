// Packs made ready to run: names are numbers, phrases are sets of words and what follows them.
import type { Channel, Direction } from '../encounter.core.ts';
import type { Standard } from '../standard.core.ts';
import type { By, Measure, Threshold, Within } from '../pack.core.ts';
import type { Ear } from './ear.ts';
import type { GivenNames } from './given-names.ts';
import type { Plan } from './plan.ts';
import type { Misheard } from './misheard.ts';
import type { Negation } from './negation.ts';
import type { PhrasePositions } from './positions.ts';
import type { Reports } from './reports-of-contact.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface CompiledPhrase extends PhrasePositions {
  readonly text: string;
  readonly cue: number;
  readonly notNegated: boolean;
  /** Counts where somebody reports it, too. */
  readonly evenReported: boolean;
  /** Counts only where a contact opens: a guess at the business. */
  readonly openingOnly: boolean;
  /** Does it name a word itself, wherever in it? */
  names(word: number): boolean;
}

export interface CompiledCue {
  /** `pack/name`, `<slot>`, or the question that it stands for. */
  readonly name: string;
  /** Only a word that the customer said first is theirs: <customer>. */
  readonly customersName: boolean;
  /** Nothing can be found for want of the organisation's own words: then not finding it is unsure. */
  readonly wordless: boolean;
  /** It is a question on a form. */
  readonly isQuestion: boolean;
}

export type LinkedCore =
  | { readonly kind: 'says'; readonly cues: readonly number[] }
  | { readonly kind: 'all' | 'any' | 'none' | 'first-known'; readonly of: readonly Linked[] }
  | { readonly kind: 'at-least'; readonly least: number; readonly of: readonly Linked[] }
  | { readonly kind: 'situation'; readonly situations: readonly number[] }
  | { readonly kind: 'direction'; readonly direction: Direction }
  | { readonly kind: 'channel'; readonly channels: readonly Channel[] }
  | { readonly kind: 'measure'; readonly measure: Measure; readonly threshold: Threshold }
  | { readonly kind: 'words'; readonly ratio: Threshold }
  | { readonly kind: 'answered'; readonly question: number; readonly answer: 'yes' | 'no' | 'any' | Threshold };

/** A condition ready to run. Every field is always there, so that all conditions have one shape and reading them stays fast. */
export interface Linked {
  readonly core: LinkedCore;
  readonly by: By | undefined;
  readonly within: Within | undefined;
  readonly before: Linked | undefined;
  readonly after: Linked | undefined;
  readonly notBefore: Linked | undefined;
  readonly notAfter: Linked | undefined;
  readonly notPartOf: Linked | undefined;
  readonly near:
    | { readonly amount: number; readonly unit: 'turns' | 'seconds'; readonly of: Linked | undefined }
    | undefined;
  readonly inOrder: boolean;
  readonly count: Threshold | undefined;
  readonly ratio: Threshold | undefined;
}

/** A condition of nothing but what it is about. */
export function plainly(core: LinkedCore): Linked {
  return {
    core,
    by: undefined,
    within: undefined,
    before: undefined,
    after: undefined,
    notBefore: undefined,
    notAfter: undefined,
    notPartOf: undefined,
    near: undefined,
    inOrder: false,
    count: undefined,
    ratio: undefined,
  };
}

export interface CompiledStandard {
  readonly standard: Standard;
  readonly language: string;
  readonly appliesWhen?: Linked;
  readonly metWhen?: Linked;
  readonly failedWhen?: Linked;
  readonly doneWhen?: Linked;
  readonly couldWhen?: Linked;
}

export interface NamedLinked {
  readonly name: string;
  readonly language: string;
  readonly condition: Linked;
}

/** What packs say once linked, and what all of it asks of a contact. */
export interface Judged {
  readonly languages: ReadonlySet<string>;
  readonly standards: readonly CompiledStandard[];
  readonly situations: readonly NamedLinked[];
  /** Situations that are kinds of contact, strongest first. */
  readonly kinds: readonly number[];
  readonly reasons: readonly NamedLinked[];
  readonly heard: readonly NamedLinked[];
  /** What all of these ask of a contact. */
  readonly plan: Plan;
  readonly cues: readonly CompiledCue[];
}

export interface CompiledPacks extends Judged {
  readonly phrases: readonly CompiledPhrase[];
  readonly vocabulary: Vocabulary;
  readonly ear: Ear;
  readonly negation: Negation;
  readonly givenNames: GivenNames;
  readonly reports: Reports;
  readonly misheard: Misheard;
}
