// Strata of one standard: contacts that the machine marked alike, as surely, at one site. Small sites stand together where there
// would be more strata than draws.
import type { Verdict } from '../../standards/standard.core.ts';
import { neymanAllocation } from '../../stats/allocation.core.ts';

/** What the machine says of a standard in a contact; null where it says that it doesn't apply. */
export type MachineMark = { readonly verdict: Verdict; readonly confidence: number } | null;

/** A contact as a draw sees it. */
export interface FrameContact {
  readonly id: string;
  readonly version: number;
  readonly site: string | null;
  /** Of each standard that is asked of it. */
  readonly marks: ReadonlyMap<string, MachineMark>;
}

export interface Stratum {
  readonly standard: string;
  /** E.g. `failed-sure @ bay-street`. */
  readonly stratum: string;
  readonly contacts: readonly FrameContact[];
  readonly drawn: number;
}

/** Fewest that are drawn of each stratum, as far as there are draws. */
const floor = 1;
const otherSites = '*';

/**
 * Splits contacts by what was said of a standard and shares draws out by Neyman's rule, at least one each.
 * @param draws how many of them are drawn for this standard
 */
export function strataOf(standard: string, contacts: readonly FrameContact[], draws: number): Stratum[] {
  const asked = contacts.filter((one) => one.marks.has(standard));
  const sites = bySize(asked);
  const splitBy = (most: number) => split(standard, asked, new Set(sites.slice(0, most)));
  // The most sites that stand by themselves, so that the floors can be kept.
  let low = 0;
  let high = sites.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (splitBy(middle).size * floor <= draws) low = middle;
    else high = middle - 1;
  }
  const strata = [...splitBy(low)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const sizes = strata.map(([, of]) => ({ size: of.length, guess: guessOf(standard, of) }));
  const shared = neymanAllocation(sizes, draws, strata.length * floor <= draws ? floor : 0);
  return strata.map(([stratum, of], at) => ({ standard, stratum, contacts: of, drawn: shared[at]! }));
}

function split(
  standard: string,
  contacts: readonly FrameContact[],
  alone: ReadonlySet<string>,
): Map<string, FrameContact[]> {
  return Map.groupBy(contacts, (one) => {
    const site = one.site ?? '';
    return `${cellOf(one.marks.get(standard) ?? null)} @ ${alone.has(site) ? site : otherSites}`;
  });
}

/** Sites with most contacts first. */
function bySize(contacts: readonly FrameContact[]): string[] {
  const groups = Map.groupBy(contacts, (one) => one.site ?? '');
  return [...groups]
    .toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([site]) => site);
}

/** The verdict and how sure it is, in bands. */
function cellOf(mark: MachineMark): string {
  if (mark === null) return 'not-applicable';
  if (mark.verdict !== 'met' && mark.verdict !== 'failed') return mark.verdict;
  return `${mark.verdict}-${mark.confidence >= 0.9 ? 'sure' : mark.confidence >= 0.7 ? 'likely' : 'doubtful'}`;
}

/** The machine's own guess of how often it was failed in them. */
function guessOf(standard: string, contacts: readonly FrameContact[]): number {
  const chance = contacts.map((one) => {
    const mark = one.marks.get(standard) ?? null;
    if (mark === null || mark.verdict === 'not-applicable') return 0;
    if (mark.verdict === 'unsure') return 0.5;
    return mark.verdict === 'failed' ? mark.confidence : 1 - mark.confidence;
  });
  return chance.reduce((sum, one) => sum + one, 0) / Math.max(1, chance.length);
}
