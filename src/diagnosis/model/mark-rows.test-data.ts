// Test data: rows of a small organisation made from a seed, and a fit that is told its coefficients instead of finding them.
import type { MixedData, MixedDraw, MixedFit } from '../../stats/mixed-data.ts';
import type { Cause } from '../finding.core.ts';
import type { Exposure, Excuse, Levels, MarkRows } from './mark-rows.core.ts';

/** Small and repeatable: a linear congruential generator is chance enough for rows (Park and Miller 1988). */
export function chanceFrom(seed: number): () => number {
  let state = seed % 2_147_483_647 || 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export function levels(size: number, prefix: string, count: number, of: (row: number) => number): Levels {
  return {
    names: Array.from({ length: count }, (_, nth) => `${prefix}${nth}`),
    of: Int32Array.from({ length: size }, (_, row) => of(row)),
  };
}

export interface MadeOf {
  readonly size?: number;
  readonly seed?: number;
  readonly sites?: number;
  readonly people?: number;
  /** Log odds of failing; the chance of one half where left out. */
  readonly linear?: (row: number) => number;
  readonly exposures?: readonly Exposure[];
  readonly excuses?: readonly Excuse[];
}

/** People of each site serve there, and every fifth row somebody serves at the next site. */
export function makeRows({
  size = 800,
  seed = 1,
  sites = 4,
  people = 12,
  linear,
  exposures = [],
  excuses = [],
}: MadeOf): MarkRows {
  const chance = chanceFrom(seed);
  const who = (row: number): number => Math.floor(row / 4) % people;
  return {
    size,
    failed: Uint8Array.from({ length: size }, (_, row) =>
      chance() < 1 / (1 + Math.exp(-(linear?.(row) ?? 0))) ? 1 : 0,
    ),
    standard: levels(size, 's', 8, (row) => row % 8),
    site: levels(size, 'site', sites, (row) => (who(row) + (row % 5 === 0 ? 1 : 0)) % sites),
    person: levels(size, 'p', people, who),
    contact: levels(size, 'c', Math.ceil(size / 4), (row) => Math.floor(row / 4)),
    day: levels(size, '2026-01-', 20, (row) => Math.floor(row / 4) % 20),
    month: levels(size, '2026-0', 1, () => 0),
    kind: levels(size, 'k', 1, () => 0),
    marker: levels(size, 'cue', 1, () => 0),
    exposures,
    excuses,
  };
}

export function exposure(
  id: string,
  size: number,
  value: (row: number) => number,
  more: Partial<Exposure> = {},
): Exposure {
  return {
    id,
    cause: id.split('.')[0] as Cause,
    says: `something of ${id}`,
    values: Float64Array.from({ length: size }, (_, row) => value(row)),
    reference: 'absent',
    variesBy: 'row',
    ...more,
  };
}

export function excuse(id: string, size: number, value: (row: number) => number, more: Partial<Excuse> = {}): Excuse {
  return {
    id,
    says: `the ${id.split('.')[0]}`,
    values: Float64Array.from({ length: size }, (_, row) => value(row)),
    variesBy: 'row',
    ...more,
  };
}

/** Coefficients by name of column; effects by name of grouping. What isn't named is 0; draws scatter around them. */
export function toldFit(
  coefficients: Readonly<Record<string, number>>,
  effects: Readonly<Record<string, readonly number[]>> = {},
  scatter = 0,
  intercept = -0.5,
): (data: MixedData) => MixedFit {
  return (data) => {
    const groups = data.groups.map(({ name, levels: count }) =>
      Float64Array.from({ length: count }, (_, nth) => effects[name]?.[nth] ?? 0),
    );
    const slopes = data.slopes.map(
      ({ over }) => new Float64Array(data.groups.find((one) => one.name === over)!.levels),
    );
    return {
      intercept,
      fixed: data.fixed.map(({ name }) => ({ name, estimate: coefficients[name] ?? 0, standardError: scatter })),
      groups: data.groups.map(({ name }, at) => ({
        name,
        deviation: 0.1,
        modes: groups[at]!,
        standardErrors: new Float64Array(groups[at]!.length),
      })),
      slopes: data.slopes.map((slope, at) => ({ ...slope, deviation: 0.1, modes: slopes[at]! })),
      logLikelihood: 0,
      iterations: 1,
      converged: true,
      warnings: [],
      linear: () => new Float64Array(data.rows),
      draws: (count, seed) => {
        const chance = chanceFrom(seed);
        return Array.from({ length: count }, (): MixedDraw => ({
          intercept,
          fixed: Float64Array.from(data.fixed, ({ name }) => (coefficients[name] ?? 0) + scatter * (chance() - 0.5)),
          groups,
          slopes,
        }));
      },
    };
  };
}
