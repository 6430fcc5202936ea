// A coaching note begun and given, from a mark that says kept or missed, by whoever answers for the person who served.
import { randomBytes } from 'node:crypto';
import { findPlaces } from '../../contacts/contacts.use.ts';
import { redactWords } from '../../contacts/redaction/redact-words.core.ts';
import { Fault } from '../../kernel/fault.ts';
import { addDays, type Day, inForce, isDay } from '../../kernel/moment.ts';
import { personNames } from '../../people/names-of.use.ts';
import { readSourcedPosts } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { hiddenFrom } from '../../review/people-say.use.ts';
import { readReviewMark } from '../../review/review-marks.use.ts';
import type { Evidence } from '../../standards/standard.core.ts';
import { assertMayCoach, isCoach, personOf } from './coaching.access.ts';
import { above, type FollowedThen, mostWords } from './coaching.core.ts';
import * as store from './coaching.store.ts';
import { followedThen, overturned } from './overturned.use.ts';

/** The moment that a note is begun from. */
export interface MomentToCoach {
  readonly mark: string;
  readonly contact: string;
  readonly contactVersion: number;
  readonly standard: string;
  readonly verdict: 'met' | 'failed';
  readonly evidence: readonly Evidence[];
  readonly person: string;
  readonly site: string | null;
  /** Contacts that whoever coaches has in hand for a review: none of them is shown as an example. */
  readonly hidden: ReadonlySet<string>;
  /** The instruction that they followed then; undefined where none was found. */
  readonly followed: FollowedThen | undefined;
  /** Notes given about it already, but for those that were withdrawn. */
  readonly before: number;
}

/** @throws Fault `coaching-forbidden`, `mark-missing`, `coaching-nobody`, `coaching-verdict`, `coaching-reviewing`, `not-in-record` */
export async function momentToCoach(work: Work, mark: string): Promise<MomentToCoach> {
  if (!isCoach(work.actor)) assertMayCoach(work.actor, '', new Set());
  const own = personOf(work.actor);
  const found = (await store.markToCoach(work, mark)) ?? (await personsMark(work, mark));
  if (!found)
    throw new Fault(
      'mark-missing',
      'missing',
      'There is no such mark, or it is not yours to see. Take one from a contact.',
    );
  const hidden = await hiddenFrom(work);
  if (hidden.has(found.contact))
    throw new Fault(
      'coaching-reviewing',
      'conflict',
      'You have this contact in hand for a review. Send your marks first, so that you make them unseen.',
    );
  const { person } = found;
  const stands = await overturned(work, [{ ...found, verdict: found.verdict === 'met' ? 'met' : 'failed' }]);
  const verdict = stands.get(mark) ?? found.verdict;
  if (verdict !== 'met' && verdict !== 'failed')
    throw new Fault(
      'coaching-verdict',
      'conflict',
      'Nobody can be coached from what can’t be told. Take a mark that says met or missed.',
    );
  if (person === null || (await personNames(work, [person])).size === 0)
    throw new Fault(
      'coaching-nobody',
      'unready',
      'Who served isn’t on record, so nobody would read it. Say on the page of the contact who it was.',
    );
  const today = work.now.slice(0, 10);
  const posts = (await readSourcedPosts(work)).map((one) => one.row).filter((post) => inForce(post, today));
  assertMayCoach(work.actor, person, above(posts, own));
  const given = await store.notesOf(work, { mark }, 100);
  return {
    mark,
    contact: found.contact,
    contactVersion: found.version,
    standard: found.standard,
    verdict,
    evidence: found.evidence,
    person,
    site: found.site,
    hidden,
    followed: (await followedThen(work, [{ ...found, verdict }])).get(mark),
    before: given.filter(({ events }) => !events.some((one) => one.kind === 'withdrawn')).length,
  };
}

/** A mark that a reviewer made, as far as it may be seen. */
async function personsMark(work: Work, id: string): Promise<Awaited<ReturnType<typeof store.markToCoach>>> {
  const mark = await readReviewMark(work, id);
  const [place] = mark ? await findPlaces(work, [mark.contactId]) : [];
  if (!mark || place?.version !== mark.contactVersion) return undefined;
  const { contactId: contact, contactVersion: version, standard, verdict, evidence } = mark;
  return {
    id,
    contact,
    version,
    standard,
    verdict,
    evidence,
    person: place.personId ?? null,
    site: place.siteId ?? null,
  };
}

export interface NoteGiven {
  readonly mark: string;
  readonly says: string;
  readonly try: string;
  /** Found by the program among what may be shown; null for that of the set of standards. */
  readonly example: { readonly mark: string; readonly contact: string } | null;
  readonly followUp?: Day;
}

/**
 * Gives it: the person sees it at once. Personal data is taken out of its words.
 * @throws Fault as momentToCoach does; `coaching-empty`, `coaching-day`
 */
export async function giveNote(work: Work, given: NoteGiven): Promise<string> {
  const moment = await momentToCoach(work, given.mark);
  const says = clean(work, given.says);
  if (says === '')
    throw new Fault('coaching-empty', 'malformed', 'Say what you noticed, in a sentence or two.', [
      { pointer: '/says', detail: 'expected a sentence' },
    ]);
  const today = work.now.slice(0, 10);
  const { followUp } = given;
  if (followUp !== undefined && (!isDay(followUp) || followUp < addDays(today, -1) || followUp > addDays(today, 366)))
    throw new Fault('coaching-day', 'malformed', 'The day to look again is to come, and within a year.', [
      { pointer: '/followUp', detail: 'expected a day from today on, e.g. a week from now' },
    ]);
  const id = `k${randomBytes(12).toString('hex')}`;
  const { orgId } = work.actor;
  await store.insertNote(work, {
    orgId,
    id,
    person: moment.person,
    by: personOf(work.actor),
    byMember: work.actor.id,
    mark: moment.mark,
    contact: moment.contact,
    contactVersion: moment.contactVersion,
    standard: moment.standard,
    verdict: moment.verdict,
    evidence: moment.evidence,
    says,
    try: clean(work, given.try),
    exampleMark: given.example?.mark ?? null,
    exampleContact: given.example?.contact ?? null,
    followUp: followUp ?? null,
    givenAt: new Date(work.now),
  });
  await append(work, { kind: 'coaching.given', subjects: [id, moment.mark], digestOf: `${says}\n${given.try}` });
  return id;
}

/** The words without personal data, as everything that is written of contacts. */
export function clean(work: Work, words: string): string {
  return redactWords(words, work.key, mostWords);
}
