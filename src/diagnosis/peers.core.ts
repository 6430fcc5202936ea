// What others did where this one failed: rates by person (or by site) for one standard in one kind of contact, and who
// among them stands outside what differences between them would give.
import { type Funnel, funnel, funnelLimits } from '../stats/funnel.core.ts';
import { shrinker, type Shrinker } from '../stats/shrink.core.ts';

/** Marks of one standard in one kind of contact under one person or site; `failed` of `marked` (met or failed, unsure left out). */
export interface GroupRate {
  readonly standard: string;
  readonly kind: string;
  readonly who: string;
  readonly failed: number;
  readonly marked: number;
}

/** Everybody who has marks of the standard in that kind of contact; limits are worked out when first asked for. */
export class RateGroup {
  readonly id: string;
  readonly rates: readonly GroupRate[];
  readonly #byWho: Map<string, GroupRate>;
  readonly #qualifiedOn = new Map<string, { readonly others: number; readonly failing: number }>();
  #withMarks: { readonly marks: number; readonly rows: readonly GroupRate[] } | undefined;
  readonly #outside = new Map<string, boolean>();
  #funnel: Funnel | null | undefined;
  #shrinker: Shrinker | null | undefined;

  constructor(id: string, rates: readonly GroupRate[]) {
    this.id = id;
    this.rates = rates;
    this.#byWho = new Map(rates.map((row) => [row.who, row]));
  }

  own(who: string): GroupRate | undefined {
    return this.#byWho.get(who);
  }

  /** How many others have at least `marks` marks. */
  others(who: string, marks: number): number {
    const own = this.own(who);
    return this.#enough(marks).length - (own && own.marked >= marks ? 1 : 0);
  }

  /**
   * Of the others with at least `marks` marks who were qualified that day: how many there are, and how many miss it in
   * more than `half` of theirs. `qualified` must say the same of the same person every time: each day is counted once.
   */
  othersFailing(
    who: string,
    { marks, half }: { readonly marks: number; readonly half: number },
    day: string,
    qualified: (who: string) => boolean,
  ): { readonly others: number; readonly failing: number } {
    const counts = (row: GroupRate) => row.failed / row.marked > half;
    let known = this.#qualifiedOn.get(day);
    if (!known) {
      const able = this.#enough(marks).filter((row) => qualified(row.who));
      known = { others: able.length, failing: able.filter(counts).length };
      this.#qualifiedOn.set(day, known);
    }
    const own = this.own(who);
    if (!own || own.marked < marks || !qualified(who)) return known;
    return { others: known.others - 1, failing: known.failing - (counts(own) ? 1 : 0) };
  }

  #enough(marks: number): readonly GroupRate[] {
    if (this.#withMarks?.marks !== marks)
      this.#withMarks = { marks, rows: this.rates.filter((row) => row.marked >= marks) };
    return this.#withMarks.rows;
  }

  /**
   * Does this one stand outside: above the outer funnel limit (99.8 %, widened for overdispersion), and still above
   * everybody's rate after shrinking (90 %)? Both must say so; in doubt they are inside.
   */
  outside(own: GroupRate): boolean {
    const known = this.#outside.get(own.who);
    if (known !== undefined) return known;
    const found = this.#standsOutside(own);
    this.#outside.set(own.who, found);
    return found;
  }

  #standsOutside(own: GroupRate): boolean {
    const groups = () => this.rates.map((row) => ({ k: row.failed, n: row.marked }));
    this.#funnel ??= funnel(groups());
    if (!this.#funnel) return false;
    if (own.failed / own.marked <= funnelLimits(this.#funnel, own.marked, 0.998).high) return false;
    this.#shrinker ??= shrinker(groups(), 0.9);
    return (this.#shrinker?.shrink({ k: own.failed, n: own.marked }).low ?? 0) > this.#funnel.target;
  }
}

export class Peers {
  readonly #groups: Map<string, RateGroup>;

  constructor(rates: readonly GroupRate[]) {
    const known = rates.filter((row) => row.who !== 'unknown');
    this.#groups = new Map(
      [...Map.groupBy(known, (row) => `${row.standard}/${row.kind}`)].map(([id, rows]) => [
        id,
        new RateGroup(id, rows),
      ]),
    );
  }

  group(standard: string, kind: string | undefined): RateGroup | undefined {
    return this.#groups.get(`${standard}/${kind ?? 'unknown'}`);
  }
}

/** Which sites stand outside the limits of all sites for a standard, whatever the kind of contact. */
export class SiteLimits {
  readonly #groups: Peers;
  readonly #least: { readonly peers: number; readonly marks: number };

  constructor(rates: readonly GroupRate[], least: { readonly peers: number; readonly marks: number }) {
    this.#groups = new Peers(rates);
    this.#least = least;
  }

  /** False where the site is not known, or too few sites have enough marks to draw limits from. */
  outside(standard: string, site: string | undefined): boolean {
    const group = site === undefined ? undefined : this.#groups.group(standard, 'all');
    const own = group?.own(site as string);
    if (!group || !own || own.marked < this.#least.marks) return false;
    return group.others(own.who, this.#least.marks) >= this.#least.peers && group.outside(own);
  }
}
