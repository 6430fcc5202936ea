// What money's report is made from, whoever brings it: the record, or a planned organisation.
import type { Organisation } from '../../people/organisation.core.ts';
import type { MarkRows } from '../model/mark-rows.core.ts';
import type { KnownEnd } from './ends.core.ts';

/** A miss that a clause is found to lead. */
export interface ClauseBehind {
  readonly contact: string;
  readonly standard: string;
  readonly policy: string;
  readonly clause?: string;
}

/** Policies as they are called. */
interface NamedPolicy {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly { readonly id: string; readonly text: string }[];
}

export interface MoneyInput {
  readonly rows: MarkRows;
  readonly known: readonly KnownEnd[];
  readonly titles: ReadonlyMap<string, string>;
  readonly organisation: Pick<Organisation, 'currency' | 'enquiriesAMonth' | 'conversion' | 'worthOfAStay'> | null;
  readonly clauses: readonly ClauseBehind[];
  readonly policies: readonly NamedPolicy[];
  /** Share of what would be won that missing one standard is assumed to lose, where outcomes can't tell. */
  readonly assumedLost: number;
}

/** Fewer won or lost can't carry a comparison of some twenty standards. */
export const fewestOfEither = 20;
