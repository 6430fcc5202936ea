// What a unit costs at a site on a day: the product's usual price, the place, a slow rise, and rises of a day.
import type { Rules } from './plan-rules.ts';
import { eventsOf, type World } from './world.core.ts';

export type Prices = (site: number, day: number, usual: number) => number;

export function planPrices(world: World, rules: Rules): Prices {
  const { sites, scenario } = world;
  const withRule = scenario.confounding['price-with-policy'];
  const rises = sites.map((site) => [
    ...eventsOf(world, 'price-rise')
      .filter((event) => event.sites.includes(site.index))
      .map((event) => ({ day: event.day, by: event.by ?? 0.1 })),
    ...(withRule === 0
      ? []
      : rules.inConflict
          .filter((rule) => rule.from >= 0 && (rule.sites === null || rule.sites.has(site.index)))
          .slice(0, 1)
          .map((rule) => ({ day: rule.from, by: withRule }))),
  ]);
  return (site, day, usual) => {
    const risen = rises[site]!.reduce((product, one) => (day >= one.day ? product * (1 + one.by) : product), 1);
    return Math.round(usual * sites[site]!.prices * (1 + (0.04 * day) / 365) * risen);
  };
}
