// What a forecast would be if some of its reasons were put right. What several prevent in one place is never more than what is
// expected to fail there.
import type { Forecast } from '../forecast/forecast.shape.ts';

export type Made = Extract<Forecast['report'], { kind: 'forecast' }>;
type Cell = Made['cells'][number];

export interface Reason {
  readonly exposure: string;
  readonly says: string;
  /** Failures that putting this right alone would prevent, over all cells. */
  readonly prevents: number;
  readonly cells: number;
  /** Titles of the standards of which it would prevent most, three at most. */
  readonly most: readonly string[];
}

/** Every reason that would prevent something, most first. */
export function reasonsOf(cells: readonly Cell[]): Reason[] {
  const all = cells.flatMap((cell) =>
    cell.reasons.map((reason) => ({ ...reason, title: cell.title, failures: preventedIn(cell, [reason]) })),
  );
  return [...Map.groupBy(all, (one) => one.exposure)]
    .map(([exposure, own]) => ({
      exposure,
      says: own[0]!.says,
      prevents: own.reduce((sum, one) => sum + one.failures, 0),
      cells: own.length,
      most: mostOf(own),
    }))
    .filter((one) => one.prevents >= 0.5)
    .toSorted((a, b) => b.prevents - a.prevents || (a.exposure < b.exposure ? -1 : 1));
}

function mostOf(own: readonly { readonly title: string; readonly failures: number }[]): string[] {
  return [...Map.groupBy(own, (one) => one.title)]
    .map(([title, those]) => ({ title, failures: those.reduce((sum, one) => sum + one.failures, 0) }))
    .filter((one) => one.failures > 0)
    .toSorted((a, b) => b.failures - a.failures || (a.title < b.title ? -1 : 1))
    .slice(0, 3)
    .map((one) => one.title);
}

/** Failures expected with these reasons put right. */
export function expectedWithout(cells: readonly Cell[], exposures: ReadonlySet<string>): number {
  return cells.reduce((sum, cell) => {
    const own = cell.reasons.filter((reason) => exposures.has(reason.exposure));
    return sum + cell.rate * cell.expectedMarks - preventedIn(cell, own);
  }, 0);
}

function preventedIn({ rate, expectedMarks }: Cell, reasons: readonly { readonly prevents: number }[]): number {
  const prevented = reasons.reduce((sum, one) => sum + Math.max(0, one.prevents), 0);
  return Math.min(prevented, rate) * expectedMarks;
}
