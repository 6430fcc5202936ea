// Which sites produce less than their size, price and place would give. With six or ten sites there is little to tell effects of size, price and
// place from, so each begins at what is commonly so and moves as far as the sites say.
import type { Site, SiteMonth } from '../../people/people.core.ts';
import { type Believed, departures } from '../../stats/departures.ts';
import { type Circumstance, type Measure, measures, type SiteProduction } from './production-report.core.ts';
import { type SiteFigure, siteFigures } from './site-figures.core.ts';

export const fewestSites = 6;
/** A site is below where it surely misses more than this share of what it should produce. */
export const shortfall = 0.05;
export const sureness = 0.9;
const level = 0.9;

/** On logarithms: twice as large takes in about twice as much; a tenth dearer, about half a tenth more. */
const believed: Readonly<Record<Measure, Readonly<Record<Circumstance, Believed>>>> = {
  revenue: {
    size: { mean: 1, deviation: 0.15 },
    price: { mean: 0.5, deviation: 0.5 },
    place: { mean: 0, deviation: 0.2 },
  },
  occupancy: {
    size: { mean: 0, deviation: 0.15 },
    price: { mean: 0, deviation: 0.4 },
    place: { mean: 0, deviation: 0.2 },
  },
  moveIns: {
    size: { mean: 1, deviation: 0.3 },
    price: { mean: 0, deviation: 0.6 },
    place: { mean: 0, deviation: 0.3 },
  },
};

export interface Below {
  readonly measure: Measure;
  readonly takenOut: readonly Circumstance[];
  readonly notKnown: readonly Circumstance[];
  readonly sites: readonly SiteProduction[];
}

/** Null where no measure is said by enough sites. @param months past months only */
export function belowExpected(sites: readonly Site[], months: readonly SiteMonth[]): Below | null {
  for (const measure of measures) {
    // What is taken in, or who moves in, says nothing without how many there could be.
    const sized = measure === 'occupancy' ? months : months.filter((one) => (one.units ?? 0) > 0);
    const figures = siteFigures(sized, measure);
    if (figures.length >= fewestSites) return judged(measure, figures, sites, sized);
  }
  return null;
}

function judged(
  measure: Measure,
  figures: readonly SiteFigure[],
  sites: readonly Site[],
  months: readonly SiteMonth[],
): Below {
  const columns = { size: logMeans(figures, months, 'units'), price: logMeans(figures, months, 'price') };
  const classes = classColumns(figures, sites);
  const priors: Believed[] = [];
  const rows: number[][] = figures.map(() => []);
  const takenOut: Circumstance[] = [];
  const add = (of: Circumstance, values: readonly number[]): void => {
    priors.push(believed[measure][of]);
    for (const [at, value] of values.entries()) rows[at]!.push(value);
    if (!takenOut.includes(of)) takenOut.push(of);
  };
  if (columns.size) add('size', columns.size);
  if (columns.price) add('price', columns.price);
  for (const column of classes) add('place', column);
  const found = departures(
    figures.map(({ value, variance }, at) => ({ value, variance, columns: rows[at]! })),
    priors,
    level,
  )!;
  const names = new Map(sites.map(({ id, name }) => [id, name]));
  const known = new Set(takenOut);
  // Places may be on record and all be alike: then there is nothing to take out, and nothing missing.
  if (figures.every(({ site }) => sites.find((one) => one.id === site)?.locationClass !== undefined))
    known.add('place');
  return {
    measure,
    takenOut,
    notKnown: (['size', 'price', 'place'] as const).filter((one) => !known.has(one)),
    sites: figures
      .map(({ site, months: count, plain }, at): SiteProduction => {
        const own = found.groups[at]!;
        return {
          site,
          name: names.get(site) ?? site,
          months: count,
          value: plain,
          expected: plain / Math.exp(own.estimate),
          short: 1 - Math.exp(own.estimate),
          from: 1 - Math.exp(own.to),
          to: 1 - Math.exp(own.from),
          below: own.below(Math.log(1 - shortfall)) >= sureness,
        };
      })
      .toSorted((a, b) => b.short - a.short || (a.site < b.site ? -1 : 1)),
  };
}

/** Each site's mean logarithm around that of all; null where a site doesn't say, since it would be taken for an average one. */
function logMeans(
  figures: readonly SiteFigure[],
  months: readonly SiteMonth[],
  of: 'units' | 'price',
): number[] | null {
  const bySite = Map.groupBy(months, (one) => one.site);
  const means = figures.map(({ site }) => {
    const known = (bySite.get(site) ?? []).flatMap((one) => ((one[of] ?? 0) > 0 ? [Math.log(one[of]!)] : []));
    return known.length === 0 ? Number.NaN : known.reduce((sum, value) => sum + value, 0) / known.length;
  });
  if (means.some(Number.isNaN)) return null;
  const middle = means.reduce((sum, value) => sum + value, 0) / means.length;
  return means.map((value) => value - middle);
}

/** A column for each class of place but the commonest. */
function classColumns(figures: readonly SiteFigure[], sites: readonly Site[]): number[][] {
  const classOf = new Map(sites.map(({ id, locationClass }) => [id, locationClass]));
  const counts = Map.groupBy(figures, ({ site }) => classOf.get(site));
  const names = [...counts]
    .filter(([name]) => name !== undefined)
    .toSorted((a, b) => b[1].length - a[1].length || (a[0]! < b[0]! ? -1 : 1))
    .map(([name]) => name);
  return names.slice(1).map((name) => figures.map(({ site }) => Number(classOf.get(site) === name)));
}
