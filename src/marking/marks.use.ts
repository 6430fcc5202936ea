// What other domains may ask of marks: failures in order, marks of contacts, and rates by what a contact is about.
import type { Moment } from '../kernel/moment.ts';
import type { Contact, ContactPlace } from '../contacts/contact.core.ts';
import { findContacts, findPlaces } from '../contacts/contacts.use.ts';
import type { Work } from '../platform/db/work.ts';
import type { Mark } from './mark.core.ts';
import { contactsWithFailures, currentStandards, decidingMarks, markingsOf, marksOfContacts } from './marking.store.ts';
import type { Heard } from './marking.table.ts';
import { markedTwice } from './past-marks.store.ts';
import { type ErasedBy, erasedTally } from './erasing/erased-counts.store.ts';
import { addedUp } from './erasing/erased-too.core.ts';
import { lessOverturned } from './overturned/less-overturned.core.ts';
import { countChecked, countKinds, countUnsure } from './totals.store.ts';
import { surestFailures } from './worst.store.ts';
import { tally, type Tally, type TallyBy } from './tally.store.ts';

/** A contact with what was said of it: its kinds, the reason, the words heard, all its marks. */
export interface MarkedContact {
  readonly contact: Contact;
  readonly kinds: readonly string[];
  readonly heard: readonly Heard[];
  readonly reason?: Heard['evidence'];
  readonly notApplicable: number;
  readonly marks: readonly Mark[];
  readonly markedAt?: Moment;
}

/** Contacts that have a failure by the standards in use, after an id, in order of id, `limit` at most, each with all its marks. */
export async function eachFailure(work: Work, after: string, limit: number): Promise<MarkedContact[]> {
  const versions = await versionsInUse(work);
  const ids = await contactsWithFailures(work.tx, work.actor.orgId, after, limit, versions);
  return markedContacts(work, await findContacts(work, ids));
}

/** A contact with what was said of it, but for its words. */
export type MarkedPlace = Omit<MarkedContact, 'contact'> & { readonly contact: ContactPlace };

/**
 * The same contacts without their words, each with the marks that decide its failures: those that failed, and whatever a
 * person said. For whoever asks the record about all failures, reading no more than that takes a fraction of the time.
 */
export async function eachFailurePlaced(work: Work, after: string, limit: number): Promise<MarkedPlace[]> {
  const versions = await versionsInUse(work);
  const ids = await contactsWithFailures(work.tx, work.actor.orgId, after, limit, versions);
  const places = await findPlaces(work, ids);
  return withMarks(work, places, await decidingMarks(work.tx, work.actor.orgId, places, versions));
}

/** Contacts with what was said of them, in the order given. */
export async function markedContacts(work: Work, contacts: readonly Contact[]): Promise<MarkedContact[]> {
  const versions = await versionsInUse(work);
  return withMarks(work, contacts, await marksOfContacts(work.tx, work.actor.orgId, contacts, versions));
}

async function withMarks<C extends { readonly id: string; readonly version: number }>(
  work: Work,
  contacts: readonly C[],
  all: readonly Mark[],
): Promise<(Omit<MarkedContact, 'contact'> & { readonly contact: C })[]> {
  const orgId = work.actor.orgId;
  const marks = Map.groupBy(all, (mark) => mark.contact);
  const markings = new Map(
    (
      await markingsOf(
        work.tx,
        orgId,
        contacts.map((one) => one.id),
      )
    ).map((row) => [`${row.contactId} ${row.contactVersion}`, row]),
  );
  return contacts.map((contact) => {
    const marking = markings.get(`${contact.id} ${contact.version}`);
    return {
      contact,
      kinds: marking?.kinds ?? [],
      heard: marking?.heard ?? [],
      ...(marking?.reason ? { reason: marking.reason } : {}),
      notApplicable: marking?.notApplicable ?? 0,
      ...(marking ? { markedAt: new Date(marking.markedAt).toISOString() } : {}),
      marks: marks.get(contact.id) ?? [],
    };
  });
}

/** Met, failed and unsure per standard, split by facts of the contact: `ratesBy(work, ['site'])`. Ordered, so equal inputs give equal rows. */
export async function ratesBy<By extends TallyBy>(
  work: Work,
  by: readonly By[],
): Promise<(Tally & Record<By, string>)[]> {
  return tally(work.tx, work.actor.orgId, await versionsInUse(work), by);
}

