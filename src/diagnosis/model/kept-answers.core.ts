// Answers that many marks share, kept for one place or one person on one day: asked once, and found again by two short names.

/** By standard: a number for each exposure that was asked of, in places that the asker gives them. */
export class KeptAnswers {
  /** The role served in there and then, where it is known. */
  readonly role: string | undefined;
  readonly #byStandard = new Map<string, (number | undefined)[]>();

  constructor(role?: string) {
    this.role = role;
  }

  of(standard: string): (number | undefined)[] {
    let own = this.#byStandard.get(standard);
    if (!own) this.#byStandard.set(standard, (own = []));
    return own;
  }
}

/** What is kept is bounded, since contacts come in no order of days: forgetting costs only time. */
const mostKept = 20_000;

/** Those kept under a key; fresh ones where there are none. */
export function keptAt(all: Map<string, KeptAnswers>, key: string, role: string | undefined): KeptAnswers {
  const known = all.get(key);
  if (known) return known;
  if (all.size >= mostKept) all.clear();
  const fresh = new KeptAnswers(role);
  all.set(key, fresh);
  return fresh;
}
