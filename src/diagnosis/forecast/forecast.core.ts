// What a forecast is: for each site and standard, the share of marks expected to fail in the days ahead, and why.
import type { Day } from '../../kernel/moment.ts';
import type { MarkRows } from '../model/mark-rows.core.ts';

/** How many days a forecast looks ahead, and the windows that it is made from. */
export const spans = { ahead: 30, template: 60, month: 30, sixMonths: 182 } as const;

/** Fewer marks than this before the day it is made on say nothing about what comes. */
export const fewestMarks = 200;

/** A reason that would prevent fewer failures per mark than this isn't told. */
export const leastPrevented = 0.01;

/**
 * What the contact of a row would be exposed to if it came on a day, as the record was known by another day: one value for
 * each of the rows' exposures, NaN where no record says.
 */
type ExposuresOn = (row: number, on: Day, knownBy: Day) => Float64Array;

export interface ForecastInput {
  /** Rows of every day; those from `origin` on are not looked at. */
  readonly rows: MarkRows;
  /** The first day ahead. */
  readonly origin: Day;
  readonly exposuresOn: ExposuresOn;
}

/** One exposure's part in a cell's forecast, in failures per mark. */
export interface Reason {
  readonly exposure: string;
  readonly says: string;
  /** How much lower the rate would be with this at its reference: what putting it right would prevent. */
  readonly prevents: number;
  /** How much of that is new: `prevents` now taken from `prevents` ahead. */
  readonly change: number;
}

/** One site and standard. Rates are shares of applicable marks that fail. */
export interface CellForecast {
  readonly site: string;
  readonly standard: string;
  /** Marks in the last six months, and those expected in the days ahead. */
  readonly marks: number;
  readonly expectedMarks: number;
  readonly rate: number;
  /** The model's own and the shrunk six-month mean's: `rate` lies between, where the last months put it. */
  readonly model: number;
  readonly sixMonths: number;
  /** What the last month showed, or the six-month mean where it showed nothing. */
  readonly lastMonth: number;
  /** Those that matter, the largest first; at most three. Together they prevent no more than `rate`. */
  readonly reasons: readonly Reason[];
}
