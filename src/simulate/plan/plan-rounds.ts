// What managers did: rounds in which they watch somebody and encourage, help, guide or observe about a few tasks; how
// often is a manager's own way, and an event may begin or end it. From before the period on, so that no window is empty
// for want of a record.
import type { ManagementAct, Observation } from '../../management/management.core.ts';
import { Chance } from '../chance.ts';
import type { Cycle } from './plan-attempts.ts';
import { eventsOf, postOn, serves, type Staff, supervisorAt, type World } from './world.core.ts';

export interface Rounds {
  readonly observations: readonly Observation[];
  /** Was anything said to the person about the standard in the 90 days up to this one? */
  lately(standard: number, person: number, day: number): boolean;
  /** Was anything said to the person at all? */
  seenLately(person: number, day: number): boolean;
}

export const feedbackDays = 90;
const recordBegins = -200;
/** Tasks that one round is about. */
const tasksARound = 4;
const none = -1e6;

/** @param cycles documented rounds of help, which stand in the same record */
export function planRounds(world: World, cycles: readonly Cycle[]): Rounds {
  const { staff, standards, calendar, tasks, taskOf, scenario } = world;
  const { days } = scenario.sizes;
  const chance = new Chance(world.seed, 'rounds');
  const rates = roundRates(world);
  const observations: Observation[] = [];
  const told: number[][] = Array.from({ length: staff.length * standards.length }, () => []);
  const seen: number[][] = staff.map(() => []);
  for (const person of staff) {
    for (const { site, from, to } of person.posts.slice(0, person.role === 'relief-manager' ? 1 : undefined)) {
      const by = supervisorAt(world, person, site);
      if (!by) continue;
      const last = Math.min(to ?? days, days);
      for (let day = Math.max(from, recordBegins); day < last;) {
        const rate = rates(person, site, day);
        const next = day + chance.exponential(1 / Math.max(rate, 1e-4));
        // A change of ways in between makes the wait anew.
        const change = rates.change(person, site, day);
        if (change !== undefined && next > change) {
          day = change;
          continue;
        }
        day = Math.max(day + 1, Math.round(next));
        if (day >= last) break;
        const about = new Set(
          chance.some(
            tasks.map((_, i) => i),
            Math.min(tasksARound, tasks.length),
          ),
        );
        const of = standards.map((_, i) => i).filter((i) => about.has(taskOf[i]!));
        observations.push({
          id: `o-${observations.length + 1}`,
          person: person.id,
          by: by.id,
          on: calendar.day(day),
          act: actOf(chance),
          standards: of.map((i) => standards[i]!.id),
        });
        seen[person.index]!.push(day);
        for (const standard of of) told[person.index * standards.length + standard]!.push(day);
      }
    }
  }
  for (const { row, person, day, about } of cycles) {
    observations.push(row);
    seen[person]!.push(day);
    for (const standard of about) told[person * standards.length + standard]!.push(day);
  }
  for (const list of seen) list.sort((a, b) => a - b);
  for (const list of told) list.sort((a, b) => a - b);
  return {
    observations,
    lately: (standard, person, day) => day - lastBy(told[person * standards.length + standard]!, day) <= feedbackDays,
    seenLately: (person, day) => day - lastBy(seen[person]!, day) <= feedbackDays,
  };
}

function lastBy(days: readonly number[], day: number): number {
  for (let i = days.length - 1; i >= 0; i--) if (days[i]! <= day) return days[i]!;
  return none;
}

const acts: readonly ManagementAct[] = ['encourage', 'help', 'guide', 'observe'];

function actOf(chance: Chance): ManagementAct {
  return acts[chance.weighted([3, 2, 3, 4])]!;
}

interface Rates {
  (person: Staff, site: number, day: number): number;
  /** The next day on which the rate changes, if any. */
  change(person: Staff, site: number, day: number): number | undefined;
}

/**
 * Rounds a day. A site is left without feedback on a standard for 90 days in a share of cases that is its own, drawn about
 * the scenario's; with k of the tasks in a round and a Poisson number of rounds, that share is exp(-rounds x k / tasks).
 */
function roundRates(world: World): Rates {
  const { scenario, sites, tasks, seed } = world;
  const chance = new Chance(seed, 'ways');
  const covered = Math.min(1, tasksARound / tasks.length);
  const rateFor = (share: number) => -Math.log(share) / covered / feedbackDays;
  const around = (share: number) => {
    const logit = Math.log(share / (1 - share)) + chance.normal(1.2);
    return Math.min(0.985, Math.max(0.02, 1 / (1 + Math.exp(-logit))));
  };
  const bySite = sites.map(() => rateFor(around(scenario.keeping['management.no-feedback'])));
  const byDistrict = sites.map(
    () => -Math.log(around(scenario.keeping['management.manager-unobserved'])) / feedbackDays,
  );
  const changes = [
    ...eventsOf(world, 'rounds-begin').map((event) => ({ ...event, rate: rateFor(0.06) })),
    ...eventsOf(world, 'rounds-end').map((event) => ({ ...event, rate: rateFor(0.97) })),
  ].toSorted((a, b) => a.day - b.day);
  const usual = (person: Staff, site: number): number => {
    if (person.role === 'rep') return bySite[site]!;
    // Managers and those who relieve them are looked in on by the district; the district by the owner, now and then.
    return person.role === 'district-manager' ? 1 / 120 : byDistrict[sites[site]!.district]!;
  };
  const concerns = (person: Staff, site: number) => changes.filter((one) => serves(person) && one.sites.includes(site));
  return Object.assign(
    (person: Staff, site: number, day: number) =>
      concerns(person, site).findLast((one) => one.day <= day)?.rate ?? usual(person, site),
    {
      change: (person: Staff, site: number, day: number) => concerns(person, site).find((one) => one.day > day)?.day,
    },
  );
}

/** Is the person past the first 30 days of a post, when training comes before feedback? */
export function isSettled(person: Staff, site: number, day: number): boolean {
  const post = postOn(person, site, day);
  return post !== undefined && post.from <= day - 30 && serves(person);
}
