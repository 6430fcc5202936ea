// What other domains may ask of contacts: read them in order, find them by id, know which wait to be marked.
import type { Day } from '../kernel/moment.ts';
import type { Work } from '../platform/db/work.ts';
import type { Contact, ContactPlace } from './contact.core.ts';
import * as counts from './contact-counts.store.ts';
import * as rows from './contact.store.ts';
import { inProgress } from './contacts-in-progress.store.ts';
import { repHashOf } from './identity.core.ts';
import { resolveReps, resolveSites, resolveTimes } from './record-ids.store.ts';

/** Latest versions after an id, in order of id, `limit` at most. */
export async function readContacts(work: Work, after: string, limit: number): Promise<Contact[]> {
  return rows.nextContacts(work.tx, work.actor.orgId, after, limit);
}

/** The same with no more than a comparison of all of them needs. */
export async function readToCompare(work: Work, after: string, limit: number): Promise<rows.ContactToCompare[]> {
  return rows.nextToCompare(work.tx, work.actor.orgId, after, limit);
}

/** Latest versions after an id, but only contacts not yet marked with this set of standards. */
export async function readUnmarked(work: Work, packSet: string, after: string, limit: number): Promise<Contact[]> {
  return rows.nextContacts(work.tx, work.actor.orgId, after, limit, packSet);
}

/** The latest versions of the contacts named, in order of id; unknown ids are left out. */
export async function findContacts(work: Work, ids: readonly string[]): Promise<Contact[]> {
  return rows.contactsById(work.tx, work.actor.orgId, ids);
}

/** The same without their words: who, where and when. */
export async function findPlaces(work: Work, ids: readonly string[]): Promise<ContactPlace[]> {
  return rows.placesById(work.tx, work.actor.orgId, ids);
}

/** Note that these contacts are marked with a set of standards. */
export async function setMarked(
  work: Work,
  contacts: readonly { id: string; version: number }[],
  packSet: string,
): Promise<void> {
  await rows.setMarkedWith(work.tx, work.actor.orgId, contacts, packSet);
}

/** Contacts, turns and words counted, with first impressions as the telephone system knew them. */
export async function countContacts(work: Work): Promise<counts.ContactCounts> {
  return counts.countContacts(work.tx, work.actor.orgId);
}

/** How many contacts are dated after a day, and the last day that any has; null where none is. */
export async function contactsAfter(work: Work, day: Day): Promise<{ contacts: number; last: Day } | null> {
  return counts.contactsAfter(work.tx, work.actor.orgId, day);
}

/** Contacts per channel or site, most first. */
export async function countContactsBy(work: Work, by: 'channel' | 'site'): Promise<{ id: string; contacts: number }[]> {
  return counts.countContactsBy(work.tx, work.actor.orgId, by);
}

/**
 * How many contacts were in progress at the same site when each of these began, itself included. Left out are those whose
 * time or site isn't known.
 */
export async function contactsInProgress(work: Work, ids: readonly string[]): Promise<Map<string, number>> {
  return inProgress(work.tx, work.actor.orgId, ids);
}

/**
 * Give contacts the record's ids of reps and sites, where a source named them by id or name; and times written without a
 * zone the zone of their site.
 */
export async function matchToRecord(
  work: Work,
  people: readonly { id: string; name: string }[],
  sites: readonly { id: string; name: string; timeZone?: string }[],
): Promise<void> {
  const reps = people.flatMap((person) =>
    [...new Set([person.id, person.name])].map((said) => ({ repHash: repHashOf(work.key, said), person: person.id })),
  );
  await resolveReps(work.tx, work.actor.orgId, reps);
  await resolveSites(
    work.tx,
    work.actor.orgId,
    sites.flatMap((site) => [site.id, site.name].map((stated) => ({ stated, site: site.id }))),
  );
  await resolveTimes(
    work.tx,
    work.actor.orgId,
    sites.flatMap(({ id, timeZone }) => (timeZone === undefined ? [] : [{ site: id, timeZone }])),
  );
}

export type { ContactToCompare } from './contact.store.ts';
