import { describe, expect, it } from 'vitest';
import type { FitWarning, MixedData } from './mixed-data.ts';
import { fitMixedLogistic } from './mixed-logistic.ts';
import { chanceOf } from './normal-draws.ts';

function marks(rows: number, change: Partial<MixedData> = {}): MixedData {
  const chance = chanceOf(1);
  const person = Int32Array.from({ length: rows }, (_, i) => i % 12);
  return {
    rows,
    outcome: Uint8Array.from({ length: rows }, () => (chance.uniform() < 0.3 ? 1 : 0)),
    fixed: [{ name: 'x', values: Float64Array.from({ length: rows }, () => (chance.uniform() < 0.5 ? 1 : 0)) }],
    groups: [
      { name: 'person', level: person, levels: 12 },
      { name: 'site', level: Int32Array.from({ length: rows }, () => Math.floor(chance.uniform() * 6)), levels: 6 },
    ],
    slopes: [],
    ...change,
  };
}

/** Warnings of a kind; and that no figure anywhere is not a number. */
function warned(data: MixedData, kind: FitWarning['kind']): readonly (readonly string[])[] {
  const fit = fitMixedLogistic(data);
  const draws = fit.draws(20, 1);
  for (const one of [fit, ...draws.map((draw) => ({ ...draw, groups: [], slopes: [], fixed: [] }))])
    expect(Number.isFinite(one.intercept)).toBe(true);
  for (const { estimate, standardError } of fit.fixed)
    expect([estimate, standardError].every(Number.isFinite)).toBe(true);
  for (const { modes, standardErrors } of fit.groups)
    expect([...modes, ...standardErrors].every(Number.isFinite)).toBe(true);
  for (const draw of draws)
    expect([...draw.fixed, ...draw.groups.flatMap((one) => [...one]), ...draw.deviations!].every(Number.isFinite)).toBe(
      true,
    );
  expect([...fit.linear()].every(Number.isFinite)).toBe(true);
  for (const { says } of fit.warnings) expect(says).toMatch(/^["A-Z0-9].*[.]$/);
  return fit.warnings.flatMap((one) => (one.kind === kind ? [one.about] : []));
}

describe('what the data cannot answer', () => {
  it('is nothing at all where they are sound, but for a difference that is not there', () => {
    const fit = fitMixedLogistic(marks(600));
    expect(fit.warnings.filter(({ kind }) => kind !== 'boundary')).toEqual([]);
  });

  it('is everything where there are no rows, or one outcome only', () => {
    expect(warned(marks(0), 'no-variation')).toContainEqual(['outcome']);
    expect(warned(marks(40, { outcome: new Uint8Array(40) }), 'no-variation')).toContainEqual(['outcome']);
    expect(warned(marks(40, { outcome: new Uint8Array(40).fill(1) }), 'no-variation')).toContainEqual(['outcome']);
    expect(fitMixedLogistic(marks(40, { outcome: new Uint8Array(40) })).intercept).toBeCloseTo(Math.log(0.5 / 40.5), 9);
  });

  it('is the effect of a column that is the same in every row, and the difference of one level', () => {
    const data = marks(200, { fixed: [{ name: 'always', values: new Float64Array(200).fill(1) }] });
    expect(warned(data, 'no-variation')).toContainEqual(['always']);
    expect(fitMixedLogistic(data).fixed[0]).toEqual({ name: 'always', estimate: 0, standardError: 0 });
    const one = { name: 'site', level: new Int32Array(200), levels: 1 };
    expect(warned(marks(200, { groups: [one] }), 'no-variation')).toContainEqual(['site']);
    expect(
      warned(marks(200, { groups: [one], slopes: [{ column: 'x', over: 'site' }] }), 'no-variation'),
    ).toContainEqual(['site']);
  });

  it('is which of two columns it was, where they move together', () => {
    const data = marks(300);
    const [x] = data.fixed;
    const twin = { name: 'twin', values: x!.values.map((one) => 1 - one) };
    const both = { ...data, fixed: [x!, twin] };
    expect(warned(both, 'collinear')).toEqual([['twin', 'x']]);
    // The two together are still what the one alone was.
    const alone = fitMixedLogistic(data, { tolerance: 1e-8 });
    const shared = fitMixedLogistic(both, { tolerance: 1e-8 });
    const told = shared.fixed[0]!.estimate - shared.fixed[1]!.estimate;
    expect(Math.abs(told - alone.fixed[0]!.estimate)).toBeLessThan(0.1 * alone.fixed[0]!.standardError);
    expect(shared.fixed[0]!.standardError).toBeGreaterThan(3 * alone.fixed[0]!.standardError);
  });

  it('is how strong a column is that foretells the outcome', () => {
    const data = marks(300);
    const values = Float64Array.from(data.outcome, (one, i) => (one === 1 && i % 3 === 0 ? 1 : 0));
    const foretelling = { ...data, fixed: [{ name: 'sure', values }] };
    expect(warned(foretelling, 'separation')).toContainEqual(['sure']);
    expect(Math.abs(fitMixedLogistic(foretelling).fixed[0]!.estimate)).toBeLessThan(20);
  });

  it('is how a level that never failed stands, where failures were to be expected', () => {
    const data = marks(1200);
    const outcome = data.outcome.map((one, i) => (data.groups[1]!.level[i] === 2 ? 0 : one));
    expect(warned({ ...data, outcome }, 'separation')).toContainEqual(['site']);
  });

  it('is how much few levels differ', () => {
    const data = marks(300);
    const three = { name: 'site', level: data.groups[1]!.level.map((one) => one % 3), levels: 3 };
    expect(warned({ ...data, groups: [three] }, 'too-few-levels')).toEqual([['site']]);
  });

  it('is whether person or site, where nobody moves; partly so where they move within sets', () => {
    const data = marks(1200);
    const [person, site] = data.groups;
    const nested = { ...data, groups: [person!, { ...site!, level: person!.level.map((one) => one % 6) }] };
    expect(warned(nested, 'no-movers')).toEqual([['person', 'site']]);
    const pairs = person!.level.map((one, i) => (one % 3) * 2 + (i < 600 ? 0 : 1));
    const within = fitMixedLogistic({ ...data, groups: [person!, { ...site!, level: pairs }] });
    expect(within.warnings.find(({ kind }) => kind === 'no-movers')?.says).toContain('3 separate sets');
    expect(warned(data, 'no-movers')).toEqual([]);
  });

  it('is any difference between levels that differ no more than chance would', () => {
    const data = marks(600, {
      outcome: Uint8Array.from({ length: 600 }, (_, i) => (Math.floor(i / 12) % 3 === 0 ? 1 : 0)),
    });
    expect(warned({ ...data, groups: [data.groups[0]!] }, 'boundary')).toEqual([['person']]);
  });
});
