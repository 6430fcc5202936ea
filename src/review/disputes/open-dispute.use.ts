// A dispute opened: by whoever served, on a mark that says they failed, once at a time. Whoever calls has read the instruction, which
// stands in domains above this one.
import { findPlaces } from '../../contacts/contacts.use.ts';
import { contentId } from '../../kernel/digest.ts';
import { Fault } from '../../kernel/fault.ts';
import type { Day } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { readReviewMark, readReviewMarks } from '../review-marks.use.ts';
import { act, asks, redacted, tellAsked } from './dispute-acts.use.ts';
import { answerersOf } from './dispute-chain.core.ts';
import type { DisputeDesk } from './dispute-desk.use.ts';
import { disputeState, type Dispute, type DisputeGround, type Instruction } from './dispute.core.ts';
import { disputesOfMark, lockDispute, writeDispute } from './dispute.store.ts';
import { disputedMark, type DisputedMark } from './disputed-mark.store.ts';
import { personOf } from './disputes.access.ts';

export interface DisputeAsked {
  readonly ground: DisputeGround;
  readonly says: string;
  readonly instruction?: Instruction | undefined;
}

/** A mark on a contact of one's own, and the day of the contact as it was written. */
export interface OwnMark extends Omit<DisputedMark, 'startedAt' | 'startedLocal' | 'person'> {
  readonly person: string;
  readonly day: Day | null;
}

/** @throws Fault `mark-missing` also where it was with somebody else, `not-in-record` */
export async function ownMark(work: Work, mark: string): Promise<OwnMark> {
  const person = personOf(work.actor);
  const found = (await disputedMark(work, mark)) ?? (await ofReviewer(work, mark));
  if (found?.person === person) {
    const { startedAt, startedLocal, ...rest } = found;
    const instant = startedAt === null ? null : new Date(startedAt).toISOString();
    return { ...rest, person, day: (startedLocal ?? instant)?.slice(0, 10) ?? null };
  }
  throw new Fault('mark-missing', 'missing', 'There is no such mark on a contact of yours, or no answer to it.');
}

/** Reviewers who said that it was missed: they have had their say, whatever mark of it is disputed. */
async function saidTheSame(work: Work, contact: string, standard: string): Promise<string[]> {
  const said = await readReviewMarks(work, { standards: [standard], contacts: [contact] });
  return [...new Set(said.filter((one) => one.verdict === 'failed').map((one) => one.reviewer))].toSorted();
}

/** What a person said of the contact, where whoever served is shown it. */
async function ofReviewer(work: Work, id: string): Promise<DisputedMark | undefined> {
  const said = await readReviewMark(work, id);
  const [place] = said ? await findPlaces(work, [said.contactId]) : [];
  if (!said || !place || place.version !== said.contactVersion) return undefined;
  return {
    mark: id,
    contact: said.contactId,
    contactVersion: said.contactVersion,
    standard: said.standard,
    standardVersion: said.standardVersion,
    verdict: said.verdict,
    marker: 'reviewer',
    person: place.personId ?? null,
    site: place.siteId ?? null,
    startedAt: place.startedAt ?? null,
    startedLocal: place.startedLocal ?? null,
  };
}

/**
 * @param work of whoever disputes
 * @throws Fault `mark-missing`, `not-in-record`, `dispute-empty`, `dispute-met`, `dispute-again`
 */
export async function openDispute(
  work: Work,
  desk: DisputeDesk,
  mark: string,
  { ground, says, instruction }: DisputeAsked,
): Promise<{ readonly id: string }> {
  const { actor, now } = work;
  const found = await ownMark(work, mark);
  const words = redacted(work, says);
  if (words === '')
    throw new Fault('dispute-empty', 'malformed', 'Say in a sentence or two what is wrong with the mark.', [
      { pointer: '/says', detail: 'expected a sentence' },
    ]);
  if (found.verdict !== 'failed')
    throw new Fault('dispute-met', 'conflict', 'Only a mark that says something was missed is disputed.');
  await lockDispute(work, `${found.contact} ${found.standard}`);
  const before = await disputesOfMark(work, found.contact, found.standard);
  // Whoever was put right as the one who served may dispute it too: what another said of it is not theirs.
  if (before.some((one) => one.dispute.person === found.person && disputeState(one.events)?.name !== 'withdrawn'))
    throw new Fault(
      'dispute-again',
      'conflict',
      'This mark is disputed already. Look under Disputes how it stands; an answer can be taken further once.',
    );
  const { verdict: _verdict, day: _day, ...of } = found;
  const dispute: Dispute = {
    ...of,
    madeBy: await saidTheSame(work, of.contact, of.standard),
    id: contentId('dp', of.contact, of.standard, String(before.length), actor.id),
    member: actor.id,
    ground,
    says: words,
    instruction: ground === 'instruction' ? (instruction ?? { kind: 'word' }) : null,
    openedAt: now,
  };
  await writeDispute(work, dispute);
  const [first] = answerersOf(desk.members, dispute, null);
  const { state } = await act(work, { dispute, events: [], state: null }, 'opened', asks(desk, first!));
  await tellAsked(work, desk, state);
  return { id: dispute.id };
}
