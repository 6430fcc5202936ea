// Marks by week, contacts of a stretch of days, and the surest failures in it, by the standards in use.
import type { Day } from '../kernel/moment.ts';
import type { Work } from '../platform/db/work.ts';
import { currentStandards } from './marking.store.ts';
import * as store from './weekly-counts.store.ts';

/** Met and failed per standard in use and week of seven days from a day on. Contacts whose day isn't known are left out. */
export async function countWeeks({ tx, actor }: Work, days: store.Days): Promise<store.WeekCount[]> {
  const versions = (await currentStandards(tx, actor.orgId)).map((one) => one.version);
  return store.countWeeks(tx, actor.orgId, versions, days);
}

/** How many contacts there were, and the last day before them that had any; null where none had. */
export async function contactsOfDays(
  { tx, actor }: Work,
  days: store.Days,
): Promise<{ here: number; before: Day | null }> {
  return {
    here: await store.countContactsIn(tx, actor.orgId, days),
    before: await store.lastDayBefore(tx, actor.orgId, days.from),
  };
}

/** Failed marks of a standard in use, the surest first. */
export async function failuresOfDays(
  { tx, actor }: Work,
  standard: string,
  days: store.Days,
  limit: number,
): Promise<{ mark: string; contact: string }[]> {
  const version = (await currentStandards(tx, actor.orgId)).find((one) => one.id === standard)?.version;
  return version === undefined ? [] : store.failuresIn(tx, actor.orgId, version, days, limit);
}

export type { Days, WeekCount } from './weekly-counts.store.ts';
