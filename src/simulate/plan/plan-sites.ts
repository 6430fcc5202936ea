// The sites of a planned organisation: where they stand, how busy, how dear, and what is theirs of the failing.
import { Chance } from '../chance.ts';
import type { Scenario, ScenarioEvent } from '../scenario/scenario.core.ts';
import { townsFor } from './towns.core.ts';
import type { PlacedSite } from './world.core.ts';

const classes = ['suburb', 'suburb', 'downtown', 'highway'] as const;
const sitesADistrict = 5;
const sitesAManual = 3;

/** Which sites an event is at, by index from west to east: a share up to 1 of them, or so many. */
export function sitesOf({ after, sites }: Pick<ScenarioEvent, 'after' | 'sites'>, count: number): number[] {
  const many = (one: number) => (one <= 1 ? Math.round(one * count) : one);
  const first = after === 0 ? 0 : many(after);
  return Array.from({ length: count }, (_, i) => i).slice(first, first + Math.max(1, many(sites)));
}

export function planSites(scenario: Scenario, seed: number): PlacedSite[] {
  const chance = new Chance(seed, 'sites');
  const count = scenario.sizes.sites;
  const weights = Array.from({ length: count }, () => Math.exp(chance.normal(0.3)));
  const mean = weights.reduce((sum, one) => sum + one, 0) / count;
  const short = scenario.business.name.split(' ')[0] ?? scenario.business.name;
  const manuals = planManuals(scenario, chance);
  return townsFor(count).map((town, index) => {
    const locationClass = chance.of(classes);
    return {
      index,
      id: town.id,
      name: `${short} ${town.name}`,
      town: town.name,
      timeZone: town.timeZone,
      locationClass,
      effect: chance.normal(scenario.spread.site),
      busy: weights[index]! / mean,
      prices: { suburb: 1, downtown: 1.25, highway: 0.85 }[locationClass] * Math.exp(chance.normal(0.08)),
      district: Math.floor((index * Math.ceil(count / sitesADistrict)) / count),
      manual: manuals[index]!,
    };
  });
}

/**
 * Which sites share a manual is drawn, so that a manual isn't a region; but sites that an event sets apart in what is
 * written for them can't share one.
 */
function planManuals({ events, sizes }: Scenario, chance: Chance): number[] {
  const apart = events
    .filter((event) => event.do === 'procedure-written' || event.do === 'procedure-dropped')
    .map((event) => new Set(sitesOf(event, sizes.sites)));
  const order = chance.shuffled(Array.from({ length: sizes.sites }, (_, i) => i));
  const alike = Map.groupBy(order, (site) => apart.map((sites) => Number(sites.has(site))).join(''));
  const manuals: number[] = [];
  let manual = 0;
  for (const group of alike.values()) {
    group.forEach((site, i) => {
      manuals[site] = manual + Math.floor(i / sitesAManual);
    });
    manual += Math.ceil(group.length / sitesAManual);
  }
  return manuals;
}
