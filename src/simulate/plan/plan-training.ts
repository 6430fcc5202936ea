// Who was shown able to do which task, when, and until when: certificates that come late, lapse and are renewed; also an
// exam before the post, where there was one.
import { present } from '../../kernel/present.ts';
import type { Certificate } from '../../training/training.core.ts';
import { Chance } from '../chance.ts';
import { eventsOf, hiredOn, serves, type Staff, type World } from './world.core.ts';

export interface Training {
  readonly certificates: readonly Certificate[];
  /** 'none', 'lapsed', or the days since the newest sound certificate was given. */
  state(standard: number, person: number, day: number): 'none' | 'lapsed' | number;
}

interface Held {
  readonly on: number;
  readonly expires: number;
}

const year = 365;
export const hiringExam = 'hiring-exam';

export function planTraining(world: World): Training {
  const { staff, tasks, taskOf, calendar } = world;
  const chance = new Chance(world.seed, 'training');
  const held: Held[][] = Array.from({ length: staff.length * tasks.length }, () => []);
  for (const person of staff) {
    if (!serves(person)) continue;
    const tilt = tiltOf(world, person);
    for (let task = 0; task < tasks.length; task++) {
      held[person.index * tasks.length + task] = certify(world, person, task, tilt, chance);
    }
  }
  return {
    certificates: staff.flatMap((person) => [
      ...examOf(world, person),
      ...tasks.flatMap((task, index) =>
        held[person.index * tasks.length + index]!.map(({ on, expires }, time): Certificate =>
          present({
            id: `c-${person.id}-${task}-${time + 1}`,
            person: person.id,
            task,
            standards: [],
            on: calendar.day(on),
            expires: calendar.day(expires),
            // Nobody drilled it since: the day of the exam was the last practice.
            lastPractised: calendar.day(on),
          }),
        ),
      ),
    ]),
    state: (standard, person, day) => {
      let newest = -1e6;
      let any = false;
      for (const one of held[person * tasks.length + taskOf[standard]!]!) {
        if (one.on > day) continue;
        any = true;
        if (day < one.expires && one.on > newest) newest = one.on;
      }
      if (!any) return 'none';
      return newest === -1e6 ? 'lapsed' : day - newest;
    },
  };
}

/** The exam passed before the first post, where there was one: shown able, so a certificate. */
function examOf({ calendar }: World, person: Staff): Certificate[] {
  if (!person.exam || !serves(person)) return [];
  const on = calendar.day(hiredOn(person) - 7);
  return [{ id: `c-${person.id}-${hiringExam}`, person: person.id, task: hiringExam, standards: [], on }];
}

/** How much less than others this person is left untrained, where training goes to those who need it most. */
function tiltOf({ scenario }: World, person: Staff): number {
  const strength = scenario.confounding['training-to-worst'];
  if (strength === 0) return 1;
  const need = person.effect / Math.max(0.05, scenario.spread.person);
  return 2 / (1 + Math.exp(strength * need));
}

function certify(world: World, person: Staff, task: number, tilt: number, chance: Chance): Held[] {
  const { scenario } = world;
  const { days } = scenario.sizes;
  const hired = hiredOn(person);
  const rows: Held[] = [];
  const without = chance.is(Math.min(0.97, scenario.keeping['training.not-certified'] * tilt));
  const never = without && chance.is(0.4);
  const late = chance.whole(20, Math.max(21, days));
  // Old hands were last certified at some time of the year before the period; new ones soon after they came.
  const first = hired < -year ? chance.whole(-year + 5, -1) : hired + chance.whole(0, 10);
  let on = never ? Number.POSITIVE_INFINITY : without ? Math.max(hired, 0) + late : first;
  while (on < days) {
    const expires = on + year;
    rows.push({ on, expires });
    const lapses = chance.is(Math.min(0.97, scenario.keeping['training.lapsed'] * 2 * tilt));
    const gap = chance.whole(30, 330);
    on = lapses ? expires + gap : expires - chance.whole(0, 30);
  }
  const event = eventsOf(world, 'everybody-certified').find(
    (one) =>
      one.about.some((standard) => world.taskOf[standard] === task) &&
      person.posts.some((post) => one.sites.includes(post.site)),
  );
  if (event && event.day >= hired) rows.push({ on: event.day, expires: event.day + year });
  return rows;
}
