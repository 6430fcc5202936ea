// Of failures that might be shown, the one whose words show it best: the words are read of these alone, some contacts at a time.
import { findContacts } from '../../contacts/contacts.use.ts';
import type { Work } from '../../platform/db/work.ts';
import type { Candidate } from './candidates.core.ts';
import { byClearness, clearness, type Graded } from './clearness.core.ts';

const atATime = 200;

/** Each list's marks by id, the clearest first. Of a contact that is gone nothing is told. */
export async function clearestFirst(
  work: Work,
  lists: ReadonlyMap<string, readonly Candidate[]>,
): Promise<Map<string, string[]>> {
  const byContact = Map.groupBy(
    new Map([...lists.values()].flat().map((one) => [one.mark.id, one])).values(),
    (one) => one.mark.contact,
  );
  const ids = [...byContact.keys()].toSorted();
  const graded = new Map<string, Graded>();
  for (let at = 0; at < ids.length; at += atATime)
    for (const contact of await findContacts(work, ids.slice(at, at + atATime)))
      for (const { mark, startedAt } of byContact.get(contact.id) ?? [])
        graded.set(mark.id, { id: mark.id, clear: clearness(mark, contact), startedAt });
  return new Map(
    [...lists].map(([of, candidates]) => [
      of,
      candidates
        .flatMap(({ mark }) => graded.get(mark.id) ?? [])
        .toSorted(byClearness)
        .map((one) => one.id),
    ]),
  );
}
