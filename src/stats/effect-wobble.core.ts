// By how much a site's month moves by itself: the part of the spread between months that neither chance, nor the site, nor
// the month of everybody explains.
import type { EffectCells } from './effect-queues.core.ts';

/** Fewest degrees of freedom that a wobble is read from. */
const fewest = 6;
const most = 1;

/**
 * Standard deviation, in log odds, of what moves one site in one stretch of `days` days. Method of moments: Pearson's X² of
 * the counts against site rate times stretch rate over the overall rate, less its degrees of freedom, over what a wobble of
 * variance 1 would add (Williams 1982, Applied Statistics 31:144, model II, with the logit's variance p(1-p)).
 * @param use which counts to read, e.g. only those that no fix has touched
 * @returns 0 to 1; null where there are too few sites or stretches to tell
 */
export function wobbleOf(cells: EffectCells, days: number, use: (at: number) => boolean): number | null {
  const table = new Map<string, { site: number; stretch: number; failed: number; n: number }>();
  const sites = new Map<number, Sum>();
  const stretches = new Map<number, Sum>();
  const all: Sum = { failed: 0, n: 0 };
  for (let at = 0; at < cells.day.length; at++) {
    if (!use(at)) continue;
    const [site, stretch] = [cells.site[at]!, Math.floor(cells.day[at]! / days)];
    const [failed, n] = [cells.failed[at]!, cells.failed[at]! + cells.kept[at]!];
    const key = `${site} ${stretch}`;
    const cell = table.get(key) ?? { site, stretch, failed: 0, n: 0 };
    table.set(key, cell);
    for (const sum of [cell, sumOf(sites, site), sumOf(stretches, stretch), all]) {
      sum.failed += failed;
      sum.n += n;
    }
  }
  const freedom = table.size - sites.size - stretches.size + 1;
  if (freedom < fewest || all.failed === 0 || all.failed === all.n) return null;
  const overall = all.failed / all.n;
  let squares = 0;
  let perUnit = 0;
  for (const { site, stretch, failed, n } of table.values()) {
    const [own, then] = [sites.get(site)!, stretches.get(stretch)!];
    const rate = Math.min(0.99, ((own.failed / own.n) * (then.failed / then.n)) / overall);
    const spread = rate * (1 - rate);
    if (spread <= 0) continue;
    squares += (failed - n * rate) ** 2 / (n * spread);
    perUnit += n * spread;
  }
  const perUnitLeft = (perUnit * freedom) / table.size;
  return perUnitLeft > 0 ? Math.min(most, Math.sqrt(Math.max(0, (squares - freedom) / perUnitLeft))) : null;
}

interface Sum {
  failed: number;
  n: number;
}

function sumOf(into: Map<number, Sum>, key: number): Sum {
  const known = into.get(key);
  if (known) return known;
  const sum = { failed: 0, n: 0 };
  into.set(key, sum);
  return sum;
}
