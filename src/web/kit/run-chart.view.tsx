// A run chart: points over time, a line at the middle, limits as a band, those outside marked by shape as well as colour.
// Values run from 0 to 1. The same in words for those who can't see it.
import { percent } from './words.ts';
import css from './run-chart.module.css';

export interface RunPoint {
  /** What the point is of, e.g. a day or a month as a reader would say it. */
  readonly label: string;
  /** null where nothing was seen: the line has a gap there. */
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  readonly outside?: boolean;
}

export interface RunChartProps {
  /** What is shown, e.g. "Missed, by month". */
  readonly title: string;
  readonly points: readonly RunPoint[];
  readonly centre?: number;
  /** Where the scale ends; just above the highest value unless told. */
  readonly end?: number;
  readonly small?: boolean;
}

export function RunChart({ title, points, centre, end, small = false }: RunChartProps) {
  const [wide, tall] = small ? [320, 64] : [720, 150];
  const top =
    end ?? Math.min(1, 1.15 * Math.max(0.05, ...points.map((one) => Math.max(one.value ?? 0, one.high ?? 0))));
  const x = (index: number): number => 6 + (index * (wide - 12)) / Math.max(1, points.length - 1);
  const y = (value: number): number => tall - 6 - (Math.min(value, top) / top) * (tall - 12);
  const known = points.flatMap((one, index) => (one.value === null ? [] : [{ ...one, value: one.value, index }]));
  const banded = points.flatMap((one, index) =>
    one.low === undefined || one.high === undefined ? [] : [{ low: one.low, high: one.high, index }],
  );
  const last = known.at(-1);
  const band = [
    ...banded.map(({ index, high }) => `${x(index)},${y(high)}`),
    ...banded.toReversed().map(({ index, low }) => `${x(index)},${y(low)}`),
  ].join(' ');
  return (
    <figure className={css.figure}>
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${wide} ${tall}`} role="img" aria-label={inWords(title, known)}>
        {banded.length > 1 ? <polygon className={css.band} points={band} /> : null}
        {centre === undefined ? null : (
          <line className={css.centre} x1={6} x2={wide - 6} y1={y(centre)} y2={y(centre)} />
        )}
        <polyline className={css.line} points={known.map((one) => `${x(one.index)},${y(one.value)}`).join(' ')} />
        {known.map((one) =>
          one.outside ? (
            <rect
              key={one.index}
              className={css.outside}
              x={x(one.index) - 4}
              y={y(one.value) - 4}
              width={8}
              height={8}
            >
              <title>{`${one.label}: ${percent(one.value)}, outside the limits`}</title>
            </rect>
          ) : (
            <circle key={one.index} className={css.point} cx={x(one.index)} cy={y(one.value)} r={2.6}>
              <title>{`${one.label}: ${percent(one.value)}`}</title>
            </circle>
          ),
        )}
      </svg>
      <p className={css.ends}>
        <span>{points[0]?.label}</span>
        <span>{last ? `${last.label}: ${percent(last.value)}` : ''}</span>
      </p>
    </figure>
  );
}

function inWords(title: string, known: readonly (RunPoint & { readonly value: number })[]): string {
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last) return `${title}: nothing seen yet.`;
  const outside = known.filter((one) => one.outside).map((one) => one.label);
  const told = outside.length > 0 ? ` Outside the limits: ${outside.join(', ')}.` : '';
  return `${title}: from ${percent(first.value)} (${first.label}) to ${percent(last.value)} (${last.label}).${told}`;
}
