import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MixedData, MixedFit } from './mixed-data.ts';
import { fitMixedLogistic } from './mixed-logistic.ts';
import { chanceOf } from './normal-draws.ts';

/** Marks of people at sites about standards, drawn from a seed; `x` says yes or no by row, `z` is an amount. */
function marks(seed: number, { rows = 600, people = 12, standards = 6, sites = 5 } = {}): MixedData {
  const chance = chanceOf(seed);
  const pick = (of: number): number => Math.floor(chance.uniform() * of);
  const effect = (count: number, by: number): number[] => Array.from({ length: count }, () => by * chance.normal());
  const ofPerson = effect(people, 0.6);
  const ofStandard = effect(standards, 0.8);
  const slope = effect(standards, 0.4);
  const person = Int32Array.from({ length: rows }, () => pick(people));
  const standard = Int32Array.from({ length: rows }, () => pick(standards));
  const x = Float64Array.from({ length: rows }, () => (chance.uniform() < 0.4 ? 1 : 0));
  const z = Float64Array.from({ length: rows }, () => 3 * chance.normal());
  const linear = (i: number): number =>
    -0.7 + (0.8 + slope[standard[i]!]!) * x[i]! + 0.1 * z[i]! + ofPerson[person[i]!]! + ofStandard[standard[i]!]!;
  return {
    rows,
    outcome: Uint8Array.from({ length: rows }, (_, i) => (chance.uniform() < 1 / (1 + Math.exp(-linear(i))) ? 1 : 0)),
    fixed: [
      { name: 'x', values: x },
      { name: 'z', values: z },
    ],
    groups: [
      { name: 'standard', level: standard, levels: standards },
      { name: 'person', level: person, levels: people },
      { name: 'site', level: person.map((one) => one % sites), levels: sites },
    ],
    slopes: [{ column: 'x', over: 'standard' }],
  };
}

function reordered(data: MixedData, order: readonly number[]): MixedData {
  return {
    ...data,
    rows: order.length,
    outcome: Uint8Array.from(order, (i) => data.outcome[i]!),
    ...(data.weight ? { weight: Float64Array.from(order, (i) => data.weight![i]!) } : {}),
    fixed: data.fixed.map(({ name, values }) => ({ name, values: Float64Array.from(order, (i) => values[i]!) })),
    groups: data.groups.map((one) => ({ ...one, level: Int32Array.from(order, (i) => one.level[i]!) })),
  };
}

/** Everything a fit says in numbers. */
function figures(fit: MixedFit): number[] {
  return [
    fit.intercept,
    fit.logLikelihood,
    ...fit.fixed.flatMap(({ estimate, standardError }) => [estimate, standardError]),
    ...fit.groups.flatMap(({ deviation, modes, standardErrors }) => [deviation, ...modes, ...standardErrors]),
    ...fit.slopes.flatMap(({ deviation, modes }) => [deviation, ...modes]),
  ];
}

function expectAlike(one: readonly number[], other: readonly number[], by = 1e-4): void {
  expect(one.length).toBe(other.length);
  for (const [index, value] of one.entries())
    expect(Math.abs(value - other[index]!)).toBeLessThan(by * (1 + Math.abs(value)));
}

const close = { tolerance: 1e-9 };
const seeds = fc.integer({ min: 1, max: 1000 });

