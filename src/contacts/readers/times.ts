// Times as sources write them: clocks (`1:02:03,5`), seconds, milliseconds, epochs, ISO 8601, and days with their order said.
import { toMoment } from '../../kernel/moment.ts';
import type { Moment } from '../../kernel/moment.ts';
import type { ContactFacts, LocalTime } from '../contact.core.ts';

/** `hh:mm:ss.fff`, `mm:ss` (comma or dot before the fraction) to seconds; null for anything else. */
export function clockSeconds(text: string): number | null {
  const parts = /^(?:(\d{1,3}):)?(\d{1,3}):([0-5]?\d)(?:[.,](\d{1,6}))?$/.exec(text.trim());
  if (!parts) return null;
  const fraction = parts[4] ? Number(`0.${parts[4]}`) : 0;
  return Number(parts[1] ?? 0) * 3600 + Number(parts[2]) * 60 + Number(parts[3]) + fraction;
}

/** An instant as written. Without a zone `local` holds what was written, and `moment` reads it as UTC, a bare day as its noon. */
export interface WrittenTime {
  readonly moment: Moment;
  readonly local?: LocalTime;
}

export type ReadTime = { readonly seconds: number } | WrittenTime;

/**
 * One time cell. Numbers past 1e11 are epoch milliseconds, past 1e8 epoch seconds (a contact of three years is none),
 * else seconds, or milliseconds where the column says so.
 */
export function readTime(value: string, inMilliseconds = false): ReadTime | null {
  const text = value.trim();
  if (text === '') return null;
  const plain = Number(text);
  const number = Number.isNaN(plain) ? Number(text.replace(/^PT([\d.]+)S$/, '$1').replace(/s$/, '')) : plain;
  if (Number.isFinite(number)) {
    if (number >= 1e11 && number < 1e14) return { moment: new Date(number).toISOString() };
    if (number >= 1e8 && number < 1e11) return { moment: new Date(number * 1000).toISOString() };
    return number < 0 || number >= 1e8 ? null : { seconds: inMilliseconds ? number / 1000 : number };
  }
  const clock = clockSeconds(text);
  if (clock !== null) return { seconds: clock };
  return readWritten(text);
}

/** The start of a contact as its facts keep it: nothing where the text is no time. */
export function startOf(written: WrittenTime | null | undefined): Pick<ContactFacts, 'startedAt' | 'startedLocal'> {
  if (!written) return {};
  return { startedAt: written.moment, ...(written.local === undefined ? {} : { startedLocal: written.local }) };
}

/** A date or instant as written in files: ISO, `3/14/2026 2:05 PM` (day first where the first number is past 12), `14.03.2026`. */
export function readWritten(value: string): WrittenTime | null {
  const text = value.trim().replace(/ UTC$/, 'Z');
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) {
    const iso = text
      .replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T')
      .replace(/(\.\d{3})\d+/, '$1')
      .replace(/^(\S+) ([+-]\d)/, '$1$2');
    const moment = toMoment(iso);
    if (moment === null) return null;
    if (iso.length === 10) return dayOnly(moment);
    return /^[^T]+T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(iso) ? clockTime(moment) : { moment };
  }
  const parts =
    /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?)?$/i.exec(text);
  if (!parts) return null;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  // Month first only with slashes and where both could be: the form used where most spreadsheets with slashes come from.
  const dayFirst = parts[2] !== '/' || first > 12;
  const [day, month] = dayFirst ? [first, second] : [second, first];
  const year = Number(parts[4]) < 100 ? 2000 + Number(parts[4]) : Number(parts[4]);
  const half = parts[8]?.toLowerCase().startsWith('p') ? 12 : 0;
  const hour = parts[8] ? (Number(parts[5]) % 12) + half : Number(parts[5] ?? 0);
  const time = Date.UTC(year, month - 1, day, hour, Number(parts[6] ?? 0), Number(parts[7] ?? 0));
  const back = new Date(time);
  if (month > 12 || back.getUTCDate() !== day || hour > 23) return null;
  return parts[5] === undefined ? dayOnly(back.toISOString()) : clockTime(back.toISOString());
}

/** The same, where only the instant counts. */
export function readMoment(value: string): Moment | null {
  return readWritten(value)?.moment ?? null;
}

// Noon, until the site's zone is known: midnight in UTC is the day before in half the world.
function dayOnly(moment: Moment): WrittenTime {
  const local = moment.slice(0, 10);
  return { moment: `${local}T12:00:00.000Z`, local };
}

function clockTime(moment: Moment): WrittenTime {
  return { moment, local: moment.slice(0, 19) };
}

/** A length of time to seconds: `344`, `5:44`, `01:30` as said by the column (`hh:mm`, minutes, ms). */
export function durationSeconds(value: string, column: string): number | undefined {
  const text = value.trim().replace('::', ':');
  const said = column.toLowerCase();
  const number = Number(text.replace(',', '.').replace(/\s*(s|sec|secs|seconds|min|mins|minutes)$/i, ''));
  if (text !== '' && Number.isFinite(number)) {
    if (number < 0) return undefined;
    if (/\bmin(ute)?s?\b|_min/.test(said) || /min/i.test(text)) return number * 60;
    return /\b(ms|millis\w*)\b|_ms\b/.test(said) ? number / 1000 : number;
  }
  const clock = clockSeconds(text);
  if (clock === null) return undefined;
  return /hh:mm(?!:ss)/.test(said) && text.split(':').length === 2 ? clock * 60 : clock;
}
