// Which week a Monday page tells of, and when it is due: at seven on Monday by the clock of most sites. The clock is passed in.
import { addDays, type Day, type Moment } from '../../kernel/moment.ts';

/** A week from Monday to Sunday, both inclusive. */
export interface Week {
  readonly from: Day;
  readonly to: Day;
}

const hourOfSending = 7;

/** The time zone that most sites keep, the first by name of several; UTC where no site is on record. */
export function zoneOf(sites: readonly { readonly timeZone: string }[]): string {
  const counts = new Map<string, number>();
  for (const { timeZone } of sites) counts.set(timeZone, (counts.get(timeZone) ?? 0) + 1);
  const [first] = [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  return first?.[0] ?? 'UTC';
}

/** The Monday on or before a day. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** The week that ended before a Monday. */
export function weekBefore(monday: Day): Week {
  return { from: addDays(monday, -7), to: addDays(monday, -1) };
}

/** The Monday that a moment's week begins with in a zone, and whether it has struck seven there since. */
export function mondayAt(now: Moment, zone: string): { readonly monday: Day; readonly isDue: boolean } {
  const { day, hour } = clockIn(now, zone);
  const monday = mondayOf(day);
  return { monday, isDue: day > monday || hour >= hourOfSending };
}

/** Had it struck seven on that Monday in the zone, at that moment? */
export function isAfterSending(at: Moment, monday: Day, zone: string): boolean {
  const { day, hour } = clockIn(at, zone);
  return day > monday || (day === monday && hour >= hourOfSending);
}

function clockIn(at: Moment, zone: string): { day: Day; hour: number } {
  const parts = new Map(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    })
      .formatToParts(new Date(at))
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    hour: Number(parts.get('hour')),
  };
}
