// By how much a site's month moves by itself: the part of the spread between months that neither chance, nor the site, nor
// the month of everybody explains.
import type { EffectCells } from './effect-queues.core.ts';

/** Fewest degrees of freedom that a wobble is read from. */
const fewest = 6;
const most = 1;
const rounds = 20;

/**
 * Standard deviation, in log odds, of what moves one site in one stretch of `days` days. Method of moments: Pearson's X² of
 * the counts against site times stretch (fitted by iterative proportional fitting: Deming and Stephan 1940, since some sites may be missing
 * from some stretches), less its degrees of freedom, over what a wobble of variance 1 would add (Williams 1982, Applied
 * Statistics 31:144, model II, with the logit's variance p(1-p)).
 * @param use which counts to read, e.g. only those that no fix has touched
 * @returns 0 to 1; null where there are too few sites or stretches to tell
 */
export function wobbleOf(cells: EffectCells, days: number, use: (at: number) => boolean): number | null {
  const table = new Map<string, Cell>();
  for (let at = 0; at < cells.day.length; at++) {
    if (!use(at)) continue;
    const [site, stretch] = [cells.site[at]!, Math.floor(cells.day[at]! / days)];
    const key = `${site} ${stretch}`;
    const cell = table.get(key) ?? { site, stretch, failed: 0, n: 0 };
    table.set(key, cell);
    cell.failed += cells.failed[at]!;
    cell.n += cells.failed[at]! + cells.kept[at]!;
  }
  const all = [...table.values()];
  const sites = new Map(all.map((cell) => [cell.site, 1]));
  const stretches = new Map(all.map((cell) => [cell.stretch, 1]));
  const freedom = all.length - sites.size - stretches.size + 1;
  const failed = all.reduce((sum, cell) => sum + cell.failed, 0);
  if (freedom < fewest || failed === 0 || failed === all.reduce((sum, cell) => sum + cell.n, 0)) return null;
  for (let round = 0; round < rounds; round++) {
    scale(
      all,
      sites,
      (cell) => cell.site,
      (cell) => stretches.get(cell.stretch)!,
    );
    scale(
      all,
      stretches,
      (cell) => cell.stretch,
      (cell) => sites.get(cell.site)!,
    );
  }
  let squares = 0;
  let perUnit = 0;
  for (const cell of all) {
    const rate = Math.min(0.99, sites.get(cell.site)! * stretches.get(cell.stretch)!);
    const spread = rate * (1 - rate);
    if (spread <= 0) continue;
    squares += (cell.failed - cell.n * rate) ** 2 / (cell.n * spread);
    perUnit += cell.n * spread;
  }
  const perUnitLeft = (perUnit * freedom) / all.length;
  return perUnitLeft > 0 ? Math.min(most, Math.sqrt(Math.max(0, (squares - freedom) / perUnitLeft))) : null;
}

interface Cell {
  readonly site: number;
  readonly stretch: number;
  failed: number;
  n: number;
}

/** Sets each level's factor so that its failures come out as counted, the other factor held. */
function scale(
  cells: readonly Cell[],
  factors: Map<number, number>,
  level: (cell: Cell) => number,
  other: (cell: Cell) => number,
): void {
  const sums = new Map<number, { failed: number; expected: number }>();
  for (const cell of cells) {
    const sum = sums.get(level(cell)) ?? { failed: 0, expected: 0 };
    sums.set(level(cell), sum);
    sum.failed += cell.failed;
    sum.expected += cell.n * other(cell);
  }
  for (const [key, { failed, expected }] of sums) factors.set(key, expected > 0 ? failed / expected : 0);
}
