// What people looked at again, standard by standard.
import type { GroupRate } from './rates.core.ts';

export interface CheckedStandards {
  /** By standard, those that are corrected. */
  readonly corrected: ReadonlyMap<string, GroupRate>;
  /** Contacts that people reviewed here, by standard. */
  readonly reviewed: ReadonlyMap<string, number>;
}
