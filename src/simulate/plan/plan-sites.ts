// The sites of a planned organisation: where they stand, how busy, how dear, and what is theirs of the failing.
import { Chance } from '../chance.ts';
import type { Scenario } from '../scenario/scenario.core.ts';
import { townsFor } from './towns.core.ts';
import type { PlacedSite } from './world.core.ts';

const classes = ['suburb', 'suburb', 'downtown', 'highway'] as const;
const sitesADistrict = 5;
const sitesAManual = 3;

export function planSites(scenario: Scenario, seed: number): PlacedSite[] {
  const chance = new Chance(seed, 'sites');
  const count = scenario.sizes.sites;
  const weights = Array.from({ length: count }, () => Math.exp(chance.normal(0.3)));
  const mean = weights.reduce((sum, one) => sum + one, 0) / count;
  const short = scenario.business.name.split(' ')[0] ?? scenario.business.name;
  // Which sites share a manual is drawn, so that a manual isn't a region.
  const manuals = chance.shuffled(Array.from({ length: count }, (_, i) => Math.floor(i / sitesAManual)));
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
