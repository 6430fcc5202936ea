// What a part of a standard's misses costs a month: for saying what mending a pattern is worth. Only where the standard stands by itself
// among all that were asked about, and nothing speaks against the figures.
import { type Figure, scaled } from './figure.core.ts';

/** As much of a money report as is needed, kept or as it came over the wire. */
interface PricedStandards {
  readonly currency: string;
  readonly confounded: boolean;
  readonly standards: readonly {
    readonly standard: string;
    readonly stands: boolean;
    readonly money: Figure | null;
  }[];
}

export interface CostAMonth {
  readonly currency: string;
  readonly money: Figure;
}

/**
 * @param part share of the standard's misses, 0 to 1: failures that a fix would avoid over all of them
 * @returns null where it can't be said
 */
export function partOfCost(report: PricedStandards, standard: string, part = 1): CostAMonth | null {
  if (report.confounded) return null;
  const cost = report.standards.find((one) => one.standard === standard);
  if (!cost?.stands || cost.money === null || cost.money.from <= 0 || !(part > 0)) return null;
  return { currency: report.currency, money: scaled(cost.money, Math.min(1, part)) };
}
