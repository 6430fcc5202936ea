// Who is on, at which site, on which day: everybody five days of seven, a relief manager wherever nobody would be.
import type { Shift } from '../../people/people.core.ts';
import { Chance } from '../chance.ts';
import type { Calendar } from './calendar.core.ts';
import { type PlacedSite, postOn, type Staff, serves } from './world.core.ts';

/** Minutes after midnight at the site. */
export const opens = 540;
export const closes = 1080;

export interface Rota {
  /** Indices of the people on at a site that day. */
  on(site: number, day: number): readonly number[];
  shifts(): Shift[];
}

export function planRota(
  { sites, staff, calendar }: { sites: readonly PlacedSite[]; staff: readonly Staff[]; calendar: Calendar },
  seed: number,
): Rota {
  const chance = new Chance(seed, 'rota');
  const days = calendar.days;
  const dayOff = staff.map(() => chance.whole(0, 6));
  const works = (person: Staff, day: number) => (day + dayOff[person.index]!) % 7 < 5;
  const fixed = sites.map((site) =>
    staff.filter(
      (one) => one.role !== 'relief-manager' && serves(one) && one.posts.some((post) => post.site === site.index),
    ),
  );
  const relief = staff.filter((one) => one.role === 'relief-manager');
  const on: number[][] = Array.from({ length: sites.length * days }, () => []);
  for (let day = 0; day < days; day++) {
    for (const site of sites) {
      const list = on[site.index * days + day]!;
      for (const person of fixed[site.index]!)
        if (works(person, day) && postOn(person, site.index, day)) list.push(person.index);
    }
    for (const person of relief) {
      const round = person.posts.map((post) => post.site);
      const empty = round.filter((site) => on[site * days + day]!.length === 0);
      // Where nobody would be, relief comes on any day; else it goes round, a site a day.
      if (empty.length === 0 && !works(person, day)) continue;
      const at = empty.length > 0 ? empty[day % empty.length]! : round[(day + person.index) % round.length]!;
      on[at * days + day]!.push(person.index);
    }
    for (const site of sites) {
      const list = on[site.index * days + day]!;
      // Nobody else can come: somebody of the team gives up a day off.
      const own = list.length > 0 ? [] : fixed[site.index]!.filter((one) => postOn(one, site.index, day));
      if (own.length > 0) list.push(own[day % own.length]!.index);
    }
  }
  return {
    on: (site, day) => on[site * days + day]!,
    shifts: () =>
      on.flatMap((people, cell) => {
        const site = sites[Math.floor(cell / days)]!;
        const day = cell % days;
        if (people.length === 0) return [];
        const [from, to] = [calendar.at(day, opens, site.timeZone), calendar.at(day, closes, site.timeZone)];
        return people.map((person): Shift => ({ person: staff[person]!.id, site: site.id, from, to }));
      }),
  };
}
