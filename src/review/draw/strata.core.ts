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

/** Contacts of one standard by what was said of it and by site, however many are drawn of them. */
export interface Grouped {
  readonly standard: string;
  /** Sites by their number of contacts, most first: a site's rank is its place. */
  readonly sites: readonly string[];
  readonly cells: ReadonlyMap<string, ReadonlyMap<number, readonly FrameContact[]>>;
}

/** Splits contacts once; `strataOf` is then asked for several numbers of draws. */
export function grouped(standard: string, contacts: readonly FrameContact[]): Grouped {
  const asked = contacts.filter((one) => one.marks.has(standard));
  const sites = [...Map.groupBy(asked, (one) => one.site ?? '')]
    .toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([site]) => site);
  const rank = new Map(sites.map((site, at) => [site, at]));
  const cells = Map.groupBy(asked, (one) => cellOf(one.marks.get(standard) ?? null));
  return {
    standard,
    sites,
    cells: new Map([...cells].map(([cell, of]) => [cell, Map.groupBy(of, (one) => rank.get(one.site ?? '')!)])),
  };
}

/**
 * Strata of what was said of a standard at a site, and how many are drawn of each by Neyman's rule, at least one.
 * @param draws how many are drawn for this standard
 */
export function strataOf({ standard, sites, cells }: Grouped, draws: number): Stratum[] {
  const countOf = (alone: number): number =>
    [...cells.values()].reduce((sum, bySite) => {
      const own = [...bySite.keys()].filter((rank) => rank < alone).length;
      return sum + own + (own < bySite.size ? 1 : 0);
    }, 0);
  // The most sites that stand by themselves, so that the floors can be kept.
  let low = 0;
  let high = sites.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (countOf(middle) * floor <= draws) low = middle;
    else high = middle - 1;
  }
  const strata = [...cells].flatMap(([cell, bySite]) => {
    const apart = [...bySite].filter(([rank]) => rank < low);
    const rest = [...bySite].flatMap(([rank, of]) => (rank < low ? [] : of));
    return [
      ...apart.map(([rank, of]) => ({ stratum: `${cell} @ ${sites[rank]!}`, contacts: of })),
      ...(rest.length === 0 ? [] : [{ stratum: `${cell} @ ${otherSites}`, contacts: rest }]),
    ];
  });
  const ordered = strata.toSorted((one, other) => (one.stratum < other.stratum ? -1 : 1));
  const sizes = ordered.map(({ contacts }) => ({ size: contacts.length, guess: guessOf(standard, contacts) }));
  const shared = neymanAllocation(sizes, draws, ordered.length * floor <= draws ? floor : 0);
  return ordered.map((one, at) => ({ ...one, standard, drawn: shared[at]! }));
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