describe('a mixed fit', () => {
  it('does not depend on the order of the rows', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const data = marks(seed);
        const chance = chanceOf(seed);
        const keys = Float64Array.from({ length: data.rows }, () => chance.uniform());
        const order = Array.from({ length: data.rows }, (_, i) => i).sort((a, b) => keys[a]! - keys[b]!);
        expectAlike(figures(fitMixedLogistic(reordered(data, order), close)), figures(fitMixedLogistic(data, close)));
      }),
      { numRuns: 4 },
    );
  });

  it('takes a weight as that many rows, and a weight of 0 as no row', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const data = marks(seed, { rows: 300 });
        const weight = Float64Array.from({ length: data.rows }, (_, i) => (i * seed) % 3);
        const repeated = Array.from({ length: data.rows }, (_, i) =>
          Array.from({ length: weight[i]! }, () => i),
        ).flat();
        expectAlike(
          figures(fitMixedLogistic({ ...data, weight }, close)),
          figures(fitMixedLogistic(reordered(data, repeated), close)),
          // The search begins elsewhere, and a deviation near none ends a little elsewhere.
          5e-3,
        );
      }),
      { numRuns: 4 },
    );
  });

  it('is not moved by levels that no row has, however the system is laid out for them', () => {
    const data = marks(5);
    // From 24 levels on a grouping is eliminated first: another way through the same sums.
    const more = { ...data, groups: data.groups.map((one) => (one.name === 'person' ? { ...one, levels: 40 } : one)) };
    const few = fitMixedLogistic(data, close);
    const many = fitMixedLogistic(more, close);
    expect(many.logLikelihood).toBeCloseTo(few.logLikelihood, 5);
    expectAlike([...many.groups[1]!.modes.subarray(0, 12)], [...few.groups[1]!.modes]);
    expectAlike([...many.groups[1]!.standardErrors.subarray(0, 12)], [...few.groups[1]!.standardErrors]);
    expect([...many.groups[1]!.modes.subarray(12)]).toEqual(Array.from({ length: 28 }, () => 0));
    expect(many.groups[1]!.standardErrors[20]).toBeCloseTo(many.groups[1]!.deviation, 4);
  });

  it('follows the unit of a column', () => {
    const data = marks(6);
    const [x, z] = data.fixed;
    const days = fitMixedLogistic(
      { ...data, fixed: [x!, { name: 'z', values: z!.values.map((one) => one * 1000) }] },
      close,
    );
    const months = fitMixedLogistic(data, close);
    expect(days.fixed[1]!.estimate * 1000).toBeCloseTo(months.fixed[1]!.estimate, 6);
    expect(days.fixed[1]!.standardError * 1000).toBeCloseTo(months.fixed[1]!.standardError, 6);
  });

  it('gives rows of no level the average', () => {
    const data = marks(7);
    const groups = data.groups.map((one) =>
      one.name === 'person' ? { ...one, level: one.level.map((level, i) => (i % 5 === 0 ? -1 : level)) } : one,
    );
    const fit = fitMixedLogistic({ ...data, groups });
    const linear = fit.linear();
    const [standard, , site] = data.groups;
    const of = (i: number): number =>
      fit.intercept +
      fit.fixed[0]!.estimate * data.fixed[0]!.values[i]! +
      fit.fixed[1]!.estimate * data.fixed[1]!.values[i]! +
      fit.groups[0]!.modes[standard!.level[i]!]! +
      fit.groups[2]!.modes[site!.level[i]!]! +
      fit.slopes[0]!.modes[standard!.level[i]!]! * data.fixed[0]!.values[i]!;
    for (let i = 0; i < 50; i += 5) expect(linear[i]).toBeCloseTo(of(i), 9);
  });

  it('finds what was planted', () => {
    const fit = fitMixedLogistic(marks(8, { rows: 12_000, people: 60, standards: 20, sites: 6 }));
    expect(fit.converged).toBe(true);
    expect(Math.abs(fit.fixed[0]!.estimate - 0.8)).toBeLessThan(3 * fit.fixed[0]!.standardError);
    expect(Math.abs(fit.fixed[1]!.estimate - 0.1)).toBeLessThan(3 * fit.fixed[1]!.standardError);
    expect(fit.groups[1]!.deviation).toBeGreaterThan(0.4);
    expect(fit.groups[1]!.deviation).toBeLessThan(0.85);
    expect(fit.slopes[0]!.deviation).toBeGreaterThan(0.2);
    expect(fit.slopes[0]!.deviation).toBeLessThan(0.65);
  });

  it('with the fixed effects integrated out has deviations at least those of maximum likelihood', () => {
    const data = marks(9);
    const restricted = fitMixedLogistic(data, close);
    const plain = fitMixedLogistic(data, { ...close, method: 'laplace' });
    for (const [g, { deviation }] of plain.groups.entries())
      expect(restricted.groups[g]!.deviation).toBeGreaterThan(deviation - 1e-3);
  });

  it('ends in bounded steps and says when it was not enough', () => {
    const fit = fitMixedLogistic(marks(10), { steps: 1, tolerance: 1e-12 });
    expect(fit.converged).toBe(false);
    expect(fit.warnings.map(({ kind }) => kind)).toContain('not-converged');
    expect(figures(fit).every(Number.isFinite)).toBe(true);
  });

  it('refuses columns of other lengths, values that are no numbers, slopes that name nothing', () => {
    const data = marks(11, { rows: 50 });
    const slug = (broken: MixedData): string => {
      try {
        fitMixedLogistic(broken);
      } catch (error) {
        return (error as { slug: string }).slug;
      }
      return 'none';
    };
    expect(slug({ ...data, rows: 51 })).toBe('fit-columns-differ');
    expect(slug({ ...data, fixed: [{ name: 'x', values: data.fixed[0]!.values.map(() => Number.NaN) }] })).toBe(
      'fit-values-not-finite',
    );
    expect(slug({ ...data, groups: data.groups.map((one) => ({ ...one, levels: 2 })) })).toBe('fit-values-not-finite');
    expect(slug({ ...data, slopes: [{ column: 'x', over: 'nobody' }] })).toBe('fit-slope-without-column');
  });
});

describe('a search that is told where to begin', () => {
  it.each([0, 0.01, 0.3, 3])('ends where it would end by itself, from %s', (deviation) => {
    const data = marks(5);
    const begin = new Map(data.groups.map((one) => [one.name, deviation]));
    const told = fitMixedLogistic(data, { method: 'penalised', begin });
    const own = fitMixedLogistic(data, { method: 'penalised' });
    for (const [index, one] of told.fixed.entries()) expect(one.estimate).toBeCloseTo(own.fixed[index]!.estimate, 1);
    expect(told.groups[0]!.deviation).toBeCloseTo(own.groups[0]!.deviation, 1);
  });
});