/**
 * The same of people, for what is held against a person: without failures that a ruling took out. Rates of standards and sites keep
 * these, since disputed marks are picked by those whom they are about, and no rate is worked out from marks that were picked.
 */
export async function ratesOfPeople<By extends TallyBy>(
  work: Work,
  by: readonly By[],
): Promise<(Tally & Record<By, string>)[]> {
  const { tx, actor } = work;
  const versions = await versionsInUse(work);
  const all = await tally(tx, actor.orgId, versions, by);
  return lessOverturned(all, await tally(tx, actor.orgId, versions, by, undefined, true), by);
}

/** The same over time, with the counts that are left of erased contacts: what was, stays. @param standard of this one alone */
export async function ratesOverTime<By extends ErasedBy>(
  work: Work,
  by: readonly By[],
  standard?: string,
): Promise<readonly (Tally & Record<By, string>)[]> {
  const { tx, actor } = work;
  const versions = await versionsInUse(work, standard);
  const erased = await erasedTally(tx, actor.orgId, versions, by);
  return addedUp(await tally(tx, actor.orgId, versions, by), erased, ['met', 'failed', 'unsure']);
}

/** Adds to rates what is left of erased contacts. @param rates as `ratesBy` gave them, split by the same */
export async function withErased<By extends ErasedBy>(
  work: Work,
  by: readonly By[],
  rates: readonly (Tally & Record<By, string>)[],
): Promise<readonly (Tally & Record<By, string>)[]> {
  const erased = await erasedTally(work.tx, work.actor.orgId, await versionsInUse(work), by);
  return addedUp(rates, erased, ['met', 'failed', 'unsure']);
}

/** What all marks in use come to, beside the rates. */
export interface MarkingTotals {
  readonly byKind: { readonly id: string; readonly contacts: number }[];
  readonly notApplicable: number;
  readonly unsureWhy: { readonly why: string; readonly marks: number }[];
  /** Marks that a person made or looked at again, those brought from before among them, per standard. */
  readonly checked: ReadonlyMap<string, number>;
}

/** All that was marked, in a few counts. */
export async function markingTotals(work: Work): Promise<MarkingTotals> {
  const orgId = work.actor.orgId;
  const versions = await versionsInUse(work);
  const kinds = await countKinds(work.tx, orgId);
  return {
    byKind: kinds.map(({ id, contacts }) => ({ id, contacts })),
    notApplicable: kinds.reduce((sum, one) => sum + one.notApplicable, 0),
    unsureWhy: await countUnsure(work.tx, orgId, versions),
    checked: await checkedBy(work, versions),
  };
}

async function checkedBy({ tx, actor }: Work, versions: readonly string[]): Promise<Map<string, number>> {
  const checked = new Map((await countChecked(tx, actor.orgId, versions)).map((one) => [one.standard, one.marks]));
  for (const { standard } of await markedTwice(tx, actor.orgId, versions))
    checked.set(standard, (checked.get(standard) ?? 0) + 1);
  return checked;
}

/** Marks to show as the worst: `limit` at most, atrocities and heavy standards first, taken in turn from each standard. */
export async function worstFailures(work: Work, limit: number): Promise<{ mark: string; contact: string }[]> {
  const standards = new Map((await currentStandards(work.tx, work.actor.orgId)).map((one) => [one.id, one]));
  const found = await surestFailures(
    work.tx,
    work.actor.orgId,
    [...standards.values()].map((one) => one.version),
    limit,
  );
  const severity = (id: string): number =>
    (standards.get(id)?.kind === 'atrocity' ? 100 : 0) + (standards.get(id)?.weight ?? 0);
  // In rounds: the surest of every standard, then the second of every standard, so that no standard fills the list.
  return found
    .toSorted(
      (a, b) => a.nth - b.nth || severity(b.standard) - severity(a.standard) || a.standard.localeCompare(b.standard),
    )
    .slice(0, limit)
    .toSorted(
      (a, b) => severity(b.standard) - severity(a.standard) || a.standard.localeCompare(b.standard) || a.nth - b.nth,
    )
    .map((one) => ({ mark: one.id, contact: one.contact }));
}

async function versionsInUse(work: Work, standard?: string): Promise<string[]> {
  const inUse = await currentStandards(work.tx, work.actor.orgId);
  return inUse.filter((one) => standard === undefined || one.id === standard).map((one) => one.version);
}

export type { Tally, TallyBy };
