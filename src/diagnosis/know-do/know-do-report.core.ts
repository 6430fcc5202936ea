// Know it, do it as it is told: the rows, what they come to, and what the record says nothing about.
import type { Day } from '../../kernel/moment.ts';
import type { Four, KnowDoRow } from './know-do.core.ts';

export interface NamedStandard {
  readonly standard: string;
  readonly title: string;
}

export type KnowDoReport = KnowDoFound | NoKnowDo;

export interface KnowDoFound {
  readonly kind: 'know-do';
  readonly told: readonly string[];
  readonly rows: readonly (KnowDoRow & { readonly told: string })[];
  readonly whole: Four;
  readonly days: { readonly first: Day; readonly last: Day } | null;
  /** Standards with a side of fewer than three people. */
  readonly fewPeople: readonly NamedStandard[];
  /** Standards in use that no certificate is about: who was shown them is not on record. */
  readonly notOnRecord: readonly NamedStandard[];
}

export interface NoKnowDo {
  readonly kind: 'none';
  /** What is missing: marked contacts; certificates; contacts of people on record, of whom the asker sees any. */
  readonly missing: 'marks' | 'certificates' | 'people';
}
