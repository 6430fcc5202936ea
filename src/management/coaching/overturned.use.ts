// Whether a mark that somebody was coached from still stands: what a dispute came to, what reviewers agreed on since, and what a
// new marking says. And whether whoever served did as they were told, which leaves the mark and changes what there is to say of it.
import { findPlaces } from '../../contacts/contacts.use.ts';
import { readDecided } from '../../marking/decided-marks.use.ts';
import { overturnedIn } from '../../marking/overturned/overturned.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { readVerdicts } from '../../review/review-marks.use.ts';
import type { Verdict } from '../../standards/standard.core.ts';
import { followedInstructions } from '../../review/disputes/disputes.use.ts';
import type { CoachingNote, FollowedThen } from './coaching.core.ts';

/** What people agreed on of one standard, by contact. @param contacts of these alone */
export async function personsVerdicts(
  work: Work,
  standard: string,
  contacts?: readonly string[],
): Promise<ReadonlyMap<string, Verdict>> {
  const agreed = await readVerdicts(work, { standards: [standard], ...(contacts === undefined ? {} : { contacts }) });
  return new Map(agreed.map((one) => [one.contactId, one.verdict]));
}

/** The verdict that stands now, by note; none where the mark stands as it was. */
export async function overturned(
  work: Work,
  notes: readonly Pick<CoachingNote, 'id' | 'contact' | 'standard' | 'verdict'>[],
): Promise<ReadonlyMap<string, Verdict | 'struck'>> {
  const found = new Map<string, Verdict | 'struck'>();
  if (notes.length === 0) return found;
  const contacts = [...new Set(notes.map((one) => one.contact))];
  const ruled = new Set((await overturnedIn(work, contacts)).map((one) => `${one.contact}\n${one.standard}`));
  const places = await findPlaces(work, contacts);
  const decided = await readDecided(work, places);
  const marks = new Map(places.map((place, at) => [place.id, decided[at]!.marks]));
  const agreed = new Map<string, ReadonlyMap<string, Verdict>>();
  for (const { id, contact, standard, verdict } of notes) {
    if (!agreed.has(standard)) agreed.set(standard, await personsVerdicts(work, standard, contacts));
    const now = (marks.get(contact) ?? []).filter((one) => one.standard === standard).map((one) => one.verdict);
    const stands = agreed.get(standard)!.get(contact) ?? (now.includes(verdict) ? verdict : now[0]);
    if (verdict === 'failed' && ruled.has(`${contact}\n${standard}`)) found.set(id, 'struck');
    else if (stands !== undefined && stands !== verdict) found.set(id, stands);
  }
  return found;
}

/** By note, the instruction that whoever served was found to have followed when they missed it. */
export async function followedThen(
  work: Work,
  notes: readonly Pick<CoachingNote, 'id' | 'contact' | 'standard' | 'verdict'>[],
): Promise<ReadonlyMap<string, FollowedThen>> {
  const missed = notes.filter((one) => one.verdict === 'failed');
  if (missed.length === 0) return new Map();
  const all = await followedInstructions(work, [...new Set(missed.map((one) => one.contact))]);
  return new Map(
    missed.flatMap(({ id, contact, standard }) => {
      const own = all.find((one) => one.contact === contact && one.standard === standard);
      if (!own) return [];
      const { kind, part, inPart } = own;
      return [[id, { kind, inPart, ...(part === undefined ? {} : { part }) }] as const];
    }),
  );
}
