// One HTML page of charts from the results of benches: self-contained, without a script, light and dark, for desks and phones.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml } from '../../src/cli/report/inert.view.ts';
import type { Measure } from '../bench.ts';
import { bar, curves, dot, logAxis, percent, shareAxis, standing, type Axis } from './drawing.ts';
import { chartsOf, hasGoal, type Chart, type Result } from './groups.ts';

const tokens = readFileSync(join(import.meta.dirname, '../../src/cli/report/page/tokens.css'), 'utf8');
const styles = readFileSync(join(import.meta.dirname, 'charts.css'), 'utf8');

/** The page. Results keep the order given. */
export function chartsPage(results: readonly Result[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Customary: benches</title><style>${tokens}${styles}</style></head>
<body><main><header><h1>Benches</h1>
<p class="lede">A dot or a bar is what was measured, the band around it the 95 % interval, the upright tick the goal. Bars stand on a
log axis: each line is ten times the one before. Read the interval, not the value.</p>
<table class="overview"><thead><tr><th scope="col">bench</th><th scope="col">goals reached</th><th scope="col">figures</th></tr></thead>
<tbody>${results.map(overview).join('')}</tbody></table></header>
${results.map(section).join('\n')}</main></body></html>
`;
}

function overview({ name, measures }: Result): string {
  const goals = measures.filter((one) => one.goal !== '');
  const reached = goals.filter((one) => one.ok).length;
  const told = goals.length === 0 ? 'none set' : `${reached} of ${goals.length}`;
  return `<tr><th scope="row"><a href="#${escapeHtml(name)}">${escapeHtml(name)}</a></th><td class="${reached < goals.length ? 'missed' : ''}">${told}</td><td>${measures.length}</td></tr>`;
}

function section(result: Result): string {
  const charts = chartsOf(result);
  const [first, more] = [charts.filter(hasGoal), charts.filter((chart) => !hasGoal(chart))];
  const shown = first.length > 0 ? first : more;
  const rest =
    first.length > 0 && more.length > 0
      ? `<details><summary>Figures without a goal</summary>${more.map(chartOf).join('')}</details>`
      : '';
  const left =
    result.left_out.length > 0
      ? `<h3>Left out</h3><ul>${result.left_out.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>`
      : '';
  return `<section id="${escapeHtml(result.name)}"><h2>${escapeHtml(result.name)}</h2>${result.quick ? '<p class="lede">A quick run: fewer cases, and goals widened by three standard errors.</p>' : ''}${shown.map(chartOf).join('')}${rest}${left}</section>`;
}

function chartOf(chart: Chart): string {
  const title = chart.title === '' ? '' : `<h3>${escapeHtml(chart.title)}</h3>`;
  if (chart.kind === 'curves') {
    const measures = chart.curves.flatMap((curve) => curve.points.map((one) => one.measure));
    const key = chart.curves.map((curve, at) => `<li class="curve-${at}">${escapeHtml(curve.name)}</li>`).join('');
    return `<figure>${title}${curves(chart.curves, shareAxis(measures))}<ul class="key">${key}</ul></figure>`;
  }
  const measures = chart.rows.map((row) => row.measure);
  const axis = chart.kind === 'dots' ? shareAxis(measures) : chart.kind === 'bars' ? logAxis(measures) : null;
  const rows = chart.rows.map(({ name, measure }) => {
    const drawn = axis === null ? '' : axis.log ? bar(measure, axis) : dot(measure, axis);
    return `<li><span class="name">${escapeHtml(name)}</span><span class="drawn">${drawn}</span><span class="figures"><strong class="${standing(measure)}">${telling(measure)(measure.value)}</strong>${wordsOf(measure)}</span></li>`;
  });
  return `${title}<ol class="rows">${axis === null ? '' : scale(axis)}${rows.join('')}</ol>`;
}

function scale(axis: Axis): string {
  const ends = axis.log ? axis.marks : [axis.from, (axis.from + axis.to) / 2, axis.to];
  return `<li class="scale" aria-hidden="true"><span class="name"></span><span class="drawn">${ends.map((end) => `<span>${shown(end)}</span>`).join('')}</span><span class="figures"></span></li>`;
}

// Shares are told as percents, agreement as it is: kappa is none.
function telling(measure: Measure): (value: number) => string {
  return measure.unit.startsWith('share') && Math.abs(measure.value) <= 1 ? percent : shown;
}

function wordsOf(measure: Measure): string {
  const { low, high, unit, goal, ok } = measure;
  const tell = telling(measure);
  const spread = low === high ? '' : ` (${tell(low)} to ${tell(high)})`;
  const wanted = goal === '' ? '' : `<small>goal ${escapeHtml(goal)}: ${ok ? 'reached' : 'missed'}</small>`;
  return `${spread}<small>${escapeHtml(unit)}</small>${wanted}`;
}

function shown(value: number): string {
  const size = Math.abs(value);
  if (size >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toFixed(size >= 10 ? 1 : size >= 1 ? 2 : 3)));
}
