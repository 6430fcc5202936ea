// Members as owners look after them: who there are, what they may, and that they come no more.
import type { Grant } from '../../kernel/actor.ts';
import { Fault } from '../../kernel/fault.ts';
import { readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { endLinks } from '../sign-in/link.store.ts';
import { readStandings, type SignInStanding } from '../sign-in/standing.store.ts';
import { writeSessionEnds } from '../sign-in/session.store.ts';
import { assertGrants, assertMayKeepMembers } from './member.access.ts';
import { isOwner, tidyGrants, type GrantedMember } from './member.core.ts';
import { findMember, readMembers, writeGrants, writeMemberEnd } from './member.store.ts';

export type ToldMember = GrantedMember & SignInStanding;

/** Every member there ever was, by name, ended ones last. @throws Fault `members-forbidden` */
export async function listMembers(work: Work): Promise<ToldMember[]> {
  assertMayKeepMembers(work.actor);
  const standings = await readStandings(work);
  const none: SignInStanding = { seenAt: null, password: false, passkeys: 0, code: false };
  return (await readMembers(work)).map((one) => ({ ...one, ...(standings.get(one.id) ?? none) }));
}

/** Sites and people of the record by name, to choose from. @throws Fault `members-forbidden` */
export async function namesOnRecord(work: Work): Promise<Record<'sites' | 'people', { id: string; name: string }[]>> {
  assertMayKeepMembers(work.actor);
  const { sites, people } = await readSitesAndPeople(work);
  const named = (rows: readonly { readonly id: string; readonly name: string }[]) =>
    rows.map(({ id, name }) => ({ id, name })).toSorted((one, other) => one.name.localeCompare(other.name));
  return { sites: named(sites), people: named(people) };
}

/**
 * Say what a member may from now on, instead of what they might. Where that changes they are signed out everywhere, so that
 * no session lives on with what it was begun with.
 * @throws Fault `members-forbidden`, `member-unknown`, `grants-malformed`, `grant-site-unknown`, `last-owner`
 */
export async function changeGrants(work: Work, id: string, grants: readonly Grant[]): Promise<GrantedMember> {
  assertMayKeepMembers(work.actor);
  const member = await openMember(work, id);
  const tidy = tidyGrants(grants);
  assertGrants(tidy);
  await assertSitesKnown(work, tidy);
  if (!isOwner(tidy)) await assertAnotherOwner(work, id);
  if (!(await writeGrants(work, id, tidy))) return member;
  if (!isOwner(tidy)) await endLinks(work, { madeBy: id });
  await writeSessionEnds(work, id, { allBut: null });
  await append(work, { kind: 'member.grants-changed', subjects: [id], digestOf: JSON.stringify(tidy) });
  return { ...member, grants: tidy };
}

/**
 * Let a member sign in no more, from their next request on; whom they invited and who hasn't come yet has to be invited again.
 * @throws Fault `members-forbidden`, `member-unknown`, `last-owner`
 */
export async function endMember(work: Work, id: string): Promise<void> {
  assertMayKeepMembers(work.actor);
  const { email } = await openMember(work, id);
  await assertAnotherOwner(work, id);
  await writeMemberEnd(work, id);
  await writeSessionEnds(work, id, { allBut: null });
  await endLinks(work, { madeBy: id });
  if (email !== null) await endLinks(work, { email });
  await append(work, { kind: 'member.ended', subjects: [id] });
}

/** @throws Fault `grant-site-unknown` */
export async function assertSitesKnown(work: Work, grants: readonly Grant[]): Promise<void> {
  const known = new Set((await readSitesAndPeople(work)).sites.map((site) => site.id));
  const unknown = grants.some((grant) => grant.sites?.some((site) => !known.has(site)));
  if (!unknown) return;
  throw new Fault(
    'grant-site-unknown',
    'missing',
    'The record has no such site. Take sites by their ids in sites.csv of the record.',
  );
}

/** @throws Fault `member-unknown` */
export async function openMember(work: Work, id: string): Promise<GrantedMember> {
  const member = await findMember(work, id);
  if (member && member.endedAt === null) return member;
  throw new Fault('member-unknown', 'missing', 'Nobody of this id signs in here. Take one from the list of members.');
}

async function assertAnotherOwner(work: Work, but: string): Promise<void> {
  const members = await readMembers(work);
  const owns = (one: GrantedMember): boolean => one.endedAt === null && one.email !== null && isOwner(one.grants);
  const own = members.find((one) => one.id === but);
  if (!own || !owns(own) || members.some((one) => one.id !== but && owns(one))) return;
  throw new Fault('last-owner', 'conflict', 'This is the only owner. Make somebody else an owner first.');
}
