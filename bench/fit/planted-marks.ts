// Marks with planted effects, large or small: what the fit is timed on. Contacts of about eight marks, people at a home site
// who sometimes serve at another, days, standards, and exposures of which some vary by site and standard, some by person,
// some by row. The same seed, the same marks.
import type { MixedData } from '../../src/stats/mixed-data.ts';
import { chanceOf, type Chance } from '../../src/stats/normal-draws.ts';

export interface Sizes {
  readonly contacts: number;
  readonly marksEach: number;
  readonly people: number;
  readonly sites: number;
  readonly standards: number;
  readonly days: number;
  readonly slopes: number;
}

/** 100,000 marks as the goal has them. */
export const large: Sizes = {
  contacts: 12_500,
  marksEach: 8,
  people: 300,
  sites: 30,
  standards: 60,
  days: 365,
  slopes: 12,
};

/** The mean over standards of the k-th column's slope. */
export function plantedSlope(k: number): number {
  return 0.15 + 0.05 * (k % 5);
}

export function plantedMarks(sizes: Sizes, seed: number): MixedData {
  const chance = chanceOf(seed);
  const rows = sizes.contacts * sizes.marksEach;
  const level = {
    standard: new Int32Array(rows),
    site: new Int32Array(rows),
    person: new Int32Array(rows),
    contact: new Int32Array(rows),
    day: new Int32Array(rows),
  };
  const effects = {
    standard: normals(chance, sizes.standards, 0.8),
    site: normals(chance, sizes.sites, 0.3),
    person: normals(chance, sizes.people, 0.4),
    contact: normals(chance, sizes.contacts, 0.5),
    day: normals(chance, sizes.days, 0.15),
  };
  const columns = Array.from({ length: sizes.slopes }, (_, k) => plantedColumn(chance, sizes, k));
  const slopes = columns.map((_, k) => ({
    mean: plantedSlope(k),
    each: normals(chance, sizes.standards, 0.1 + 0.03 * (k % 4)),
  }));
  const values = columns.map(() => new Float64Array(rows));
  const outcome = new Uint8Array(rows);
  for (let contact = 0, row = 0; contact < sizes.contacts; contact++) {
    const person = below(chance, sizes.people);
    const home = person % sizes.sites;
    const site = chance.uniform() < 0.15 ? below(chance, sizes.sites) : home;
    const day = below(chance, sizes.days);
    const first = below(chance, sizes.standards);
    for (let k = 0; k < sizes.marksEach; k++, row++) {
      const standard = (first + k * 7) % sizes.standards;
      for (const name of ['standard', 'site', 'person', 'contact', 'day'] as const)
        level[name][row] = { standard, site, person, contact, day }[name];
      let linear = -2.2 + effects.standard[standard]! + effects.site[site]! + effects.person[person]!;
      linear += effects.contact[contact]! + effects.day[day]!;
      for (const [index, column] of columns.entries()) {
        const value = column(standard, site, person);
        values[index]![row] = value;
        linear += value * (slopes[index]!.mean + slopes[index]!.each[standard]!);
      }
      outcome[row] = chance.uniform() < 1 / (1 + Math.exp(-linear)) ? 1 : 0;
    }
  }
  return {
    rows,
    outcome,
    fixed: values.map((one, k) => ({ name: `x${k + 1}`, values: one })),
    groups: (['standard', 'site', 'person', 'contact', 'day'] as const).map((name) => ({
      name,
      level: level[name],
      levels: effects[name].length,
    })),
    slopes: values.map((_, k) => ({ column: `x${k + 1}`, over: 'standard' })),
  };
}

/** In turn: yes or no by site and standard, by person, by row; an amount by row. */
function plantedColumn(
  chance: Chance,
  sizes: Sizes,
  k: number,
): (standard: number, site: number, person: number) => number {
  const rate = 0.15 + 0.05 * (k % 6);
  const coins = Uint8Array.from({ length: sizes.standards * Math.max(sizes.sites, sizes.people) }, () =>
    chance.uniform() < rate ? 1 : 0,
  );
  if (k % 4 === 0) return (standard, site) => coins[standard * sizes.sites + site]!;
  if (k % 4 === 1) return (standard, _, person) => coins[standard * sizes.people + person]!;
  if (k % 4 === 2) return () => (chance.uniform() < rate ? 1 : 0);
  return () => Math.max(0, 1 + 0.7 * chance.normal());
}

function normals(chance: Chance, count: number, deviation: number): Float64Array {
  return Float64Array.from({ length: count }, () => deviation * chance.normal());
}

function below(chance: Chance, count: number): number {
  return Math.floor(chance.uniform() * count);
}
