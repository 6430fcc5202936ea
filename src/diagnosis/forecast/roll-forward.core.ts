// Exposures rolled forward: the contacts of the last weeks once more, on the days ahead, with what will stand then if nobody
// does anything, tempered by how often that came true in the month before.
import { addDays, type Day } from '../../kernel/moment.ts';
import type { Exposure } from '../model/mark-rows.core.ts';
import { type ForecastInput, spans } from './forecast.core.ts';
import { rowsBetween } from './windows.core.ts';

/** Exposures of a moment: nothing on record says when they will come again, so they are taken to come as often as lately. */
const momentary: ReadonlySet<string> = new Set(['management.load', 'management.outage', 'management.waiting']);

const mostLookedAt = 4000;

export interface Ahead {
  /** The rows that stand for the days ahead, and what part of the marks to come each stands for. */
  readonly rows: Int32Array;
  readonly share: number;
  /** Values of each exposure, in the order of `rows`: as things stood on the last day, and ahead. */
  readonly now: readonly Float64Array[];
  readonly later: readonly Float64Array[];
}

/** Takes the last sixty days' rows to the thirty days ahead. */
export function rollForward(input: ForecastInput): Ahead {
  const { rows, origin, exposuresOn } = input;
  const template = rowsBetween(rows, addDays(origin, -spans.template), origin);
  const comes = cameTrue(input);
  const last = addDays(origin, -1);
  const now = rows.exposures.map(() => new Float64Array(template.length));
  const later = rows.exposures.map(() => new Float64Array(template.length));
  for (const [at, row] of template.entries()) {
    const carried = exposuresOn(row, last, last);
    const scheduled = exposuresOn(row, dayAhead(rows.day.names[rows.day.of[row]!]!, origin), last);
    rows.exposures.forEach((exposure, index) => {
      const own = exposure.values[row]!;
      const stays = momentary.has(exposure.id) ? own : orElse(carried[index]!, own);
      const will = momentary.has(exposure.id) ? own : orElse(scheduled[index]!, stays);
      now[index]![at] = stays;
      later[index]![at] = stays + comes[index]! * (will - stays);
    });
  }
  return { rows: template, share: spans.ahead / spans.template, now, later };
}

/**
 * How much of what was due to change a month ago did change, for each exposure: 1 where all came as it stood in the calendar, 0
 * where somebody always saw to it first. Least squares through the origin, drawn towards 1 by one whole change.
 */
function cameTrue({ rows, origin, exposuresOn }: ForecastInput): number[] {
  const before = addDays(origin, -spans.month);
  const last = addDays(before, -1);
  const all = rowsBetween(rows, before, origin);
  const step = Math.max(1, Math.ceil(all.length / mostLookedAt));
  const due = new Float64Array(rows.exposures.length).fill(1);
  const came = new Float64Array(rows.exposures.length).fill(1);
  for (let at = 0; at < all.length; at += step) {
    const row = all[at]!;
    const carried = exposuresOn(row, last, last);
    const scheduled = exposuresOn(row, rows.day.names[rows.day.of[row]!]!, last);
    rows.exposures.forEach((exposure: Exposure, index) => {
      const change = scheduled[index]! - carried[index]!;
      const real = exposure.values[row]! - carried[index]!;
      if (Number.isNaN(change) || Number.isNaN(real) || change === 0) return;
      due[index]! += change * change;
      came[index]! += change * real;
    });
  }
  return Array.from(due, (sum, index) => Math.min(1, Math.max(0, came[index]! / sum)));
}

// The same place in the month ahead: thirty days later, or sixty for the first half of the template.
function dayAhead(day: Day, origin: Day): Day {
  const later = addDays(day, spans.ahead);
  return later >= origin ? later : addDays(later, spans.ahead);
}

function orElse(value: number, other: number): number {
  return Number.isNaN(value) ? other : value;
}
