// All series watched at once: which changes stand when so many were looked for, and what the record says of those days.
import { benjaminiHochberg } from '../../stats/multiple.core.ts';
import { limitFor, simulatedRunLength } from '../../stats/run-length.ts';
import { canBeWatched, type Change, changeOf, fewestOfEach, mixOfSeries, oddsRatio } from './change.core.ts';
import { type DatedEvent, eventsNear } from './dated-events.core.ts';
import { type RunChart, runChart } from './run-chart.core.ts';
import type { Series } from './series.core.ts';

interface WatchedChange extends Change {
  readonly standard: string;
  readonly site?: string;
  /** Marks up to an alarm with nothing changed, and with the odds that held after the change; simulated. */
  readonly runLength: { readonly unchanged: number; readonly changed: number };
  readonly events: readonly DatedEvent[];
}

export interface Watch {
  readonly changes: readonly WatchedChange[];
  readonly charts: readonly RunChart[];
  readonly watched: number;
  readonly tooFew: number;
  /** Something was marked, and nothing of it was missed. */
  readonly noFailures: boolean;
  readonly says: readonly string[];
}

/** At most this share of the changes told may be none. */
export const falseDiscoveries = 0.05;
/** Simulated runs are given up after so many marks. */
const longestRun = 10_000;
const directions = ['worse', 'better'] as const;

/**
 * Changes that stand under Benjamini and Hochberg's rule over every series and both directions, the surest first. Charts are those of all sites, and of sites with a change or a point outside.
 */
export function watch(series: readonly Series[], events: readonly DatedEvent[]): Watch {
  const able = series.filter(canBeWatched);
  const found = able.flatMap((one) =>
    directions.map((direction) => ({ series: one, change: changeOf(one, direction) })),
  );
  const kept = benjaminiHochberg(
    found.map((one) => one.change?.p ?? 1),
    falseDiscoveries,
  ).flatMap((at) => {
    const { series: own, change } = found[at]!;
    return change === null ? [] : [{ series: own, change }];
  });
  const surest = [...Map.groupBy(kept, (one) => one.series).values()].flatMap(apartInTime);
  const changes = surest
    .toSorted((a, b) => a.change.p - b.change.p || (a.series.standard < b.series.standard ? -1 : 1))
    .map(({ series: own, change }) => told(own, change, events));
  const changed = new Set(surest.map((one) => one.series));
  const charts = series.flatMap((one) => {
    const chart = runChart(one);
    const worth = chart !== null && (one.site === undefined || changed.has(one) || chart.points.some((p) => p.outside));
    return chart !== null && worth ? [chart] : [];
  });
  const tooFew = series.length - able.length;
  const noFailures = series.length > 0 && series.every((one) => one.failed === 0);
  const says = sentences(series, able.length, changes, charts.length);
  return { changes, charts, watched: able.length, tooFew, noFailures, says };
}

/** A rate that rose and later fell has two changes; where their days overlap only the surer is told. */
function apartInTime<T extends { readonly change: Change }>(own: readonly T[]): T[] {
  const [first, second] = own.toSorted((a, b) => a.change.p - b.change.p);
  if (first === undefined || second === undefined) return [...own];
  const apart = first.change.plainBy <= second.change.since || second.change.plainBy <= first.change.since;
  return apart ? [first, second] : [first];
}

function told(series: Series, change: Change, events: readonly DatedEvent[]): WatchedChange {
  const { standard, site } = series;
  const ratio = change.direction === 'worse' ? oddsRatio : 1 / oddsRatio;
  // Twenty chances that stand for all, each as often as its share says.
  const expected = mixOfSeries(series, 20).flatMap((one) =>
    Array.from({ length: Math.max(1, Math.round(one.share * 100)) }, () => one.expected),
  );
  // Set so that in as many marks as there are it would cry by chance one time in twenty.
  const limit = limitFor(expected, ratio, Math.min(longestRun, series.marked * 20));
  const run = (truth: number): number =>
    Math.round(simulatedRunLength({ expected, ratio, limit, truth, runs: 40, longest: longestRun, seed: 4 }).mean);
  return {
    ...change,
    standard,
    ...(site === undefined ? {} : { site }),
    runLength: { unchanged: run(1), changed: run(oddsOf(change.after) / oddsOf(series)) },
    events: eventsNear(change, { standard, site }, events),
  };
}

function oddsOf({ failed, marked }: { readonly failed: number; readonly marked: number }): number {
  return (failed + 0.5) / (marked - failed + 0.5);
}

function sentences(
  series: readonly Series[],
  watched: number,
  changes: readonly WatchedChange[],
  charts: number,
): string[] {
  const tooFew = series.length - watched;
  if (series.length === 0)
    return [
      'There is nothing to watch: no standard in use was met or missed on a day up to today. Bring contacts with their times: customary diagnose FOLDER',
    ];
  if (series.every((one) => one.failed === 0)) return ['Nothing was missed, so there is no change to look for.'];
  if (watched === 0)
    return [
      `No change can be looked for yet: of ${series.length} rates none has ${fewestOfEach} missed and ${fewestOfEach} met on ten days or more.${
        charts > 0 ? ' The charts show how it went so far; they say of no day that something changed.' : ''
      }`,
    ];
  const looked = `${watched} ${watched === 1 ? 'rate was' : 'rates were'} watched in both directions`;
  const left = tooFew > 0 ? ` ${tooFew} ${tooFew === 1 ? 'has' : 'have'} too few marks to tell a change by.` : '';
  if (changes.length === 0) return [`${looked}; none changed by more than chance does among so many.${left}`];
  return [
    `${looked}; of the changes told at most ${Math.round(falseDiscoveries * 100)} % are none (corrected for how many were looked for).${left}`,
    'That a change and a dated event stand together does not prove that one brought the other.',
  ];
}
