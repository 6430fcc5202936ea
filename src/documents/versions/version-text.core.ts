// A version as it was published here: its whole text, its digest, and what was decided of the change that it made.
import type { Moment } from '../../kernel/moment.ts';
import type { DraftContent } from '../drafts/draft.core.ts';
import type { Acknowledgement } from '../document.core.ts';
import type { PartChange } from './diff.core.ts';

/** What the comparison proposed, and what a person decided. */
export interface DecidedChange {
  readonly proposed: 'material' | 'editorial';
  readonly decided: 'material' | 'editorial';
  /** Why it was decided otherwise than proposed. */
  readonly why: string | null;
  readonly changes: readonly Omit<PartChange, 'words'>[];
}

export interface VersionText {
  readonly id: string;
  readonly version: string;
  readonly content: DraftContent;
  /** Of the canonical JSON of the content. */
  readonly sha256: string;
  readonly material: boolean;
  /** The version of the last material change: who acknowledged one of the same is not asked again. */
  readonly materialSince: string;
  readonly change: DecidedChange;
  readonly letters: readonly string[];
  readonly draft: string;
  readonly revision: number;
  readonly publishedBy: string;
  readonly publishedAt: Moment;
}

/** An editorial version and the one whose acknowledgements hold for it. */
export interface EditorialVersion {
  readonly kind: Acknowledgement['kind'];
  readonly document: string;
  readonly version: string;
  readonly materialSince: string;
}

/**
 * Acknowledgements with those of a version carried over to its editorial successors: nobody is asked again over a comma, and
 * whoever asks of the later version whether somebody knew it is told that they did.
 */
export function carriedOver(
  given: readonly Acknowledgement[],
  editorial: readonly EditorialVersion[],
): Acknowledgement[] {
  if (editorial.length === 0) return [...given];
  const keyOf = (kind: string, document: string, version: string): string => JSON.stringify([kind, document, version]);
  const since = new Map(editorial.map((one) => [keyOf(one.kind, one.document, one.version), one.materialSince]));
  const groups = Map.groupBy(editorial, (one) => keyOf(one.kind, one.document, one.materialSince));
  return given.flatMap((one) => {
    const first = since.get(keyOf(one.kind, one.document, one.version)) ?? one.version;
    const others = [first, ...(groups.get(keyOf(one.kind, one.document, first)) ?? []).map((other) => other.version)];
    return [one, ...others.filter((version) => version !== one.version).map((version) => ({ ...one, version }))];
  });
}
