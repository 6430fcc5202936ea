// Where the dated points of a chart stand: true to time, no line across a stretch of which nothing is known, and what is written
// below them, with the year where it changes.

/** What one point stands for. */
export type Period = 'week' | 'month';

export interface Tick {
  /** 0 to 1, as the points. */
  readonly at: number;
  readonly label: string;
  /** A year begins here. */
  readonly newYear: boolean;
}

/** The first and the last period, as a point would begin, of a stretch of which nothing is known. */
export interface Gap {
  readonly from: string;
  readonly to: string;
}

export interface TimeAxis {
  /** 0 to 1, one for each point in the order given. */
  readonly at: readonly number[];
  /** Numbers of points that follow one another with no period missing. */
  readonly runs: readonly (readonly number[])[];
  readonly gaps: readonly Gap[];
  readonly ticks: readonly Tick[];
}

const dayLength = 86_400_000;
const yearMonths = 12;
/** Months from one tick to the next. */
const steps = [1, 2, 3, 6, 12, 24, 36, 60, 120, 240, 480, 960] as const;

/**
 * @param points the day or month that each begins with, in order of time
 * @param most ticks that there is room for
 * @param span the first and the last beginning that the axis holds, where it is to be the same for several charts
 */
export function timeAxis(
  points: readonly string[],
  period: Period,
  most: number,
  span: readonly [string, string] = [points[0] ?? '1970-01', points.at(-1) ?? '1970-01'],
): TimeAxis {
  const [from, to] = span.map(dayNumber) as [number, number];
  const place = (day: number): number => (to > from ? (day - from) / (to - from) : 0.5);
  const runs: number[][] = [];
  const gaps: Gap[] = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    if (before !== undefined && follows(before, point, period)) runs.at(-1)!.push(index);
    else {
      runs.push([index]);
      if (before !== undefined) gaps.push({ from: moved(before, period, 1), to: moved(point, period, -1) });
    }
  });
  return { at: points.map((one) => place(dayNumber(one))), runs, gaps, ticks: ticksOf(from, to, most, place) };
}

function follows(before: string, next: string, period: Period): boolean {
  return period === 'month'
    ? monthNumber(dayNumber(next)) - monthNumber(dayNumber(before)) <= 1
    : dayNumber(next) - dayNumber(before) <= 7;
}

/** So many periods later. */
function moved(point: string, period: Period, by: number): string {
  const day = dayNumber(point);
  const then = period === 'month' ? firstOf(monthNumber(day) + by) : day + 7 * by;
  return new Date(then * dayLength).toISOString().slice(0, point.length);
}

function ticksOf(from: number, to: number, most: number, place: (day: number) => number): Tick[] {
  const first = monthNumber(from);
  const last = monthNumber(to);
  for (const step of steps) {
    const months: number[] = [];
    for (let one = Math.ceil(first / step) * step; one <= last; one += step)
      if (firstOf(one) >= from && firstOf(one) <= to) months.push(one);
    if (months.length > most) continue;
    if (months.length < 2) break;
    return months.map((one, index) => {
      const newYear = one % yearMonths === 0;
      const before = months[index - 1];
      const saysYear = before === undefined || Math.floor(before / yearMonths) < Math.floor(one / yearMonths);
      const label =
        step >= yearMonths ? written(firstOf(one), 'year') : written(firstOf(one), saysYear ? 'month-year' : 'month');
      return { at: place(firstOf(one)), label, newYear };
    });
  }
  // No two months begin in it: its ends are told by their days.
  const ends = from === to ? [from] : [from, to];
  return ends.map((day) => ({ at: place(day), label: written(day, 'day'), newYear: false }));
}

function dayNumber(point: string): number {
  return Date.parse(`${point.length === 7 ? `${point}-01` : point.slice(0, 10)}T00:00:00Z`) / dayLength;
}

/** Months since the year 0. */
function monthNumber(day: number): number {
  const date = new Date(day * dayLength);
  return date.getUTCFullYear() * yearMonths + date.getUTCMonth();
}

function firstOf(month: number): number {
  return Date.UTC(Math.floor(month / yearMonths), month % yearMonths, 1) / dayLength;
}

const formats = {
  year: { year: 'numeric' },
  month: { month: 'short' },
  'month-year': { month: 'short', year: 'numeric' },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
} as const;

function written(day: number, how: keyof typeof formats): string {
  return new Intl.DateTimeFormat('en', { ...formats[how], timeZone: 'UTC' }).format(new Date(day * dayLength));
}
