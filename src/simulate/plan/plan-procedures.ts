// What is in writing: a procedure a task and manual, in versions; what each version leaves out, when it was due for
// review, and who has read it when.
import type { Acknowledgement } from '../../documents/document.core.ts';
import { present } from '../../kernel/present.ts';
import type { ProcedureVersion } from '../../procedures/procedure.core.ts';
import { Chance } from '../chance.ts';
import { stepWords, taskWords } from '../written/procedure-words.core.ts';
import { eventsOf, serves, type World } from './world.core.ts';

export interface Written {
  readonly procedures: readonly ProcedureVersion[];
  readonly acknowledgements: readonly Acknowledgement[];
  /** The version that serves the standard at the site that day, and in what state; undefined where nothing is written. */
  state(standard: number, site: number, person: number, day: number): WrittenState | undefined;
}

export interface WrittenState {
  readonly stale: boolean;
  readonly unread: boolean;
}

interface Version {
  readonly index: number;
  readonly task: number;
  readonly manual: number;
  readonly number: number;
  readonly from: number;
  to: number | null;
  readonly serves: ReadonlySet<number>;
  /** Day from which it is stale; null: not within the period. */
  readonly due: number;
  readonly unclear: boolean;
}

const never = 1e6;

export function planProcedures(world: World): Written {
  const versions = planVersions(world);
  const read = planReading(world, versions);
  const { scenario, sites, standards, staff, calendar, taskOf, tasks } = world;
  const manuals = Math.max(...sites.map((site) => site.manual)) + 1;
  const found: Version[][] = Array.from({ length: manuals * tasks.length }, () => []);
  for (const one of versions) found[one.manual * tasks.length + one.task]!.push(one);
  const id = (one: Version) => `${tasks[one.task]!}-${one.manual + 1}`;
  return {
    procedures: versions.map((one): ProcedureVersion =>
      present({
        id: id(one),
        version: String(one.number),
        title: `${titleOf(tasks[one.task]!)}, manual ${one.manual + 1}`,
        owner: 'district-manager',
        from: calendar.day(one.from),
        to: one.to === null ? undefined : calendar.day(one.to),
        reviewDue: calendar.day(one.due),
        roles: [],
        sites: sites.filter((site) => site.manual === one.manual).map((site) => site.id),
        clarity: one.unclear ? ('unclear' as const) : undefined,
        task: tasks[one.task]!,
        ...taskWords[tasks[one.task]!],
        steps: [...one.serves].map((standard, step) => ({
          id: String(step + 1),
          text: standards[standard]!.step,
          serves: [standards[standard]!.id],
          obstructs: [],
          ...stepWords[standards[standard]!.id],
        })),
      }),
    ),
    acknowledgements: staff.flatMap((person) =>
      versions.flatMap((one): Acknowledgement[] => {
        const on = read[person.index * versions.length + one.index]!;
        if (on >= scenario.sizes.days + 30) return [];
        return [
          {
            person: person.id,
            kind: 'procedure',
            document: id(one),
            version: String(one.number),
            on: calendar.day(on),
            answer: 'understood',
          },
        ];
      }),
    ),
    state: (standard, site, person, day) => {
      const list = found[sites[site]!.manual * tasks.length + taskOf[standard]!]!;
      const one = list.find((row) => row.from <= day && (row.to === null || day < row.to) && row.serves.has(standard));
      if (!one) return undefined;
      return { stale: one.unclear || one.due < day, unread: read[person * versions.length + one.index]! > day };
    },
  };
}

function titleOf(task: string): string {
  return `${task[0]!.toUpperCase()}${task.slice(1).replaceAll('-', ' ')}`;
}

