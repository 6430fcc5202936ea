// From a contact and everything marked in it to the failures that the ladder is asked about.
import { dayIn } from '../kernel/moment.ts';
import { isDayOnly, type ContactPlace } from '../contacts/contact.core.ts';
import { isRepCode } from '../contacts/rep-code.core.ts';
import type { Mark } from '../marking/mark.core.ts';
import type { Marker, Standard } from '../standards/standard.core.ts';
import type { RecordBook } from './book.core.ts';
import type { FailedStandard, Failure, FollowedHere, Heard } from './failure.core.ts';

/** A contact with what was said of it, as marking tells it. */
export interface Marked {
  readonly contact: ContactPlace;
  readonly kinds: readonly string[];
  readonly heard: readonly Heard[];
  readonly marks: readonly Mark[];
  /** Contacts in progress at its site when it began, itself included; left out where that isn't known. */
  readonly contactsThen?: number;
}

/** What people ruled of marks after they were made. */
export interface Rulings {
  /** Of a failure: false where people found that it is none. */
  readonly stands: (contact: string, standard: string) => boolean;
  /** How many people looked and found it failed as well. */
  readonly agreeing: (contact: string, standard: string) => number;
  readonly followed: (contact: string, standard: string) => FollowedHere | undefined;
}

/** Nobody ruled anything. */
export const noRulings: Rulings = { stands: () => true, agreeing: () => 0, followed: () => undefined };

/** Whose word stands where markers differ: a person who read or saw it before any machine. */
const rank: Readonly<Record<Marker, number>> = { reviewer: 4, shopper: 3, model: 2, learned: 1, cue: 0 };

/**
 * The contact's failures, one a standard, in order of standard. Marks of standards that aren't given are left out, and failures
 * that people found to be none.
 */
export function toFailures(
  { contact, kinds, heard, marks, contactsThen }: Marked,
  standards: ReadonlyMap<string, Standard>,
  book: RecordBook,
  rulings: Rulings = noRulings,
): Failure[] {
  const { siteId, personId } = contact;
  const site = siteId === undefined ? {} : { site: siteId };
  const who =
    personId === undefined
      ? {}
      : { ratedAs: personId, ...(knownRep(personId) === undefined ? {} : { person: personId }) };
  const when = whenOf(contact, book.site(siteId)?.timeZone);
  const busy = contactsThen === undefined ? {} : { contactsThen };
  return [...Map.groupBy(marks, (mark) => mark.standard)].flatMap(([id, all]) => {
    const standard = standards.get(id);
    const said = decided(all);
    const [mark] = said;
    if (!standard || !mark || mark.verdict !== 'failed' || !rulings.stands(contact.id, id)) return [];
    const followed = rulings.followed(contact.id, id);
    const markers = new Set(said.filter((one) => one.verdict === 'failed').map((one) => one.marker));
    return [
      {
        mark,
        standard: asked(standard),
        readers: markers.size + rulings.agreeing(contact.id, id),
        ...site,
        ...who,
        ...when,
        ...busy,
        ...(followed === undefined ? {} : { followed }),
        channel: contact.channel,
        kinds,
        heard,
      },
    ];
  });
}

/** Marks of one standard that say met or failed, the one whose word stands first. */
export function decided<M extends Pick<Mark, 'marker' | 'verdict'>>(marks: readonly M[]): M[] {
  return marks
    .filter((mark) => mark.verdict === 'failed' || mark.verdict === 'met')
    .toSorted((a, b) => rank[b.marker] - rank[a.marker]);
}

/** The rep's id where the record knows them; undefined where it doesn't, or where the contact doesn't say. */
export function knownRep(person: string | undefined): string | undefined {
  return person !== undefined && isRepCode(person) ? undefined : person;
}

// A day that was written without a zone is the site's own day, whatever the zone. The moment it happened at is known only
// where a clock time was written and the site's zone is on record.
export function whenOf(
  { startedAt, startedLocal }: Pick<ContactPlace, 'startedAt' | 'startedLocal'>,
  zone: string | undefined,
): Pick<Failure, 'startedAt' | 'day'> {
  if (startedAt === undefined) return {};
  if (startedLocal === undefined) return { startedAt, day: dayIn(startedAt, zone ?? 'UTC') };
  const day = startedLocal.slice(0, 10);
  return isDayOnly(startedLocal) || zone === undefined ? { day } : { startedAt, day };
}

function asked({ id, kind, says, title, instead, weight, few, task }: Standard): FailedStandard {
  return {
    id,
    kind,
    says,
    weight,
    few,
    ...(title === undefined ? {} : { title }),
    ...(instead === undefined ? {} : { instead }),
    ...(task === undefined ? {} : { task }),
  };
}
