// Whether sites and people can be told apart at all in what a forecast is made from.
import type { ForecastInput } from './forecast.core.ts';
import { rowsBetween } from './windows.core.ts';

/** One sentence where there is one site or one person, or where each site has one person only; none where more can be told. */
export function saysOfFew({ rows, origin }: ForecastInput): string[] {
  const bySite = new Map<number, Set<number>>();
  for (const row of rowsBetween(rows, '0000-01-01', origin)) {
    const site = rows.site.of[row]!;
    const person = rows.person.of[row]!;
    if (!bySite.has(site)) bySite.set(site, new Set());
    if (person >= 0) bySite.get(site)!.add(person);
  }
  const people = new Set([...bySite.values()].flatMap((one) => [...one]));
  const cannot = "a site can't be told from its people here, and little can be told of why";
  if (people.size === 0) return [`No contact says who served, so ${cannot}.`];
  if (people.size === 1) return [`Only one person served in all of these contacts, so ${cannot}.`];
  if (bySite.size === 1) return [`All of these contacts are of one site, so ${cannot}.`];
  if ([...bySite.values()].every((one) => one.size <= 1)) return [`Each site has only one person, so ${cannot}.`];
  return [];
}
