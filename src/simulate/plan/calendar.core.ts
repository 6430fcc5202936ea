// The days of a planned period by number (0 is the first), and clock times of a place as instants.
import { addDays, type Day, type Moment, type Month } from '../../kernel/moment.ts';
import { zonedMoment } from '../../record/zoned.core.ts';

const dayLength = 86_400_000;
/** Records reach back and ahead of the period. */
const before = 2200;
const after = 1500;

export class Calendar {
  readonly start: Day;
  readonly days: number;
  readonly #names: string[];
  readonly #first: number;
  /** The wall clock minus UTC at noon, in milliseconds, by zone and day: clocks change at night. */
  readonly #offsets = new Map<string, Map<number, number>>();

  constructor(start: Day, days: number) {
    this.start = start;
    this.days = days;
    this.#first = Date.parse(`${start}T00:00:00Z`);
    this.#names = Array.from({ length: before + days + after }, (_, i) =>
      new Date(this.#first + (i - before) * dayLength).toISOString().slice(0, 10),
    );
  }

  day(number: number): Day {
    return this.#names[number + before] ?? addDays(this.start, number);
  }

  month(number: number): Month {
    return this.day(number).slice(0, 7);
  }

  /** 0 is Sunday. */
  weekday(number: number): number {
    return new Date(this.#first + number * dayLength).getUTCDay();
  }

  /** Share of the year that has gone by, 0 to 1. */
  season(number: number): number {
    const date = new Date(this.#first + number * dayLength);
    return (date.getUTCMonth() + date.getUTCDate() / 31) / 12;
  }

  /** Milliseconds since 1970 of so many minutes after midnight at a place. */
  time(number: number, minutes: number, timeZone: string): number {
    const wall = this.#first + number * dayLength;
    return wall + minutes * 60_000 - this.#offset(number, wall, timeZone);
  }

  at(number: number, minutes: number, timeZone: string): Moment {
    return new Date(this.time(number, minutes, timeZone)).toISOString();
  }

  #offset(number: number, midnight: number, timeZone: string): number {
    let known = this.#offsets.get(timeZone);
    if (!known) this.#offsets.set(timeZone, (known = new Map()));
    let offset = known.get(number);
    if (offset === undefined) {
      const noon = zonedMoment(`${this.day(number)} 12:00`, timeZone);
      if (noon === null) throw new RangeError(`No such time zone: ${timeZone}`);
      offset = midnight + dayLength / 2 - Date.parse(noon);
      known.set(number, offset);
    }
    return offset;
  }
}
