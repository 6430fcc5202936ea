// The run chart of one standard, at one site or all: a point a week or a month with Laney's limits.
import { addDays, type Day } from '../../kernel/moment.ts';
import { laneyChart } from '../../stats/control-chart.core.ts';
import type { Series } from './series.core.ts';

export interface RunPoint {
  /** The Monday or first of the month that the point begins with. */
  readonly from: Day;
  readonly failed: number;
  readonly marked: number;
  readonly low: number;
  readonly high: number;
  readonly outside: 'below' | 'above' | null;
}

export interface RunChart {
  readonly standard: string;
  readonly site?: string;
  readonly period: 'week' | 'month';
  readonly centre: number;
  /** How much more weeks differ than by chance; the limits are never narrower than chance alone. */
  readonly sigmaZ: number;
  readonly points: readonly RunPoint[];
}

/** Marks that a week must have on average, else months are shown; and points without which a chart has no limits. */
const marksOfWeek = 12;
const fewestPoints = 6;

/** Shares missed, not met. Null with too few points for limits, or where nothing or everything failed. */
export function runChart(series: Series): RunChart | null {
  const weeks = grouped(series, mondayOf);
  const enough = weeks.length >= fewestPoints && series.marked / weeks.length >= marksOfWeek;
  const groups = enough ? weeks : grouped(series, (day) => `${day.slice(0, 7)}-01`);
  if (groups.length < fewestPoints) return null;
  const chart = laneyChart(
    groups.map((one) => ({ k: one.failed, n: one.marked })),
    1,
  );
  if (!chart) return null;
  return {
    standard: series.standard,
    ...(series.site === undefined ? {} : { site: series.site }),
    period: enough ? 'week' : 'month',
    centre: chart.centre,
    sigmaZ: chart.sigmaZ,
    points: groups.map((one, at) => {
      const { low, high, outside } = chart.points[at]!;
      return { ...one, low, high, outside };
    }),
  };
}

function grouped({ days }: Series, startOf: (day: Day) => Day): { from: Day; failed: number; marked: number }[] {
  const groups = Map.groupBy(days, (one) => startOf(one.day));
  return [...groups].map(([from, own]) => ({
    from,
    failed: own.reduce((sum, one) => sum + one.failed, 0),
    marked: own.reduce((sum, one) => sum + one.marked, 0),
  }));
}

function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}
