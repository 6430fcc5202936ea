// Small organisations for the bench, made of rows alone: exposures that begin and end on dates, people, sites and days that
// differ, log-odds effects planted by a seed. A source of its own beside the simulator, which thinks in records.
import type { Exposure, Excuse, Levels } from '../../src/diagnosis/model/mark-rows.core.ts';
import { type Cause, causes } from '../../src/diagnosis/finding.core.ts';
import { Chance } from '../chance.ts';
import type { PlantedRows, Wish } from './wish.ts';

const days = 364;

/** What the same organisation adds up to; its people's own effects stay below 1.5 times the median's odds unless personnel is planted. */
export function plantedRows(seed: number, wish: Wish = {}): PlantedRows {
  const chance = new Chance(seed, 7);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - chance.unit())) * Math.cos(2 * Math.PI * chance.unit());
  const between = (low: number, high: number): number => low + (high - low) * chance.unit();

  const siteCount = 3 + chance.below(22);
  const standardCount = 10 + chance.below(21);
  const contactCount = Math.round((1200 + chance.below(2400)) * (wish.size ?? 1));
  const perContact = 3 + chance.below(5);
  const present = new Set<Cause | 'excuses'>(
    wish.onlyPolicy
      ? ['policy', ...(chance.unit() < 0.5 ? (['excuses'] as const) : [])]
      : ([...causes, 'excuses'] as const).filter(() => chance.unit() < 0.55),
  );
  const strength = (cause: Cause | 'excuses', low: number, high: number): number =>
    present.has(cause) ? between(low, high) : 0;

  // Sites and people; one person in six also serves elsewhere.
  const siteEffect = Array.from({ length: siteCount }, () => 0.3 * normal());
  const policySites = siteEffect.map(() => chance.unit() < 0.55);
  if (!policySites.includes(true)) policySites[0] = true;
  const people: { home: number; away: number; own: number; examined: boolean }[] = [];
  for (let site = 0; site < siteCount; site++) {
    const team = 1 + chance.below(4) + (siteCount < 6 ? 2 : 0);
    for (let one = 0; one < team; one++) {
      const spread = Math.max(-0.3, Math.min(0.3, 0.12 * normal()));
      const worse = wish.confounded && policySites[site] ? 0.08 : 0;
      people.push({
        home: site,
        away: chance.unit() < 1 / 6 ? chance.below(siteCount) : site,
        own: spread + worse,
        examined: chance.unit() < 0.6,
      });
    }
  }
  if (present.has('personnel')) {
    const few = Math.max(1, Math.round(people.length * between(0.08, 0.25)));
    for (let nth = 0; nth < few; nth++) people[chance.below(people.length)]!.own += between(0.7, 1.6);
  }
  const sorted = people.map((one) => one.own).toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const median = sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  const outlying = people.map(({ own }) => (own - median > Math.log(1.5) ? own - median : 0));

  // Standards, and how strongly each is touched by what.
  const standards = Array.from({ length: standardCount }, () => ({
    level: -2.1 + 0.8 * normal(),
    task: chance.below(4),
  }));
  const slopeSpread = wish.alike ? 0 : between(0, 0.35);
  const planted = (middle: number): number[] =>
    standards.map(() => (middle === 0 ? 0 : middle + slopeSpread * normal()));
  const effect = {
    'policy.in-conflict': planted(strength('policy', 0.9, 2.4)),
    'procedure.missing': planted(strength('procedure', 0.5, 1.6)),
    'procedure.unread': planted(strength('procedure', 0.2, 0.9)),
    'training.not-certified': planted(strength('training', 0.5, 1.6)),
    'training.lapsed': planted(strength('training', 0.2, 0.9)),
    'training.since-practice': planted(strength('training', 0.02, 0.12)),
    'management.no-feedback': planted(strength('management', 0.3, 1.2)),
    'management.manager-unobserved': planted(chance.unit() < 0.5 ? strength('management', 0.2, 0.8) : 0),
    'management.load': planted(strength('management', 0.1, 0.7)),
    'personnel.no-exam': planted(chance.unit() < 0.4 ? strength('personnel', 0.2, 0.6) : 0),
  };
  const excuse = {
    'customer.upset': strength('excuses', -0.1, 0.9),
    'price.high': strength('excuses', -0.3, 1),
    'location.highway': strength('excuses', -0.2, 0.5),
    'hour.late': strength('excuses', -0.1, 0.5),
    'moon.full': 0,
    'voodoo.coin': 0,
  };
  type Of = keyof typeof effect;
  type Why = keyof typeof excuse;

  const policyFrom = policySites.map(() => (chance.unit() < 0.3 ? 0 : chance.below(300)));
  const policyStandards = new Set(standards.flatMap((_, at) => (chance.unit() < 0.22 ? [at] : [])));
  if (policyStandards.size === 0) policyStandards.add(0);
  const writtenFrom = standards.map(() => (chance.unit() < 0.5 ? 0 : chance.unit() < 0.4 ? days : chance.below(days)));
  const outOfScope = new Set(
    standards.flatMap((_, at) => (chance.unit() < 0.2 ? [at * 100 + chance.below(siteCount)] : [])),
  );
  const readFrom = people.map(() =>
    Array.from({ length: 4 }, () => (chance.unit() < 0.5 ? 0 : chance.below(days * 1.2))),
  );
  const certifiedFrom = people.map(({ own }) =>
    Array.from({ length: 4 }, () =>
      chance.unit() < 0.55 ? 0 : Math.round(days * 1.3 * chance.unit() * (wish.confounded ? Math.exp(-0.8 * own) : 1)),
    ),
  );
  const lapsesAt = people.map(() => Array.from({ length: 4 }, () => days * between(0.3, 2)));
  const helpful = Array.from({ length: siteCount }, () => chance.unit());
  const managerSeen = Array.from({ length: siteCount }, () => Array.from({ length: 4 }, () => chance.unit() < 0.6));
  const fedBack = new Map<string, boolean>();
  const feedback = (person: number, standard: number, day: number): boolean => {
    const key = `${person} ${standard % 6} ${Math.floor(day / 60)}`;
    const known = fedBack.get(key);
    if (known !== undefined) return known;
    const drawn = chance.unit() < helpful[people[person]!.home]!;
    fedBack.set(key, drawn);
    return drawn;
  };
  const highway = Array.from({ length: siteCount }, () => chance.unit() < 0.4);
  const dayEffect = Array.from({ length: days }, () => 0.12 * normal());
  const monthEffect = Array.from({ length: 12 }, () => 0.08 * normal());
  const kinds = Array.from({ length: 5 }, () => 0.25 * normal());

  const size = contactCount * perContact;
  const failed = new Uint8Array(size);
  const chances = new Float64Array(size);
  const column = (): Float64Array => new Float64Array(size);
  const values = Object.fromEntries(Object.keys(effect).map((id) => [id, column()])) as Record<Of, Float64Array>;
  const excuses = Object.fromEntries(Object.keys(excuse).map((id) => [id, column()])) as Record<Why, Float64Array>;
  const parts = Array.from({ length: 6 }, column);
  const at = {
    standard: ints(size),
    site: ints(size),
    person: ints(size),
    contact: ints(size),
    day: ints(size),
    month: ints(size),
    kind: ints(size),
  };
  const rest = column();

  for (let contact = 0, row = 0; contact < contactCount; contact++) {
    const person = chance.below(people.length);
    const who = people[person]!;
    const site = chance.unit() < 0.75 ? who.home : who.away;
    const day = chance.below(days);
    const kind = chance.below(5);
    const load = Math.max(0, Math.round(between(-1.4, 2.4) + (helpful[site]! < 0.3 ? 0.4 : 0)));
    const upset = chance.unit() < 0.22 ? 1 : 0;
    const price = 0.3 * normal() + (wish.confounded && policySites[site] && day >= policyFrom[site]! ? 0.25 : 0);
    const late = chance.unit() < 0.15 ? 1 : 0;
    const moon = Math.abs(((day + 14.8) % 29.53) - 14.765) < 1.5 ? 1 : 0;
    const coin = chance.below(2);
    const contactEffect = 0.35 * normal();
    const asked = new Set<number>();
    while (asked.size < perContact) asked.add(chance.below(standardCount));
    for (const standard of asked) {
      const { level, task } = standards[standard]!;
      const missing = day < writtenFrom[standard]! || outOfScope.has(standard * 100 + site) ? 1 : 0;
      const uncertified = day < certifiedFrom[person]![task]! ? 1 : 0;
      const lapsed = !uncertified && day > lapsesAt[person]![task]! ? 1 : 0;
      const since = uncertified ? 0 : Math.min(12, Math.max(0, (day - certifiedFrom[person]![task]! + 60) / 30));
      const set = (id: Of, value: number): void => {
        values[id][row] = value;
      };
      set('policy.in-conflict', policySites[site] && policyStandards.has(standard) && day >= policyFrom[site]! ? 1 : 0);
      set('procedure.missing', missing);
      set('procedure.unread', !missing && day < readFrom[person]![task]! ? 1 : 0);
      set('training.not-certified', uncertified);
      set('training.lapsed', lapsed);
      set('training.since-practice', since);
      set('management.no-feedback', feedback(person, standard, day) ? 0 : 1);
      set('management.manager-unobserved', managerSeen[site]![Math.floor(day / 91)] ? 0 : 1);
      set('management.load', load);
      set('personnel.no-exam', who.examined ? 0 : 1);
      const why: Record<Why, number> = {
        'customer.upset': upset,
        'price.high': price,
        'location.highway': highway[site] ? 1 : 0,
        'hour.late': late,
        'moon.full': moon,
        'voodoo.coin': coin,
      };
      for (const id of Object.keys(why) as Why[]) excuses[id][row] = why[id];
      rest[row] =
        level +
        siteEffect[site]! +
        who.own +
        contactEffect +
        dayEffect[day]! +
        monthEffect[Math.floor(day / 30.4)]! +
        kinds[kind]!;
      parts[4]![row] = outlying[person]!;
      at.standard[row] = standard;
      at.site[row] = site;
      at.person[row] = person;
      at.contact[row] = contact;
      at.day[row] = day;
      at.month[row] = Math.floor(day / 30.4);
      at.kind[row] = kind;
      row++;
    }
  }

  // Excuses are judged from their average; causes from their reference.
  const middle = Object.fromEntries(
    (Object.keys(excuse) as Why[]).map((id) => [id, excuses[id].reduce((sum, one) => sum + one, 0) / size]),
  ) as Record<Why, number>;
  const about = described();
  for (let row = 0; row < size; row++) {
    let linear = rest[row]!;
    for (const { id, cause, reference } of about) {
      const by = effect[id][at.standard[row]!]!;
      linear += by * values[id][row]!;
      parts[causes.indexOf(cause)]![row]! += by * Math.max(0, values[id][row]! - reference);
    }
    for (const id of Object.keys(excuse) as Why[]) {
      linear += excuse[id] * excuses[id][row]!;
      parts[5]![row]! += excuse[id] * (excuses[id][row]! - middle[id]);
    }
    chances[row] = 1 / (1 + Math.exp(-linear));
    failed[row] = chance.unit() < chances[row]! ? 1 : 0;
  }
  const name = (of: Int32Array, count: number, prefix: string): Levels => ({
    names: Array.from({ length: count }, (_, nth) => `${prefix}${nth}`),
    of,
  });
  return {
    chance: chances,
    parts,
    rows: {
      size,
      failed,
      standard: name(at.standard, standardCount, 's'),
      site: name(at.site, siteCount, 'site'),
      person: name(at.person, people.length, 'p'),
      contact: name(at.contact, contactCount, 'c'),
      day: name(at.day, days, 'd'),
      month: name(at.month, 12, 'm'),
      kind: name(at.kind, 5, 'k'),
      marker: name(ints(size), 1, 'cue'),
      exposures: about.map(({ id, cause, reference, by }): Exposure => ({
        id,
        cause,
        ...(cause === 'management' ? { level: id === 'management.manager-unobserved' ? 'district' : 'site' } : {}),
        says: id,
        values: values[id],
        reference: reference === 0 && id !== 'management.load' ? 'absent' : reference,
        variesBy: by,
      })),
      excuses: (Object.keys(excuse) as Why[]).map((id): Excuse => ({
        id,
        says: id,
        values: excuses[id],
        variesBy: id === 'location.highway' ? 'site' : 'row',
        ...(id === 'moon.full' || id === 'voodoo.coin' ? { control: true as const } : {}),
      })),
    },
  };

  function described(): { id: Of; cause: Cause; reference: number; by: 'row' | 'person' }[] {
    return (Object.keys(effect) as Of[]).map((id) => ({
      id,
      cause: id.split('.')[0] as Cause,
      reference: id === 'training.since-practice' ? 1 : id === 'management.load' ? 1 : 0,
      by: id === 'personnel.no-exam' ? 'person' : 'row',
    }));
  }
}

function ints(size: number): Int32Array {
  return new Int32Array(size);
}
