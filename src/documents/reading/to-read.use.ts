// What whoever asks still has to read.
import { addDays } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import * as store from './reading.store.ts';
import { daysAhead, type ToRead, toRead } from './to-read.core.ts';

/** Nothing for whoever is no person of the record, or serves nowhere today. */
export async function listToRead(work: Work): Promise<ToRead[]> {
  const { person } = work.actor;
  if (person === undefined) return [];
  const today = work.now.slice(0, 10);
  const places = await store.placesOf(work, person, today);
  if (places.length === 0) return [];
  const versions = await store.versionsFor(work, places, today, addDays(today, daysAhead));
  return toRead(versions, places, await store.answersGiven(work, { person }), today);
}
