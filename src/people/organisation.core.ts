// The organisation itself: what it calls itself, its customers and its products, and what its owner assumes of worth.

export interface Organisation {
  readonly name: string;
  /** Other names that a rep may answer with, e.g. the short form. */
  readonly otherNames: readonly string[];
  /** The owner's own word for a customer, e.g. `customer`, `member`, `constituent`. */
  readonly customerWord: string;
  /** What is offered, in the words that people say, e.g. `storage unit`. */
  readonly products: readonly string[];
  /** ISO 4217, e.g. `USD`; every sum of the record is in it. */
  readonly currency: string;
  /** Enquiries in a month over all sites, as the owner counts or guesses them. */
  readonly enquiriesAMonth?: number;
  /** The share of enquiries that is won today, 0 to 1, as the owner assumes it. */
  readonly conversion?: number;
  /** What one customer who was won is worth over the whole stay, in the currency. */
  readonly worthOfAStay?: number;
  /** Which standards are kept: ids, and names of packs for all of theirs. Absent: every one that there is. */
  readonly standards?: readonly string[];
}

/** Words that stand for `<business>`, `<site>` and `<product>` in the phrases of a standard. */
export interface SpokenWords {
  readonly business: readonly string[];
  readonly sites: readonly string[];
  readonly products: readonly string[];
}

/** What reps call the business, its sites and its products; all empty where no organisation is on record. */
export function spokenWords(
  organisation: Organisation | null,
  sites: readonly { readonly name: string; readonly spokenNames?: readonly string[] }[],
): SpokenWords {
  return {
    business: organisation ? distinct([organisation.name, ...organisation.otherNames]) : [],
    sites: distinct(sites.flatMap((site) => [site.name, ...(site.spokenNames ?? [])])),
    products: organisation ? distinct(organisation.products) : [],
  };
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))];
}
