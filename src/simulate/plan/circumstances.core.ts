// What stood at one moment for one standard, site and person: every exposure's value, from the parts of the plan.
import type { ExposureId } from '../exposures.core.ts';
import { exposureIds } from '../exposures.core.ts';
import type { Means } from './plan-means.ts';
import type { Written } from './plan-procedures.ts';
import { isSettled, type Rounds } from './plan-rounds.ts';
import type { Rules } from './plan-rules.ts';
import type { Training } from './plan-training.ts';
import { type Staff, supervisorAt, type World } from './world.core.ts';

export interface Moment {
  readonly site: number;
  readonly person: Staff;
  readonly day: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Contacts in progress at the site, this one included, and people on. */
  readonly busy: number;
  readonly people: number;
}

export interface Parts {
  readonly written: Written;
  readonly rules: Rules;
  readonly training: Training;
  readonly rounds: Rounds;
  readonly means: Means;
}

const at = Object.fromEntries(exposureIds.map((id, index) => [id, index])) as Readonly<Record<ExposureId, number>>;
const longest = 365;
const daysAMonth = 30;

/** A function that writes the value of each exposure, in the order of `exposureIds`; NaN where it can't be asked. */
export function circumstances(world: World, { written, rules, training, rounds, means }: Parts) {
  const supervisors = new Map<number, number | undefined>();
  const supervisorOf = (person: Staff, site: number) => {
    const key = person.index * world.sites.length + site;
    if (!supervisors.has(key)) supervisors.set(key, supervisorAt(world, person, site)?.index);
    return supervisors.get(key);
  };
  return (standard: number, moment: Moment, values: Float64Array): void => {
    const { site, person, day, time, busy, people } = moment;
    const isOn = (id: ExposureId, yes: boolean) => {
      values[at[id]] = yes ? 1 : 0;
    };
    const who = person.index;
    isOn('policy.in-conflict', rules.conflicts(standard, site, day));
    isOn('policy.beyond-authority', rules.beyond(standard, person.role, day));
    const state = written.state(standard, site, who, day);
    isOn('procedure.missing', state === undefined);
    isOn('procedure.stale', state?.stale === true);
    isOn('procedure.unread', state?.unread === true);
    const practice = training.state(standard, who, day);
    isOn('training.not-certified', practice === 'none');
    isOn('training.lapsed', practice === 'lapsed');
    values[at['training.since-practice']] = typeof practice === 'number' ? Math.min(practice, longest) / daysAMonth : 0;
    const settled = isSettled(person, site, day);
    const seen = rounds.seenLately(who, day);
    const told = rounds.lately(standard, who, day);
    values[at['management.no-feedback']] = told ? 0 : settled ? 1 : Number.NaN;
    values[at['management.unobserved']] = seen ? 0 : settled ? 1 : Number.NaN;
    const over = supervisorOf(person, site);
    isOn('management.manager-unobserved', over !== undefined && !rounds.seenLately(over, day));
    values[at['management.load']] = people > 0 ? busy / people : Number.NaN;
    isOn('management.outage', means.isDown(site, time));
    isOn('management.target-against', rules.targeted(standard, site, day));
    isOn('management.waiting', means.isWaiting(standard, who, time));
    isOn('personnel.no-exam', !person.exam);
  };
}
