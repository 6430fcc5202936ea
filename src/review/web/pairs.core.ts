// How far two marked alike: counted plainly, standard by standard, for whoever reads it beside the words.
import type { Verdict } from '../../standards/standard.core.ts';

export interface Pair {
  readonly standard: string;
  readonly own: Verdict;
  /** Null where the other said nothing of it. */
  readonly other: Verdict | null;
  readonly same: boolean;
}

/**
 * One's own verdicts beside another's. A machine keeps no mark of what does not apply: where it has none, that is what it said.
 * @param silence what no verdict of the other means
 */
export function paired(
  own: readonly { readonly standard: string; readonly verdict: Verdict }[],
  other: readonly { readonly standard: string; readonly verdict: Verdict }[],
  silence: Verdict | null,
): Pair[] {
  return own.map(({ standard, verdict }) => {
    const said = other.find((one) => one.standard === standard)?.verdict ?? silence;
    return { standard, own: verdict, other: said, same: said === verdict };
  });
}

/** `7 of 9`, over what both spoke of; null where there is none. */
export function sameOf(pairs: readonly Pair[]): { readonly same: number; readonly of: number } | null {
  const both = pairs.filter((one) => one.other !== null);
  return both.length === 0 ? null : { same: both.filter((one) => one.same).length, of: both.length };
}
