// What policies and procedures have in common: versions in force from day to day, and who acknowledged which.
import type { Day } from '../kernel/moment.ts';

export type DocumentKind = 'policy' | 'procedure';

/** One version of a document. Versions of one document never overlap; of those that begin on one day all but the last stood for none. */
export interface DocumentVersion {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly owner?: string;
  readonly from: Day;
  readonly to?: Day;
  /** The day by which it had to be looked at again. */
  readonly reviewDue?: Day;
  /** Roles and sites it is for; empty means everybody, everywhere. */
  readonly roles: readonly string[];
  readonly sites: readonly string[];
  /** How clear readers found it, where someone asked: `clear`, `unclear`. */
  readonly clarity?: 'clear' | 'unclear';
}

/** Another version took its place on the very day on which it began: it stands for no day, and stays in the history. */
export function stoodForNoDay({ from, to }: Pick<DocumentVersion, 'from' | 'to'>): boolean {
  return to !== undefined && to <= from;
}

/** Whether it is still to come on a day, and will. */
export function isToCome(version: Pick<DocumentVersion, 'from' | 'to'>, day: Day): boolean {
  return version.from > day && !stoodForNoDay(version);
}

/** A clause of a policy or a step of a procedure, and the standards that it serves or stands in the way of. */
export interface Clause {
  readonly id: string;
  readonly text: string;
  readonly serves: readonly string[];
  readonly obstructs: readonly string[];
}

export type AcknowledgementAnswer = 'understood' | 'not-understood' | 'disagree';

/** A person's answer to one version of one document. */
export interface Acknowledgement {
  readonly person: string;
  readonly kind: DocumentKind;
  readonly document: string;
  readonly version: string;
  readonly on: Day;
  readonly answer: AcknowledgementAnswer;
}
