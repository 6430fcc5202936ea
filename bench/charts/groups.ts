// Measures put into charts: curves over a share of errors, dots on a common line for shares and agreement, bars on a log axis for
// ratios, speeds and times, and plain text for what has no axis. The order of a result is kept.
import type { Measure } from '../bench.ts';

export interface Result {
  readonly name: string;
  readonly measures: readonly Measure[];
  readonly left_out: readonly string[];
  /** Fewer cases, and goals widened for it. */
  readonly quick?: boolean | undefined;
}

/** One line of a curve: `at` is the share in percent that its name begins with. */
export interface Curve {
  readonly name: string;
  readonly points: readonly { readonly at: number; readonly measure: Measure }[];
}

export interface Row {
  readonly name: string;
  readonly measure: Measure;
}

export type Chart =
  | { readonly kind: 'curves'; readonly title: string; readonly curves: readonly Curve[] }
  | { readonly kind: 'dots' | 'bars' | 'words'; readonly title: string; readonly rows: readonly Row[] };

/** A curve needs this many points. */
const fewestPoints = 3;

/** Charts of one result, those with a goal first. */
export function chartsOf(result: Result): Chart[] {
  const curves = curveCharts(result.measures);
  const drawn = new Set(
    curves.flatMap((chart) => chart.curves.flatMap((curve) => curve.points.map((one) => one.measure))),
  );
  const rest = result.measures.filter((one) => !drawn.has(one));
  const charts: Chart[] = [...curves, ...rowCharts(rest)];
  return charts.toSorted((a, b) => Number(hasGoal(b)) - Number(hasGoal(a)));
}

export function hasGoal(chart: Chart): boolean {
  return measuresOf(chart).some((one) => one.goal !== '');
}

function measuresOf(chart: Chart): Measure[] {
  return chart.kind === 'curves'
    ? chart.curves.flatMap((curve) => curve.points.map((one) => one.measure))
    : chart.rows.map((row) => row.measure);
}

// `15 % of words, with confidences: told verdicts that stayed`: where, under which circumstances, what.
function curveCharts(measures: readonly Measure[]): Extract<Chart, { kind: 'curves' }>[] {
  const named = measures.flatMap((measure) => {
    const parts = /^([\d.]+) % (.+?): (.+)$/.exec(measure.what);
    return parts ? [{ at: Number(parts[1]), name: parts[2]!, title: parts[3]!, measure }] : [];
  });
  return [...Map.groupBy(named, (one) => one.title)].flatMap(([title, own]) => {
    const curves = [...Map.groupBy(own, (one) => one.name)]
      .map(([name, points]) => ({ name, points: points.toSorted((a, b) => a.at - b.at) }))
      .filter((curve) => curve.points.length >= fewestPoints);
    return curves.length > 0 ? [{ kind: 'curves' as const, title, curves }] : [];
  });
}

// `MWOZ: kappa over five ratings`: rows that end alike share a chart, and what they end in is its title.
function rowCharts(measures: readonly Measure[]): Chart[] {
  const rows = measures.map((measure) => {
    const cut = measure.what.lastIndexOf(': ');
    return {
      kind: kindOf(measure),
      head: measure.what.slice(0, cut),
      tail: cut < 0 ? '' : measure.what.slice(cut + 2),
      measure,
    };
  });
  const alike = Map.groupBy(rows, (row) => `${row.kind} ${row.tail}`);
  const groups = Map.groupBy(rows, (row) => {
    const shared = row.tail !== '' && alike.get(`${row.kind} ${row.tail}`)!.length > 1;
    return `${row.kind}\u001f${shared ? row.tail : row.kind === 'bars' ? row.measure.unit : ''}\u001f${shared ? 'shared' : ''}`;
  });
  return [...groups].map(([key, own]) => {
    const [kind, title, shared] = key.split('\u001f') as ['dots' | 'bars' | 'words', string, string];
    return {
      kind,
      title,
      rows: own
        .toSorted((a, b) => Number(b.measure.goal !== '') - Number(a.measure.goal !== ''))
        .map((row) => ({ name: shared ? row.head : row.measure.what, measure: row.measure })),
    };
  });
}

function kindOf({ value, unit }: Measure): 'dots' | 'bars' | 'words' {
  if (/^(share|of \d)/.test(unit) && Math.abs(value) <= 1) return 'dots';
  return value > 0 && /^(ratio|MB|s$|ms|per )/.test(unit) ? 'bars' : 'words';
}
