// What was watched as text for a screen: the changes with their days, and small charts of the weeks.
import type { z } from 'zod';
import type { RunChartShape, WatchedChangeShape, WatchOnWire } from '../diagnosis/watching/watch.shape.ts';
import { inertLine } from './report/inert.view.ts';

type Change = z.infer<typeof WatchedChangeShape>;
type Chart = z.infer<typeof RunChartShape>;

const changesShown = 10;
const chartsShown = 8;
/** From nothing missed to the most of any point. */
const heights = '▁▂▃▄▅▆▇█';

/** The surest changes, then the charts that say something, then what can be said of the whole. */
export function watchText({ changes, charts, says }: WatchOnWire): string {
  const drawn = chartsInOrder(charts).slice(0, chartsShown);
  return [
    ...changes.slice(0, changesShown).flatMap(changeLines),
    ...(changes.length > changesShown
      ? [`... ${changes.length - changesShown} more changes: --json FILE has all.`, '']
      : []),
    ...drawn.flatMap(chartLines),
    ...(charts.length > drawn.length
      ? [`${charts.length} charts in all: --site ID and --standard ID narrow, --json FILE has them.`]
      : []),
    ...says,
  ].join('\n');
}

/** Those with points outside their limits first, then those missed most often. */
export function chartsInOrder(charts: readonly Chart[]): Chart[] {
  const outside = (chart: Chart): number => chart.points.filter((point) => point.outside !== null).length;
  return charts.toSorted((a, b) => outside(b) - outside(a) || b.centre - a.centre);
}

/** One change in one sentence, without a name. */
export function changeSentence(one: Change): string {
  const where = one.site === undefined ? 'all sites' : inertLine(one.siteName ?? one.site, 40);
  const days = one.earliest === one.latest ? '' : ` (between ${one.earliest} and ${one.latest})`;
  return `${inertLine(one.title, 60)}, ${where}: ${one.direction === 'worse' ? 'missed more' : 'missed less'} since about ${one.since}${days}: ${share(one.before)} before, ${share(one.after)} after.`;
}

function changeLines(one: Change): string[] {
  const { unchanged, changed } = one.runLength;
  return [
    changeSentence(one),
    ...one.events.map(
      (event) =>
        `    ${event.day}: ${inertLine(event.says, 90)}${event.namesTheStandard ? ' (it names this standard)' : ''}`,
    ),
    ...(one.events.length === 0 ? ['    No dated event on record stands near it.'] : []),
    `    With nothing changed it would have cried once in about ${whole(unchanged)} marks; after such a change it cries within about ${whole(changed)}.`,
    '',
  ];
}

function chartLines(chart: Chart): string[] {
  const most = Math.max(...chart.points.map((point) => point.failed / point.marked), 1e-9);
  const bars = chart.points.map(
    ({ failed, marked }) => heights[Math.round((failed / marked / most) * (heights.length - 1))]!,
  );
  const marks = chart.points.map((point) => (point.outside === 'above' ? '!' : point.outside === 'below' ? '·' : ' '));
  const where = chart.site === undefined ? 'all sites' : inertLine(chart.siteName ?? chart.site, 30);
  const last = chart.points.at(-1)!;
  // The last 60 points fit any screen.
  const from = Math.max(0, bars.length - 60);
  return [
    `${inertLine(chart.title, 50)}, ${where}: missed by ${chart.period}, ${percent(chart.centre)} on average, up to ${percent(most)}`,
    `  ${bars.slice(from).join('')}  ${chart.points[from]!.from} to ${last.from}`,
    ...(marks.some((mark) => mark !== ' ')
      ? [`  ${marks.slice(from).join('')}  ! above its limits, · below`]
      : ['  inside its limits']),
    '',
  ];
}

const percent = (part: number): string => `${(part * 100).toFixed(0)} %`;
const share = ({ failed, marked }: Change['before']): string =>
  `${percent(marked > 0 ? failed / marked : 0)} of ${marked}`;
const whole = (value: number): string => (value >= 20_000 ? '20,000 or more' : value.toLocaleString('en-US'));
