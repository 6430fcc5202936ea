// What each site produced, month by month: who moved in and out, how full it was, what it took in.
import type { SiteMonth } from '../../people/people.core.ts';
import { Chance } from '../chance.ts';
import type { PlannedContact } from '../planned.core.ts';
import { products } from './customers.ts';
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
  return sites.flatMap((site) => {
    const chance = new Chance(seed, `months/${site.id}`);
    const own = bySite.get(site.id) ?? [];
    let tenants = Math.round(money.units * chance.between(0.78, 0.92));
    return months.map((month): SiteMonth => {
      const then = own.filter((one) => one.day.startsWith(month));
      const free = Math.max(0, money.units - tenants);
      const moveIns = Math.min(free, then.filter((one) => one.outcome === 'won' && !one.shop).length);
      const told = then.filter((one) => one.kind === 'cancellation').length;
      const moveOuts = Math.min(tenants, told + chance.poisson(Math.max(0, tenants / money['stay-months'] - told)));
      tenants += moveIns - moveOuts;
      return {
        site: site.id,
        month,
        occupancy: Math.round((1000 * tenants) / money.units) / 1000,
        moveIns,
        moveOuts,
        revenue: Math.round(tenants * usual * site.prices * 0.96),
      };
    });
  });
}
