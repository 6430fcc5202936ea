// The six players of the shares: five causes and the excuses together. For each row, what each of them adds to the log odds
// of failing above what it would be at the reference; taken from one set of coefficients at a time.
import type { MixedDraw, MixedFit } from '../../stats/mixed-data.ts';
import { normalQuantile } from '../../stats/special.core.ts';
import { causes } from '../finding.core.ts';
import type { Design } from './design.core.ts';
import { correlation } from './level-columns.core.ts';

export const playerCount = causes.length + 1;
export const excusesPlayer = causes.length;
export const personnelPlayer = causes.indexOf('personnel');
/** People whose odds are over this many times the median person's are what personnel explains. */
export const outlyingOdds = 1.5;

/** The rows that shares are worked out on, and how many marks each stands for. */
export interface CountedRows {
  readonly rows: Int32Array;
  readonly weight: Float64Array;
}

/** A part of a player: one exposure, one excuse's column, or the people themselves. Parts of a row add up to its players' shifts. */
export interface Part {
  readonly player: number;
  readonly column: number;
  readonly slope: number;
  /** Less than 1 where several exposures are one and the same column: they share its coefficient. */
  readonly portion: number;
  readonly beyond: Float64Array;
}

export interface Parts {
  readonly list: readonly Part[];
  readonly exposures: number;
}

/** The shape of one set of coefficients; a fit's modes have it too. */
export function modesOf(fit: MixedFit): MixedDraw {
  return {
    intercept: fit.intercept,
    fixed: Float64Array.from(fit.fixed, (one) => one.estimate),
    groups: fit.groups.map((one) => one.modes),
    slopes: fit.slopes.map((one) => one.modes),
  };
}

export function partsOf(design: Design): Parts {
  const { fixed, slopes } = design.data;
  const exposures = design.exposures.map(({ exposure, column, beyond }): Part => {
    const own = fixed.findIndex((one) => one.name === column.name);
    const twin = own >= 0 ? own : fixed.findIndex((one) => Math.abs(correlation(one.values, column.values)) > 0.99999);
    const sharing = design.exposures.filter(
      (one) => twin >= 0 && Math.abs(correlation(fixed[twin]!.values, one.column.values)) > 0.99999,
    ).length;
    return {
      player: causes.indexOf(exposure.cause),
      column: twin,
      slope: slopes.findIndex((one) => one.column === fixed[twin]?.name),
      portion: 1 / Math.max(1, sharing),
      beyond,
    };
  });
  const excuses = design.excuses.map(({ column }): Part => ({
    player: excusesPlayer,
    column: fixed.findIndex((one) => one.name === column.name),
    slope: -1,
    portion: 1,
    beyond: column.values,
  }));
  return { list: [...exposures, ...excuses], exposures: exposures.length };
}

/**
 * Slopes that only sites can be compared for have no more certainty than sites: their draws are spread from a normal to a t
 * with the sites left over as degrees of freedom. Chi-square quantiles by Wilson and Hilferty 1931 (PNAS 17:684).
 */
export function spreadBySites(
  draw: MixedDraw,
  nth: number,
  modes: MixedDraw,
  columns: readonly number[],
  freedom: number,
) {
  if (columns.length === 0) return draw;
  const even = ((nth + 0.5) * 0.6180339887498949) % 1;
  const cube = 1 - 2 / (9 * freedom) + normalQuantile(even) * Math.sqrt(2 / (9 * freedom));
  const scale = 1 / Math.sqrt(Math.max(0.02, cube ** 3));
  const fixed = draw.fixed.slice();
  for (const column of columns) fixed[column] = modes.fixed[column]! + (fixed[column]! - modes.fixed[column]!) * scale;
  return { ...draw, fixed };
}

/** How far above the median each person stands, for those whose odds are over 1.5 times its; 0 for everybody else. */
export function outlying(effects: Float64Array): Float64Array {
  const sorted = effects.toSorted();
  const half = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  return effects.map((one) => (one - median > Math.log(outlyingOdds) ? one - median : 0));
}

/** Log odds of each counted row under one set of coefficients. */
export function linearOf(design: Design, draw: MixedDraw, { rows }: CountedRows): Float64Array {
  const { data } = design;
  const linear = new Float64Array(rows.length).fill(draw.intercept);
  data.fixed.forEach(({ values }, column) => {
    const by = draw.fixed[column]!;
    for (let at = 0; at < rows.length; at++) linear[at]! += by * values[rows[at]!]!;
  });
  data.groups.forEach(({ level }, group) => {
    const by = draw.groups[group]!;
    for (let at = 0; at < rows.length; at++) {
      const one = level[rows[at]!]!;
      if (one >= 0) linear[at]! += by[one]!;
    }
  });
  data.slopes.forEach((slope, index) => {
    const values = data.fixed.find((one) => one.name === slope.column)!.values;
    const level = data.groups.find((one) => one.name === slope.over)!.level;
    const by = draw.slopes[index]!;
    for (let at = 0; at < rows.length; at++) {
      const one = level[rows[at]!]!;
      if (one >= 0) linear[at]! += by[one]! * values[rows[at]!]!;
    }
  });
  return linear;
}

/** What one part adds to the log odds of each counted row beyond its reference. */
export function shiftOf(design: Design, draw: MixedDraw, part: Part, { rows }: CountedRows, into: Float64Array): void {
  const fixed = part.column < 0 ? 0 : draw.fixed[part.column]! * part.portion;
  const slope = part.slope < 0 ? undefined : draw.slopes[part.slope]!;
  const level = slope && design.data.groups.find((one) => one.name === design.data.slopes[part.slope]!.over)!.level;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    const beyond = part.beyond[row]!;
    if (beyond === 0) {
      into[at] = 0;
      continue;
    }
    const one = level ? level[row]! : -1;
    into[at] = beyond * (fixed + (slope && one >= 0 ? slope[one]! : 0));
  }
}

/** What the people themselves add, per counted row; empty where people can't be told from anything else. */
export function peopleShift(design: Design, draw: MixedDraw, { rows }: CountedRows, into: Float64Array): boolean {
  if (design.people < 0) return false;
  const above = outlying(draw.groups[design.people]!);
  const { level } = design.data.groups[design.people]!;
  for (let at = 0; at < rows.length; at++) {
    const one = level[rows[at]!]!;
    into[at] = one < 0 ? 0 : above[one]!;
  }
  return true;
}
