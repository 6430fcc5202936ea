// People by name with their posts of today. Whoever calls asks first who may see people's names.
import type { Work } from '../platform/db/work.ts';
import { peopleAfter, type NameAt, type PeopleAsked, type PersonToday } from './people-list.store.ts';

/** A page, one more than `limit` where there are more. */
export async function listPeople(
  work: Work,
  { site, words }: Omit<PeopleAsked, 'day'>,
  after: NameAt | null,
  limit: number,
): Promise<PersonToday[]> {
  const asked = { day: work.now.slice(0, 10), site, words: words?.trim().toLowerCase() };
  return peopleAfter(work, asked, after, limit + 1);
}
