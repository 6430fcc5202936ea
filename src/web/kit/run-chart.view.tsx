// A run chart: points over time on an axis that is true to it, a line at the middle, limits as a band, those outside marked by
// shape as well as colour; where nothing was seen, no line. Values run from 0 to 1. The same in words for those who can't see it.
import { timeAxis, type Gap, type Period, type Tick } from '../../kernel/time-axis.ts';
import { day, month, percent } from './words.ts';
import css from './run-chart.module.css';

export interface RunPoint {
  /** The day or month (`2026-03`) that it begins with. */
  readonly from: string;
  /** null where nothing was seen: the line has a gap there. */
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly outside?: boolean;
}

export interface RunChartProps {
  /** What is shown, e.g. "Missed, by month". */
  readonly title: string;
  /** In order of time. */
  readonly points: readonly RunPoint[];
  readonly period: Period;
  readonly centre?: number;
  /** Where the scale ends; just above the highest value unless told. */
  readonly end?: number;
  readonly small?: boolean;
  /** The first and the last beginning, where several charts have one axis. */
  readonly span?: readonly [string, string];
}

/** Names of months that fit below a chart as narrow as a phone, and below a small one. */
const mostTicks = { wide: 5, small: 3 } as const;
/** More stretches than these are counted, not told. */
const gapsTold = 2;

export function RunChart({ title, points, period, centre, end, small = false, span }: RunChartProps) {
  const [wide, tall] = small ? [320, 64] : [720, 150];
  const known = points.flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }]));
  const axis = timeAxis(
    known.map((one) => one.from),
    period,
    mostTicks[small ? 'small' : 'wide'],
    span,
  );
  const top = end ?? Math.min(1, 1.15 * Math.max(0.05, ...known.map((one) => Math.max(one.value, one.high ?? 0))));
  const across = (at: number): number => 6 + at * (wide - 12);
  const x = (index: number): number => across(axis.at[index]!);
  const y = (value: number): number => tall - 6 - (Math.min(value, top) / top) * (tall - 12);
  const last = known.at(-1);
  const said = (from: string): string => (period === 'month' ? month(from) : day(from));
  return (
    <figure className={css.figure}>
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${wide} ${tall}`} role="img" aria-label={inWords(title, known, said, axis.gaps)}>
        {axis.ticks.map(({ at, newYear }) =>
          newYear && at > 0 ? (
            <line key={at} className={css.year} x1={across(at)} x2={across(at)} y1={0} y2={tall} />
          ) : null,
        )}
        {axis.runs.map((run) => (
          <polygon key={run[0]} className={css.band} points={bandOf(run)} />
        ))}
        {centre === undefined ? null : (
          <line className={css.centre} x1={6} x2={wide - 6} y1={y(centre)} y2={y(centre)} />
        )}
        {axis.runs.map((run) => (
          <polyline
            key={run[0]}
            className={css.line}
            points={run.map((index) => `${x(index)},${y(known[index]!.value)}`).join(' ')}
          />
        ))}
        {known.map((one, index) =>
          one.outside ? (
            <rect key={one.from} className={css.outside} x={x(index) - 4} y={y(one.value) - 4} width={8} height={8}>
              <title>{`${said(one.from)}: ${percent(one.value)}, outside the limits`}</title>
            </rect>
          ) : (
            <circle key={one.from} className={css.point} cx={x(index)} cy={y(one.value)} r={2.6}>
              <title>{`${said(one.from)}: ${percent(one.value)}`}</title>
            </circle>
          ),
        )}
      </svg>
      <svg className={css.axis} aria-hidden>
        {axis.ticks.map((tick) => (
          <text key={tick.label} x={`${(100 * across(tick.at)) / wide}%`} y="0.9em" textAnchor={anchorOf(tick)}>
            {tick.label}
          </text>
        ))}
      </svg>
      <p className={css.ends}>
        <span>{small ? '' : gapsInWords(axis.gaps, said)}</span>
        <span>{last ? `${said(last.from)}: ${percent(last.value)}` : ''}</span>
      </p>
    </figure>
  );

  function bandOf(run: readonly number[]): string {
    const limits = run.flatMap((index) => {
      const { low, high } = known[index]!;
      return low === undefined || high === undefined ? [] : [{ at: x(index), low: y(low), high: y(high) }];
    });
    return [
      ...limits.map(({ at, high }) => `${at},${high}`),
      ...limits.toReversed().map(({ at, low }) => `${at},${low}`),
    ].join(' ');
  }
}

/** A label at an end stays inside. */
function anchorOf({ at }: Tick): 'start' | 'middle' | 'end' {
  if (at < 0.08) return 'start';
  return at > 0.92 ? 'end' : 'middle';
}

function gapsInWords(gaps: readonly Gap[], said: (from: string) => string): string {
  if (gaps.length > gapsTold) return `Nothing was seen in ${gaps.length} stretches: there is no line across them.`;
  const told = gaps.map(({ from, to }) => (from === to ? `in ${said(from)}` : `from ${said(from)} to ${said(to)}`));
  return gaps.length === 0 ? '' : `Nothing was seen ${told.join(' and ')}.`;
}

function inWords(
  title: string,
  known: readonly (RunPoint & { readonly value: number })[],
  said: (from: string) => string,
  gaps: readonly Gap[],
): string {
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last) return `${title}: nothing seen yet.`;
  const outside = known.filter((one) => one.outside).map((one) => said(one.from));
  const told = outside.length > 0 ? ` Outside the limits: ${outside.join(', ')}.` : '';
  const missing = gaps.length > 0 ? ` ${gapsInWords(gaps, said)}` : '';
  return `${title}: from ${percent(first.value)} (${said(first.from)}) to ${percent(last.value)} (${said(last.from)}).${told}${missing}`;
}
