// What other parts ask of disputes: marks that are disputed now, how often marks of a standard are overturned, instructions that were
// followed. None of it says whose a dispute is.
import type { Day } from '../../kernel/moment.ts';
import { forgetOverturned, letStand } from '../../marking/overturned/overturned.use.ts';
import { append } from '../../platform/ledger/append.ts';
import type { Work } from '../../platform/db/work.ts';
import { usualDisputeRule } from './dispute-rule.core.ts';
import { type Dispute, disputeState, type Instruction } from './dispute.core.ts';
import * as store from './dispute.store.ts';
import { assertSetsRule } from './disputes.access.ts';

export interface DisputedNow {
  readonly dispute: string;
  readonly mark: string;
  readonly contact: string;
  readonly standard: string;
  readonly since: Day;
}

/** Marks whose dispute waits for an answer, the longest first: for reviews that look there on purpose, and enter no rate. */
export async function disputedMarks(work: Work): Promise<DisputedNow[]> {
  return (await store.disputes(work))
    .filter(({ events }) => disputeState(events)?.name === 'open')
    .map(({ dispute: { id, mark, contact, standard, openedAt } }) => ({
      dispute: id,
      mark,
      contact,
      standard,
      since: openedAt.slice(0, 10),
    }))
    .toReversed();
}

/** A person's dispute of a standard in a contact that wasn't withdrawn; null where there is none. */
export async function disputeOfMark(
  work: Work,
  { contact, standard, person }: Pick<Dispute, 'contact' | 'standard' | 'person'>,
): Promise<string | null> {
  const all = await store.disputesOfMark(work, contact, standard);
  const own = all.find(
    ({ dispute, events }) => dispute.person === person && disputeState(events)?.name !== 'withdrawn',
  );
  return own?.dispute.id ?? null;
}

export interface DisputeNumbers {
  readonly standard: string;
  /** What made the marks. */
  readonly marker: string;
  /** The member who made them, or said the same of them; null where it is the machine, a shopper, or not known. */
  readonly reviewer: string | null;
  readonly disputed: number;
  readonly upheld: number;
  readonly inPart: number;
  readonly notUpheld: number;
  readonly open: number;
}

/** How often marks were disputed and overturned, by standard and by who or what made them; withdrawn ones are left out. */
export async function disputeNumbers(work: Work): Promise<DisputeNumbers[]> {
  const all = (await store.disputes(work)).flatMap(({ dispute, events }) => {
    const state = disputeState(events);
    return !state || state.name === 'withdrawn' ? [] : [{ dispute, state }];
  });
  // What made the mark, and each who said the same of it.
  const made = all.flatMap((one) => [
    ...(one.dispute.marker === 'reviewer' && one.dispute.madeBy.length > 0
      ? []
      : [{ ...one, marker: one.dispute.marker, reviewer: null }]),
    ...one.dispute.madeBy.map((reviewer) => ({ ...one, marker: 'reviewer', reviewer })),
  ]);
  const groups = Map.groupBy(made, ({ dispute, marker, reviewer }) =>
    JSON.stringify([dispute.standard, marker, reviewer ?? '']),
  );
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => {
      const { dispute, marker, reviewer } = own[0]!;
      const held = (answer: string): number => own.filter(({ state }) => state.holds?.answer === answer).length;
      return {
        standard: dispute.standard,
        marker,
        reviewer,
        disputed: own.length,
        upheld: held('upheld'),
        inPart: held('in-part'),
        notUpheld: held('not-upheld'),
        open: own.filter(({ state }) => state.name === 'open').length,
      };
    });
}

/** An instruction that somebody followed, as another found who had no part in it. */
export interface FollowedInstruction extends Instruction {
  readonly dispute: string;
  readonly contact: string;
  readonly standard: string;
  readonly upheldOn: Day;
  readonly inPart: boolean;
}

/** Instructions in some contacts that hold by the answer that stands, upheld or in part. */
export async function followedInstructions(work: Work, contacts: readonly string[]): Promise<FollowedInstruction[]> {
  return (await store.disputesOfContacts(work, contacts)).flatMap(({ dispute, events }) => {
    const holds = disputeState(events)?.holds;
    const { id, contact, standard, instruction } = dispute;
    if (!holds || !instruction || holds.answer === 'not-upheld') return [];
    const inPart = holds.answer === 'in-part';
    return [{ ...instruction, dispute: id, contact, standard, upheldOn: holds.at.slice(0, 10), inPart }];
  });
}

/** Disputes that wait already keep the day they were given. @throws Fault `dispute-rule-forbidden` */
export async function keepDisputeRule(work: Work, days: number): Promise<void> {
  assertSetsRule(work.actor);
  const before = (await store.readRule(work)) ?? usualDisputeRule;
  await store.writeRule(work, { ...before, days });
  await append(work, { kind: 'dispute.rule-set', subjects: [], digestOf: JSON.stringify({ days }) });
}

/** The organisation's days off, as they are set for all its clocks. Whoever sets them asks who may and tells the ledger. */
export async function keepDaysOff(work: Work, daysOff: readonly Day[]): Promise<void> {
  const before = (await store.readRule(work)) ?? usualDisputeRule;
  await store.writeRule(work, { ...before, daysOff });
}

/** Forgets the same of some versions of contacts; for the work that takes an import out again. */
export async function forgetDisputesOfVersions(
  work: Work,
  versions: readonly { readonly id: string; readonly version: number }[],
): Promise<void> {
  const gone = new Set(versions.map(({ id, version }) => `${id} ${version}`));
  const about = await store.disputesAbout(
    work,
    versions.map((one) => one.id),
  );
  const those = about.filter(({ contact, contactVersion }) => gone.has(`${contact} ${contactVersion}`));
  await store.deleteDisputes(
    work,
    those.map((one) => one.id),
  );
  for (const { contact, standard } of those) await letStand(work, contact, standard);
}

/** Forgets what was said against marks on these contacts, and what was ruled; for the work that erases the contacts themselves. */
export async function forgetDisputes(work: Work, contacts: readonly string[]): Promise<void> {
  await store.deleteDisputes(
    work,
    (await store.disputesAbout(work, contacts)).map((one) => one.id),
  );
  await forgetOverturned(work, contacts);
}
