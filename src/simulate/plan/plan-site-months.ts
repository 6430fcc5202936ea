// What each site produced, month by month: who moved in and out, how full it was, what it took in.
import type { SiteMonth } from '../../people/people.core.ts';
import { Chance } from '../chance.ts';
import type { PlannedContact } from '../planned.core.ts';
import { commonest, products } from './customers.ts';
import type { World } from './world.core.ts';

/** Whole months of the period only: a part of one would look like a bad month. */
export function planSiteMonths(world: World, contacts: readonly PlannedContact[]): SiteMonth[] {
  const { sites, calendar, scenario, seed } = world;
  const { money } = scenario;
  const months = [
    ...Map.groupBy(
      Array.from({ length: calendar.days }, (_, day) => day),
      (day) => calendar.month(day),
    ),
  ]
    .filter(([month, days]) => calendar.day(days[0]!).endsWith('-01') && calendar.month(days.at(-1)! + 1) !== month)
    .map(([month]) => month);
  const bySite = Map.groupBy(contacts, (one) => one.site);
  const weights = products.reduce((sum, one) => sum + one.weight, 0);
  const usual = products.reduce((sum, one) => sum + (one.price * one.weight) / weights, 0);
  const emptier = emptierBy(world, contacts);
  return sites.flatMap((site) => {
    const chance = new Chance(seed, `months/${site.id}`);
    const own = bySite.get(site.id) ?? [];
    const units = Math.round(money.units * Math.exp(new Chance(seed, `size/${site.id}`).normal(money['units-differ'])));
    const price = Math.round(products[commonest].price * site.prices);
    let tenants = Math.min(units, Math.round(units * chance.between(0.78, 0.92) * Math.exp(-emptier[site.index]!)));
    return months.map((month): SiteMonth => {
      const then = own.filter((one) => one.day.startsWith(month));
      const free = Math.max(0, units - tenants);
      const moveIns = Math.min(free, then.filter((one) => one.outcome === 'won' && !one.shop).length);
      const told = then.filter((one) => one.kind === 'cancellation').length;
      const moveOuts = Math.min(tenants, told + chance.poisson(Math.max(0, tenants / money['stay-months'] - told)));
      tenants += moveIns - moveOuts;
      return {
        site: site.id,
        month,
        units,
        price,
        occupancy: Math.round((1000 * tenants) / units) / 1000,
        moveIns,
        moveOuts,
        revenue: Math.round(tenants * usual * site.prices * 0.96),
      };
    });
  });
}

/** How much emptier each site is, on the logarithm, for what it misses beyond the others. */
export function emptierBy({ sites, scenario }: World, contacts: readonly PlannedContact[]): readonly number[] {
  const missed = sites.map(() => 0);
  const marked = sites.map(() => 0);
  const indexOf = new Map(sites.map((site) => [site.id, site.index]));
  for (const { site, acts } of contacts) {
    const at = indexOf.get(site)!;
    marked[at]! += acts.length;
    missed[at]! += acts.filter((act) => act.failed).length;
  }
  const shares = missed.map((count, at) => count / Math.max(1, marked[at]!));
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return shares.map((share) => 10 * (share - mean) * scenario.money['emptier-per-tenth-missed']);
}
