// The six players of the shares: five causes and the excuses together; and the parts of each, down to one exposure.
import type { MixedDraw, MixedFit } from '../../stats/mixed-data.ts';
import { causes } from '../finding.core.ts';
import type { Design } from './design.core.ts';
import { correlation } from './level-columns.core.ts';

export const playerCount = causes.length + 1;
export const excusesPlayer = causes.length;
export const personnelPlayer = causes.indexOf('personnel');
/** People whose odds are over this many times the median person's are what personnel explains. */
const outlyingOdds = 1.5;

/** A part of a player: one exposure, or one excuse's column. A row's parts (and its person) add up to its players' shifts. */
export interface Part {
  readonly player: number;
  /** Its fixed column, and its slope over standards; -1 for none. */
  readonly column: number;
  readonly slope: number;
  /** Less than 1 where several exposures are one and the same column: they share its coefficient. */
  readonly portion: number;
  /** How far each row stands beyond the reference. */
  readonly beyond: Float64Array;
  /** For excuses: the estimate, and how much of it is kept. */
  readonly drawnTo?: { readonly estimate: number; readonly keep: number };
}

export interface Parts {
  readonly list: readonly Part[];
  /** How many of them are exposures; the rest are excuses. */
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

export function partsOf(design: Design, fit: Pick<MixedFit, 'fixed'>): Parts {
  const { fixed, slopes } = design.data;
  const alike = (a: Float64Array, b: Float64Array): boolean => Math.abs(correlation(a, b)) > 0.99999;
  const exposures = design.exposures.map(({ exposure, column, beyond }): Part => {
    const own = fixed.indexOf(column);
    const at = own >= 0 ? own : fixed.findIndex((one) => alike(one.values, column.values));
    const dropped = design.exposures.filter((one) => !fixed.includes(one.column));
    const sharing = dropped.filter((one) => at >= 0 && alike(fixed[at]!.values, one.column.values)).length;
    return {
      player: causes.indexOf(exposure.cause),
      column: at,
      slope: slopes.findIndex((one) => one.column === fixed[at]?.name),
      portion: 1 / (1 + sharing),
      beyond,
    };
  });
  const excuses = design.excuses.map(({ column, name }): Part => {
    const at = fixed.indexOf(column);
    const own = design.excuses.filter((one) => one.name === name).map((one) => fit.fixed[fixed.indexOf(one.column)]);
    return {
      player: excusesPlayer,
      column: at,
      slope: -1,
      portion: 1,
      beyond: column.values,
      drawnTo: { estimate: fit.fixed[at]?.estimate ?? 0, keep: keptOf(own.filter((one) => one !== undefined)) },
    };
  });
  return { list: [...exposures, ...excuses], exposures: exposures.length };
}

/**
 * How much of an excuse's coefficients is kept: what is more than chance in them (James and Stein 1961, positive part). An excuse
 * is moved to its average, where only the square of its coefficient counts: without this, chance alone would seem to matter.
 */
function keptOf(estimates: readonly { readonly estimate: number; readonly standardError: number }[]): number {
  const wald = estimates.reduce(
    (sum, one) => sum + (one.standardError > 0 ? (one.estimate / one.standardError) ** 2 : Number.POSITIVE_INFINITY),
    0,
  );
  return wald > 0 ? Math.max(0, 1 - estimates.length / wald) : 0;
}

/** One part's coefficient under a draw, before what differs by standard. */
export function coefficientOf({ column, drawnTo }: Part, draw: MixedDraw): number {
  if (column < 0) return 0;
  const drawn = draw.fixed[column]!;
  if (!drawnTo) return drawn;
  return drawnTo.keep * drawnTo.estimate + Math.sqrt(drawnTo.keep) * (drawn - drawnTo.estimate);
}

/** How far above the median each person stands, for those whose odds are over 1.5 times its; 0 for everybody else. */
export function outlying(effects: Float64Array): Float64Array {
  const sorted = effects.toSorted();
  const half = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
  return effects.map((one) => (one - median > Math.log(outlyingOdds) ? one - median : 0));
}

/** 1 for each person who stands out in more than half of the draws. */
export function surelyOutlying(draws: readonly MixedDraw[], group: number): Float64Array {
  if (group < 0 || draws.length === 0) return new Float64Array(0);
  const count = new Float64Array(draws[0]!.groups[group]!.length);
  for (const draw of draws)
    outlying(draw.groups[group]!).forEach((above, person) => (count[person]! += above > 0 ? 1 : 0));
  return count.map((one) => (one > draws.length / 2 ? 1 : 0));
}
