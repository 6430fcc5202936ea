// What changed, and when: changes that are one and the same put together, told in sentences and drawn as small charts.
import type { z } from 'zod';
import type { RunChartShape, WatchedChangeShape } from '../../diagnosis/watching/watch.shape.ts';
import type { ReportSummary } from '../../diagnosis/report.shape.ts';
import { hundredths } from '../../kernel/counts.ts';
import { timeAxis } from '../../kernel/time-axis.ts';
import { escapeHtml, inertLine } from './inert.view.ts';
import { dayInWords } from './wording.view.ts';

export type Change = z.infer<typeof WatchedChangeShape>;
export type Chart = z.infer<typeof RunChartShape>;

/** One change, and the sites at which it was also told about the same time. */
export interface ToldChange {
  readonly change: Change;
  readonly alsoAt: readonly Change[];
}

/** Changes of one standard in one direction are one where they began within so many days. */
const sameWithin = 21 * 86_400_000;

/** In the order given, the one of all sites standing for those of single sites that began about the same day. */
export function toldChanges(changes: readonly Change[]): ToldChange[] {
  const told: { change: Change; alsoAt: Change[] }[] = [];
  for (const change of changes) {
    const same = told.find(
      (one) =>
        one.change.standard === change.standard &&
        one.change.direction === change.direction &&
        Math.abs(Date.parse(one.change.since) - Date.parse(change.since)) <= sameWithin,
    );
    if (!same) told.push({ change, alsoAt: [] });
    else if (change.site === undefined) {
      same.alsoAt.unshift(same.change);
      same.change = change;
    } else same.alsoAt.push(change);
  }
  return told;
}

/** One change in one sentence, without a name of a person. */
export function changeSentence(one: Change): string {
  const days = one.earliest === one.latest ? '' : ` (between ${one.earliest} and ${one.latest})`;
  return `${inertLine(one.title, 60)}, ${placeOf(one)}: ${one.direction === 'worse' ? 'missed more' : 'missed less'} from about ${one.since}${days}: ${share(one.before)} before, ${share(one.after)} after`;
}

/** The sites at which it was told too, with their days; empty where there are none. */
export function alsoAt(changes: readonly Change[]): string {
  return changes.map((one) => `${placeOf(one)} (from about ${one.since})`).join(', ');
}

/** Charts with points outside their limits first, then those missed most often. */
export function chartsInOrder(charts: readonly Chart[]): Chart[] {
  const outside = (chart: Chart): number => chart.points.filter((point) => point.outside !== null).length;
  return charts.toSorted((a, b) => outside(b) - outside(a) || b.centre - a.centre);
}

export function placeOf(one: { readonly site?: string | undefined; readonly siteName?: string | undefined }): string {
  return one.site === undefined ? 'all sites' : inertLine(one.siteName ?? one.site, 40);
}

const chartsDrawn = 9;
const changesTold = 8;

/** The section of the page; nothing where rates were not watched. */
export function changes(summary: ReportSummary): string {
  if (!summary.watch) return '';
  const told = toldChanges(summary.watch.changes).slice(0, changesTold);
  const rows = told.map(({ change, alsoAt: others }) => {
    const events = change.events.map((event) => `${event.day}: ${escapeHtml(event.says)}`);
    const beside = [
      events.length === 0 ? 'No dated event on record stands near it.' : `${events.join('; ')}.`,
      others.length === 0 ? '' : `Also at ${escapeHtml(alsoAt(others))}.`,
    ];
    return `<li><strong>${escapeHtml(changeSentence(change))}.</strong> <span class="soft small">${beside.filter(Boolean).join(' ')}</span></li>`;
  });
  const drawn = chartsInOrder(summary.watch.charts).slice(0, chartsDrawn).map(chartFigure);
  return `<section id="changes" aria-labelledby="changes-h"><h2 id="changes-h">What changed, and when</h2>
<p class="lede">${summary.watch.says.map(escapeHtml).join(' ')}</p>
${rows.length === 0 ? '' : `<ul class="changed">${rows.join('')}</ul>`}
${drawn.length === 0 ? '' : `<p class="soft small">Missed, a dot a week or month; the band is where it lies as long as nothing changes (Laney's limits), a ring is outside it.</p><div class="runs">${drawn.join('')}</div>`}</section>`;
}

/** A run chart in a box of 100 by 40, true to time; drawn to the most that its points or limits reach, with no line across a gap. */
function chartFigure(chart: Chart): string {
  const most = Math.max(
    0.05,
    ...chart.points.flatMap(({ failed, marked, high }) => [failed / marked, Math.min(1, high)]),
  );
  const axis = timeAxis(
    chart.points.map((point) => point.from),
    chart.period,
    2,
  );
  const x = (at: number): string => (axis.at[at]! * 96 + 2).toFixed(1);
  const y = (part: number): string => (38 - (Math.min(part, most) / most) * 36).toFixed(1);
  const rateAt = (at: number): string => y(chart.points[at]!.failed / chart.points[at]!.marked);
  const drawn = axis.runs.map((run) => {
    const band = [
      ...run.map((at) => `${x(at)},${y(chart.points[at]!.high)}`),
      ...run.map((at) => `${x(at)},${y(chart.points[at]!.low)}`).toReversed(),
    ].join(' ');
    const line = run.map((at) => `${x(at)},${rateAt(at)}`).join(' ');
    // A point by itself has no line to stand on.
    const alone =
      run.length === 1 ? `<circle cx="${x(run[0]!)}" cy="${rateAt(run[0]!)}" r=".8" fill="currentColor"/>` : '';
    return `<polygon points="${band}" fill="currentColor" opacity=".12"/><polyline points="${line}" fill="none" stroke="currentColor" stroke-width=".8"/>${alone}`;
  });
  const rings = chart.points.flatMap(({ outside }, at) =>
    outside === null
      ? []
      : [`<circle cx="${x(at)}" cy="${rateAt(at)}" r="2" fill="none" stroke="currentColor" stroke-width=".8"/>`],
  );
  const out = rings.length === 0 ? 'inside its limits' : `${rings.length} outside its limits`;
  const caption = `${inertLine(chart.title, 60)}, ${placeOf(chart)}`;
  const [first, last] = [chart.points[0]!, chart.points.at(-1)!];
  const said = `${caption}: missed by ${chart.period} from ${first.from} to ${last.from}, ${percent(chart.centre)} on average, up to ${percent(most)}; ${out}${axis.gaps.length === 0 ? '' : `; nothing was seen in ${axis.gaps.length === 1 ? 'one stretch' : `${axis.gaps.length} stretches`}`}`;
  const ends = [...new Set([first.from, last.from].map(dayInWords))].join(' to ');
  return `<figure class="small"><svg viewBox="0 0 100 40" role="img" aria-label="${escapeHtml(said)}"><line x1="2" x2="98" y1="${y(chart.centre)}" y2="${y(chart.centre)}" stroke="currentColor" stroke-width=".3"/>${drawn.join('')}${rings.join('')}</svg><figcaption>${escapeHtml(caption)}: ${percent(chart.centre)} on average; ${out}; ${ends}</figcaption></figure>`;
}

export const percent = (part: number): string => `${hundredths(part)} %`;
const share = ({ failed, marked }: Change['before']): string =>
  `${percent(marked > 0 ? failed / marked : 0)} of ${marked}`;
