// What a pattern is about, and the id that comes of it: the same standard, site and cause is the same pattern, whenever
// it is found and however many findings it has, so that what people say and do about it stays attached.
import { contentId } from '../../kernel/digest.ts';
import type { Cause } from '../finding.core.ts';

export interface PatternOf {
  readonly standard: string;
  /** Absent: all sites together. */
  readonly site?: string;
  readonly cause: Cause;
}

/** The pattern's id, e.g. `p3f0c...`: the same for the same standard, site and cause. */
export function patternId({ standard, site, cause }: PatternOf): string {
  // No site can be called '*' in a record, so "all sites" is none of them.
  return contentId('p', standard, site ?? '*', cause);
}
