// The three drawings, as inline SVG. Dots and bars are placed by percentages, so they fit any width without a script; curves have a
// view box. Nothing is told by colour alone: every drawing stands beside its figures in words.
import { goalOf, type Measure } from '../bench.ts';
import { escapeHtml } from '../../src/cli/report/inert.view.ts';
import type { Curve } from './groups.ts';

export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly log: boolean;
  readonly marks: readonly number[];
}

/** From nought, or from below where something is; to 1, or less where all is small. */
export function shareAxis(measures: readonly Measure[]): Axis {
  const ends = measures.flatMap((one) => [
    one.value,
    one.goal === '' ? one.value : (goalOf(one.goal)?.value ?? one.value),
  ]);
  const most = Math.max(...ends);
  const to = [0.02, 0.05, 0.1, 0.2, 0.5].find((end) => most <= end * 0.9) ?? 1;
  const from = Math.min(...ends) < 0 ? -0.2 : 0;
  return { from, to, log: false, marks: [...(from < 0 ? [from] : []), 0, to / 4, to / 2, (3 * to) / 4, to] };
}

/** Whole powers of ten around everything, the lowest below all, so that nothing stands on the edge. */
export function logAxis(measures: readonly Measure[]): Axis {
  const ends = measures.flatMap((one) => [one.low, one.high, one.value, goalOf(one.goal)?.value ?? one.value]);
  const low = Math.floor(Math.log10(Math.max(1e-6, Math.min(...ends.filter((end) => end > 0)))) - 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...ends)) - 1e-9));
  return {
    from: 10 ** low,
    to: 10 ** high,
    log: true,
    marks: Array.from({ length: high - low + 1 }, (_, power) => 10 ** (low + power)),
  };
}

/** A dot with its interval, and the goal as a tick. */
export function dot(measure: Measure, axis: Axis): string {
  const spread =
    measure.low === measure.high
      ? ''
      : `<line class="likely" x1="${at(measure.low, axis)}" x2="${at(measure.high, axis)}" y1="50%" y2="50%"/>`;
  return strip(measure, axis, `${spread}<circle class="dot" cx="${at(measure.value, axis)}" cy="50%" r="6"/>`);
}

/** A bar from the left end of the axis, with its interval and the goal as a tick. */
export function bar(measure: Measure, axis: Axis): string {
  const spread =
    measure.low === measure.high
      ? ''
      : `<line class="spread" x1="${at(measure.low, axis)}" x2="${at(measure.high, axis)}" y1="50%" y2="50%"/>`;
  return strip(
    measure,
    axis,
    `<rect class="fill" x="0" y="20%" width="${at(measure.value, axis)}" height="60%" rx="2"/>${spread}`,
  );
}

function strip(measure: Measure, axis: Axis, inside: string): string {
  const lines = axis.marks
    .map((mark) => `<line class="axis" x1="${at(mark, axis)}" x2="${at(mark, axis)}" y1="0" y2="100%"/>`)
    .join('');
  const goal = goalOf(measure.goal);
  const tick = goal
    ? `<line class="goal" x1="${at(goal.value, axis)}" x2="${at(goal.value, axis)}" y1="-2" y2="24"/>`
    : '';
  return `<svg class="strip ${standing(measure)}" aria-hidden="true">${lines}${inside}${tick}</svg>`;
}

/** `reached`, `missed`, or `told` where there is no goal. */
export function standing(measure: Measure): 'reached' | 'missed' | 'told' {
  return measure.goal === '' ? 'told' : measure.ok ? 'reached' : 'missed';
}

function at(value: number, axis: Axis): string {
  return `${Math.round(part(value, axis) * 1000) / 10}%`;
}

function part(value: number, { from, to, log }: Axis): number {
  const place = log ? Math.log(Math.max(value, from) / from) / Math.log(to / from) : (value - from) / (to - from);
  return Math.min(1, Math.max(0, place));
}

const box = { width: 340, height: 190, left: 40, right: 20, top: 10, bottom: 26 } as const;

/** Curves over the share of errors, each with its intervals; goals as dashes at their place. */
export function curves(all: readonly Curve[], axis: Axis): string {
  const places = all.flatMap((curve) => curve.points.map((point) => point.at));
  const most = Math.max(...places);
  const x = (place: number): number => round(box.left + (place / most) * (box.width - box.left - box.right));
  const y = (value: number): number =>
    round(box.height - box.bottom - part(value, axis) * (box.height - box.top - box.bottom));
  const grid = axis.marks.map(
    (mark) =>
      `<line class="axis" x1="${box.left}" x2="${box.width - box.right}" y1="${y(mark)}" y2="${y(mark)}"/><text x="${box.left - 6}" y="${y(mark) + 4}" text-anchor="end">${percent(mark)}</text>`,
  );
  const under = [...new Set(places)].map(
    (place) => `<text x="${x(place)}" y="${box.height - 8}" text-anchor="middle">${place} %</text>`,
  );
  const drawn = all.map((curve, index) => {
    const line = curve.points.map(({ at: place, measure }) => `${x(place)},${y(measure.value)}`).join(' ');
    const points = curve.points.map(({ at: place, measure }) => {
      const goal = goalOf(measure.goal);
      const dash = goal
        ? `<line class="goal" x1="${x(place) - 14}" x2="${x(place) + 14}" y1="${y(goal.value)}" y2="${y(goal.value)}"/>`
        : '';
      return `<line class="spread" x1="${x(place)}" x2="${x(place)}" y1="${y(measure.low)}" y2="${y(measure.high)}"/><circle class="dot ${standing(measure)}" cx="${x(place)}" cy="${y(measure.value)}" r="4"/>${dash}`;
    });
    return `<g class="curve-${index}"><polyline points="${line}"/>${points.join('')}</g>`;
  });
  const told = all
    .map(
      (curve) => `${curve.name}: ${curve.points.map((one) => `${one.at} % ${percent(one.measure.value)}`).join(', ')}`,
    )
    .join('; ');
  return `<svg class="curves" viewBox="0 0 ${box.width} ${box.height}" role="img" aria-label="${escapeHtml(told)}">${grid.join('')}${under.join('')}${drawn.join('')}</svg>`;
}

/** `2.5 %`, `80 %`. */
export function percent(value: number): string {
  const whole = value * 100;
  return `${Number(whole.toFixed(Math.abs(whole) < 10 && whole % 1 !== 0 ? 1 : 0))} %`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
