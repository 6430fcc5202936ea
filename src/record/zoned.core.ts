// Clock times as people write them, in the time zone of the place where they were written.
import type { Day, Moment } from '../kernel/moment.ts';
import { toMoment } from '../kernel/moment.ts';

const local = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?:\s*([ap])\.?m\.?)?$/i;
const formats = new Map<string, Intl.DateTimeFormat>();

/** True for an IANA name such as `America/New_York` (or `UTC`); abbreviations such as `EST` are nobody's zone all year. */
export function isTimeZone(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Za-z]+\/[A-Za-z0-9_+/-]+$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** All zone names that this machine knows, for suggestions. */
export function timeZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone');
}

/** Does the text carry its own zone, as in `2026-03-01T09:00-08:00`? */
function hasZone(text: string): boolean {
  return /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) && text.includes(':');
}

/**
 * The instant of a time such as `2026-03-01 09:00`, read on the clock of the zone unless it carries its own; null where it
 * is no time. A time that the clock skips in spring is read as the one an hour later; one that it strikes twice, as the first.
 */
export function zonedMoment(text: string, timeZone: string): Moment | null {
  if (hasZone(text)) return toMoment(text.trim().replace(' ', 'T'));
  const found = local.exec(text.trim());
  if (!found) return null;
  const [, day, hours, minute, second, half] = found;
  const afternoon = half?.toLowerCase() === 'p' ? 12 : 0;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + afternoon;
  const wall = Date.parse(`${day}T${String(hour).padStart(2, '0')}:${minute}:${second ?? '00'}.000Z`);
  if (Number.isNaN(wall)) return null;
  // Each guess at the offset is taken from the instant that the other would give: two guesses settle every case.
  const early = wall - offsetAt(wall - 86_400_000, timeZone);
  const late = wall - offsetAt(wall + 86_400_000, timeZone);
  const fits = [Math.min(early, late), Math.max(early, late)].filter(
    (time) => time + offsetAt(time, timeZone) === wall,
  );
  return new Date(fits[0] ?? early).toISOString();
}

/** Offsets already asked for, by zone and quarter of an hour: no zone of our time changes its clock in between. */
const offsets = new Map<string, Map<number, number>>();
const quarter = 900_000;

/** The wall clock of an instant in a zone, minus UTC, in milliseconds. */
function offsetAt(time: number, timeZone: string): number {
  let known = offsets.get(timeZone);
  if (!known) {
    known = new Map();
    offsets.set(timeZone, known);
  }
  const slot = Math.floor(time / quarter);
  const found = known.get(slot) ?? askedOffset(slot * quarter, timeZone);
  known.set(slot, found);
  return found;
}

function askedOffset(time: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    const parts = {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    } as const;
    format = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', era: 'short', ...parts });
    formats.set(timeZone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(new Date(time))) part[type] = Number(value);
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!) - time;
}

export type DayOrder = 'month-first' | 'day-first' | 'unknown' | 'contradictory';
const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/** Which way round a file writes `3/14/2026`: told by any day above 12 in it. Spreadsheets rewrite ISO days so when they save. */
export function dayOrder(cells: Iterable<string>): DayOrder {
  let monthFirst = false;
  let dayFirst = false;
  for (const cell of cells) {
    const found = slashed.exec(cell.trim().split(' ')[0] ?? '');
    if (!found) continue;
    if (Number(found[1]) > 12) dayFirst = true;
    if (Number(found[2]) > 12) monthFirst = true;
  }
  if (monthFirst && dayFirst) return 'contradictory';
  if (monthFirst) return 'month-first';
  return dayFirst ? 'day-first' : 'unknown';
}

/** A slashed day in ISO form, or null where the text is none or the order isn't known (`4/4/2026` is the same both ways). */
export function slashedDay(text: string, order: DayOrder): Day | null {
  const found = slashed.exec(text.trim());
  if (!found) return null;
  const [, first, second, year] = found as unknown as [string, string, string, string];
  if (order !== 'month-first' && order !== 'day-first' && first !== second) return null;
  const [month, day] = order === 'day-first' ? [second, first] : [first, second];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
