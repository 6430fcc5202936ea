// When contacts come in: by the busyness of the site, the season, the day of the week and the hour; now and then several
// customers at once, so that one person has more than one contact at a time.
import { Chance } from '../chance.ts';
import type { PlannedContact, PlannedKind } from '../planned.core.ts';
import { closes, opens, type Rota } from './plan-rota.ts';
import type { World } from './world.core.ts';

export interface Arrival {
  readonly site: number;
  readonly day: number;
  /** Minutes after midnight at the site. */
  readonly minutes: number;
  readonly time: number;
  /** How long it lasts. */
  readonly seconds: number;
  readonly channel: PlannedContact['channel'];
  readonly kind: PlannedKind;
  /** Contacts in progress at the site when it begins, itself included. */
  readonly busy: number;
}

const weekdays = [0.6, 1.15, 1.05, 1, 1, 1.1, 1.25];
/** By half hours from nine to six. */
const hours = [0.6, 0.9, 1.2, 1.4, 1.4, 1.2, 1, 0.9, 0.8, 0.8, 0.9, 1, 1.1, 1.2, 1.2, 1.1, 0.8, 0.6];
const slotMinutes = (closes - opens) / hours.length;

/** In order of time. */
export function planArrivals(world: World, rota: Rota): Arrival[] {
  const { sites, calendar, scenario, seed } = world;
  const { days } = scenario.sizes;
  const rush = scenario.keeping['management.load'];
  const arrivals: Arrival[] = [];
  const meanSize = 1 + 2 * rush;
  for (const site of sites) {
    const chance = new Chance(seed, `arrivals/${site.id}`);
    const perDay = (scenario.sizes['contacts-a-day'] / sites.length / meanSize) * site.busy;
    const inProgress: number[] = [];
    for (let day = 0; day < days; day++) {
      const season = 1 + 0.2 * Math.sin(2 * Math.PI * (calendar.season(day) - 0.25));
      const count = chance.poisson(perDay * weekdays[calendar.weekday(day)]! * season);
      if (count === 0 || rota.on(site.index, day).length === 0) continue;
      const starts = startsOf(count, chance);
      for (const start of starts) {
        const several = chance.is(rush) ? chance.whole(2, 4) : 1;
        let minutes = start;
        for (let one = 0; one < several; one++, minutes += chance.between(0.25, 0.6)) {
          const time = Math.round(calendar.time(day, minutes, site.timeZone) / 1000) * 1000;
          const seconds = Math.round(150 + chance.exponential(180));
          while (inProgress.length > 0 && inProgress[0]! <= time) inProgress.shift();
          inProgress.push(time + seconds * 1000);
          inProgress.sort((a, b) => a - b);
          const kind = kindOf(chance, minutes, calendar.day(day));
          arrivals.push({
            site: site.index,
            day,
            minutes,
            time,
            seconds,
            channel: channelOf(chance, kind),
            kind,
            busy: inProgress.length,
          });
        }
      }
    }
  }
  return arrivals.toSorted((a, b) => a.time - b.time || a.site - b.site);
}

/** Starts of a day, each in a half hour of its own as long as there are enough. */
function startsOf(count: number, chance: Chance): number[] {
  const weights = [...hours];
  return Array.from({ length: count }, (_, i) => {
    if (i > 0 && i % hours.length === 0) weights.splice(0, hours.length, ...hours);
    const slot = chance.weighted(weights);
    weights[slot] = 0;
    return opens + slot * slotMinutes + chance.between(1, 12);
  }).toSorted((a, b) => a - b);
}

const kinds = ['enquiry', 'price-objection', 'move-in', 'billing', 'access', 'complaint', 'cancellation'] as const;

function kindOf(chance: Chance, minutes: number, day: string): PlannedKind {
  const ofMonth = Number(day.slice(8));
  return kinds[
    chance.weighted([36, 11, 10, ofMonth <= 8 ? 24 : 11, minutes > 960 ? 16 : 9, 9, ofMonth >= 20 ? 10 : 5])
  ]!;
}

function channelOf(chance: Chance, kind: PlannedKind): PlannedContact['channel'] {
  const weights = kind === 'move-in' ? [30, 5, 65] : kind === 'complaint' ? [60, 15, 25] : [58, 17, 25];
  return (['call', 'chat', 'visit'] as const)[chance.weighted(weights)]!;
}
