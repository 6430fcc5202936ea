// Times as strings that sort: a Moment is an instant in UTC, a Day is a calendar day where it happened. The clock is
// never read here; it is passed in.

/** ISO 8601 instant in UTC with milliseconds, e.g. `2026-03-01T14:05:00.000Z`. Sorts as text. */
export type Moment = string;
/** Calendar day `YYYY-MM-DD`, in the time zone of the site it belongs to. Sorts as text. */
export type Day = string;
/** Calendar month `YYYY-MM`. */
export type Month = string;

const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** True for a real calendar day written `YYYY-MM-DD` (30 February is not one). */
export function isDay(text: string): boolean {
  if (!dayPattern.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** The instant as a Moment, or null where the text is not a time. Text without a zone is read as UTC. */
export function toMoment(text: string): Moment | null {
  const bare = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(text);
  const time = Date.parse(bare ? `${text.replace(' ', 'T')}Z` : text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day of an instant in a time zone (IANA name, e.g. `America/New_York`). @throws RangeError for an unknown zone */
export function dayIn(moment: Moment, timeZone: string): Day {
  let format = dayFormats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    dayFormats.set(timeZone, format);
  }
  return format.format(new Date(moment));
}

/** The day `count` days after `day` (before it, where negative). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Is `day` inside a dated row: from the first day, up to but not including `to`; no `to` means still in force. */
export function inForce(row: { from: Day; to?: Day | undefined }, day: Day): boolean {
  return row.from <= day && (row.to === undefined || day < row.to);
}