function planVersions(world: World): Version[] {
  const { scenario, sites, standards, tasks, taskOf, seed } = world;
  const { days } = scenario.sizes;
  const missing = scenario.keeping['procedure.missing'];
  const chance = new Chance(seed, 'procedures');
  const versions: Version[] = [];
  const manuals = Math.max(...sites.map((site) => site.manual)) + 1;
  for (let manual = 0; manual < manuals; manual++) {
    for (let task = 0; task < tasks.length; task++) {
      const own = standards.map((_, i) => i).filter((i) => taskOf[i] === task);
      const changes = changesOf(world, manual, own, chance);
      let served = new Set(own.filter(() => !chance.is(missing)));
      let number = 1;
      for (const [at, change] of changes.entries()) {
        if (at > 0) served = change.after(served);
        const last = versions.at(-1);
        const before = last && last.manual === manual && last.task === task ? last : undefined;
        if (before) before.to ??= change.day;
        // A document none of whose parts is linked would count as covering its whole task: nothing served, no document.
        if (served.size === 0) continue;
        const stale = chance.is(scenario.keeping['procedure.stale']);
        const unclear = stale && chance.is(0.2);
        versions.push({
          index: versions.length,
          task,
          manual,
          number: number++,
          from: change.day,
          to: null,
          serves: served,
          due:
            stale && !unclear
              ? Math.max(change.day + 30, chance.whole(-120, Math.max(1, days - 60)))
              : days + chance.whole(30, 300),
          unclear,
        });
      }
    }
  }
  return versions;
}

interface Change {
  readonly day: number;
  readonly after: (served: ReadonlySet<number>) => Set<number>;
}

/** When a procedure is written anew: once before the period, now and then within it, and where an event says so. */
function changesOf(world: World, manual: number, own: readonly number[], chance: Chance): Change[] {
  const { scenario, sites } = world;
  const missing = scenario.keeping['procedure.missing'];
  // What events decide, no revision in between undoes.
  const settled = new Set(
    (['procedure-dropped', 'procedure-written'] as const).flatMap((kind) =>
      eventsOf(world, kind)
        .filter((event) => event.sites.some((site) => sites[site]!.manual === manual))
        .flatMap((event) => event.about),
    ),
  );
  const revise = (served: ReadonlySet<number>) =>
    new Set(
      own.filter((one) =>
        settled.has(one) ? served.has(one) : served.has(one) ? !chance.is(missing / 4) : chance.is(0.5),
      ),
    );
  const first: Change = { day: chance.whole(-700, -60), after: (served) => new Set(served) };
  const later: Change[] = chance.is(0.5)
    ? [{ day: chance.whole(20, Math.max(21, scenario.sizes.days - 20)), after: revise }]
    : [];
  const events = (['procedure-dropped', 'procedure-written'] as const).flatMap((kind) =>
    eventsOf(world, kind)
      .filter((event) => sites.some((site) => site.manual === manual && event.sites.includes(site.index)))
      .filter((event) => own.some((one) => event.about.includes(one)))
      .map((event): Change => ({
        day: event.day,
        after: (served) =>
          new Set(own.filter((one) => (event.about.includes(one) ? kind === 'procedure-written' : served.has(one)))),
      })),
  );
  const within = [...later, ...events].toSorted((a, b) => a.day - b.day);
  return [first, ...within.filter((change, i) => i === 0 || change.day > within[i - 1]!.day)];
}

/** Day on which each person has acknowledged each version, or `never`. */
function planReading(world: World, versions: readonly Version[]): Float64Array {
  const { scenario, sites, staff, seed } = world;
  const chance = new Chance(seed, 'reading');
  const read = new Float64Array(staff.length * versions.length).fill(never);
  for (const person of staff) {
    if (!serves(person)) continue;
    for (const one of versions) {
      const since = person.posts
        .filter((post) => sites[post.site]!.manual === one.manual)
        .map((post) => post.from)
        .toSorted((a, b) => a - b)[0];
      if (since === undefined) continue;
      const late = chance.is(scenario.keeping['procedure.unread']);
      const lag = late ? (chance.is(0.6) ? never : chance.whole(60, 400)) : chance.whole(0, 7);
      const start = Math.max(one.from, since);
      const on = start + lag;
      if (on < never && (one.to === null || on < one.to)) read[person.index * versions.length + one.index] = on;
    }
  }
  return read;
}
