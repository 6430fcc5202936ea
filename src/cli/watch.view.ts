// What was watched as text for a screen: the changes with their days, and small charts of the weeks.
import type { WatchOnWire } from '../diagnosis/watching/watch.shape.ts';
import {
  alsoAt,
  type Chart,
  changeSentence,
  chartsInOrder,
  percent,
  placeOf,
  toldChanges,
  type ToldChange,
} from './report/changes.view.ts';
import { wrapped } from '../kernel/wrap.ts';
import { inertLine } from './report/inert.view.ts';

const changesShown = 10;
const chartsShown = 8;
/** From nothing missed to the most of any point. */
const heights = '▁▂▃▄▅▆▇█';

/** The surest changes, then the charts that say something, then what can be said of the whole; first, where that is little. */
export function watchText({ changes, charts, watched, says }: WatchOnWire, columns: number): string {
  const told = says.flatMap((sentence) => wrapped(inertLine(sentence), columns));
  const surest = toldChanges(changes);
  const drawn = chartsInOrder(charts).slice(0, chartsShown);
  return [
    ...(watched === 0 && drawn.length > 0 ? [...told, ''] : []),
    ...surest.slice(0, changesShown).flatMap(changeLines),
    ...(surest.length > changesShown
      ? [`... ${surest.length - changesShown} more changes: --json FILE has all.`, '']
      : []),
    ...drawn.flatMap(chartLines),
    ...(charts.length > drawn.length
      ? [`${charts.length} charts in all: --site ID and --standard ID narrow, --json FILE has them.`]
      : []),
    ...(watched === 0 && drawn.length > 0 ? [] : told),
  ].join('\n');
}

function changeLines({ change, alsoAt: others }: ToldChange): string[] {
  const { unchanged, changed } = change.runLength;
  return [
    `${changeSentence(change)}.`,
    ...change.events.map(
      (event) =>
        `    ${event.day}: ${inertLine(event.says, 90)}${event.namesTheStandard ? ' (it names this standard)' : ''}`,
    ),
    ...(change.events.length === 0 ? ['    No dated event on record stands near it.'] : []),
    ...(others.length === 0 ? [] : [`    Also at ${inertLine(alsoAt(others), 300)}.`]),
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
  const last = chart.points.at(-1)!;
  // The last 60 points fit any screen.
  const from = Math.max(0, bars.length - 60);
  return [
    `${inertLine(chart.title, 50)}, ${placeOf(chart)}: missed by ${chart.period}, ${percent(chart.centre)} on average, up to ${percent(most)}`,
    `  ${bars.slice(from).join('')}  ${chart.points[from]!.from} to ${last.from}`,
    ...(marks.some((mark) => mark !== ' ')
      ? [`  ${marks.slice(from).join('')}  ! above its limits, · below`]
      : ['  inside its limits']),
    '',
  ];
}

const whole = (value: number): string => (value >= 10_000 ? '10,000 or more' : value.toLocaleString('en-US'));
