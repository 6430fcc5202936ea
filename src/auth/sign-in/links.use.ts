// Invitations and links to a new password: made by an owner (or asked for by whoever forgot), sent by mail, used once.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Grant } from '../../kernel/actor.ts';
import { keyedDigest } from '../../kernel/digest.ts';
import { Fault } from '../../kernel/fault.ts';
import { readOrganisation, readSitesAndPeople } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { postMail } from '../../platform/mail/post-mail.ts';
import { assertGrants, assertMayKeepMembers } from '../members/member.access.ts';
import { emailOf, tidyGrants } from '../members/member.core.ts';
import { findMemberByEmail, writeGrants, writeMember } from '../members/member.store.ts';
import { assertSitesKnown, openMember } from '../members/members.use.ts';
import { newMemberId } from '../members/new-ids.ts';
import { lastsFor, readLink, writeLink, type Link } from './link.core.ts';
import { endLinks, findLink, linkMadeSince, readInvitations, useLink, writeLinkRow } from './link.store.ts';
import { writePassword } from './secret.store.ts';
import { writeSessionEnds } from './session.store.ts';

export interface Invited {
  readonly email: string;
  readonly name: string;
  readonly person?: string | undefined;
  readonly grants: readonly Grant[];
}

/**
 * Invite somebody: a letter with a link waits to be sent. An earlier invitation to the same address ends.
 * @param origin where the server stands for the one who is invited
 * @throws Fault `members-forbidden`, `grants-malformed`, `grant-site-unknown`, `member-known`, `person-unknown`
 */
export async function invite(
  work: Work,
  asked: Invited,
  origin: string,
): Promise<{ invitation: Link; address: string }> {
  assertMayKeepMembers(work.actor);
  const email = emailOf(asked.email);
  const grants = tidyGrants(asked.grants);
  assertGrants(grants);
  await assertSitesKnown(work, grants);
  await assertPersonKnown(work, asked.person);
  if (await findMemberByEmail(work, email))
    throw new Fault(
      'member-known',
      'conflict',
      'Somebody signs in by this address already. Change what they may in the list of members.',
    );
  await endLinks(work, { email });
  const name = asked.name.trim();
  return makeLink(
    work,
    { kind: 'invitation', email, name, member: null, person: asked.person ?? null, grants },
    origin,
  );
}

/** Invitations that still open, newest first. @throws Fault `members-forbidden` */
export async function listInvitations(work: Work): Promise<Link[]> {
  assertMayKeepMembers(work.actor);
  return readInvitations(work);
}

/** Take an invitation back. @throws Fault `members-forbidden`, `link-over` */
export async function withdrawInvitation(work: Work, id: string): Promise<void> {
  assertMayKeepMembers(work.actor);
  if ((await endLinks(work, { id })) === 0) throw linkOver();
  await append(work, { kind: 'invitation.withdrawn', subjects: [id] });
}

/** A link by which a member sets a new password, at an owner's word. @throws Fault `members-forbidden`, `member-unknown` */
export async function offerNewPassword(work: Work, id: string, origin: string): Promise<string> {
  assertMayKeepMembers(work.actor);
  const { email, name } = await openMember(work, id);
  if (email === null) throw new Fault('member-unknown', 'missing', 'A person of the demo has no password.');
  const asked = { kind: 'new-password', email, name, member: id, person: null, grants: [] } as const;
  return (await makeLink(work, asked, origin)).address;
}

/** One that was sent so lately is on its way still: asking again fills nobody's letter box, and ends nobody's link. Milliseconds. */
const stillOnItsWay = 5 * 60_000;

/** The same at the word of whoever forgot it; nothing happens, and nobody learns it, where nobody signs in by the address. */
export async function forgotPassword(work: Work, email: string, origin: string): Promise<void> {
  const member = await findMemberByEmail(work, email);
  if (!member || (await linkMadeSince(work, email, new Date(Date.parse(work.now) - stillOnItsWay)))) return;
  await endLinks(work, { email });
  const asked = {
    kind: 'new-password',
    email,
    name: member.name,
    member: member.id,
    person: null,
    grants: [],
  } as const;
  await makeLink(work, asked, origin);
}

/** What a link is for, to whoever has it. @throws Fault `link-over` */
export async function openLink(work: Work, text: string): Promise<Link> {
  const parts = readLink(text);
  const found = parts ? await findLink(work, parts.id) : null;
  const given = Buffer.from(digestOf(work, parts?.secret ?? ''));
  if (!found || !timingSafeEqual(given, Buffer.from(found.digest))) throw linkOver();
  const { digest: _digest, ...link } = found;
  return link;
}

/**
 * Use a link: whoever was invited becomes a member, a member has the new password and is signed out everywhere.
 * @param hash of the password; null where another's sign-in has shown who they are
 * @returns the member's id
 * @throws Fault `link-over`
 */
export async function acceptLink(
  work: Work,
  link: Link,
  { name, hash }: { name?: string | undefined; hash: string | null },
): Promise<string> {
  if (!(await useLink(work, link))) throw linkOver();
  const id = link.member ?? newMemberId();
  if (link.kind === 'invitation') {
    await writeMember(work, { id, name: name?.trim() || link.name, email: link.email, person: link.person });
    await writeGrants(work, id, link.grants);
  } else await writeSessionEnds(work, id, { allBut: null });
  if (hash !== null) await writePassword(work, id, hash);
  await append(work, { kind: link.kind === 'invitation' ? 'member.added' : 'password.changed', subjects: [id] });
  return id;
}

async function makeLink(
  work: Work,
  asked: Omit<Link, 'id' | 'madeAt' | 'expiresAt'>,
  origin: string,
): Promise<{ invitation: Link; address: string }> {
  const id = `l${randomBytes(8).toString('hex')}`;
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.parse(work.now) + lastsFor[asked.kind]).toISOString();
  const invitation: Link = { ...asked, id, madeAt: work.now, expiresAt };
  await writeLinkRow(work, { ...invitation, digest: digestOf(work, secret) });
  const address = writeLink(origin, asked.kind, id, secret);
  const organisation = (await readOrganisation(work))?.name ?? 'Customary';
  await postMail(work, { to: asked.email, ...wordsOf(invitation, organisation, address) });
  await append(work, { kind: `${asked.kind}.sent`, subjects: [id] });
  return { invitation, address };
}

function wordsOf({ kind, name }: Link, organisation: string, address: string): { subject: string; words: string } {
  return kind === 'invitation'
    ? {
        subject: `${organisation} invites you to Customary`,
        words: `Hello ${name},\n\n${organisation} uses Customary to find out why service goes wrong and to put it right. This link lets you in; it opens once, within seven days:\n\n${address}\n`,
      }
    : {
        subject: `A new password for Customary at ${organisation}`,
        words: `Hello ${name},\n\nThis link lets you choose a new password; it opens once, within two hours:\n\n${address}\n\nIf you did not ask for it, do nothing: your password stays as it is.\n`,
      };
}

/** @throws Fault `person-unknown` */
async function assertPersonKnown(work: Work, person: string | undefined): Promise<void> {
  if (person === undefined || (await readSitesAndPeople(work)).people.some((one) => one.id === person)) return;
  throw new Fault('person-unknown', 'missing', 'There is no person of this id on record. Check the id in people.csv.');
}

function linkOver(): Fault {
  return new Fault(
    'link-over',
    'missing',
    'This link opens nothing any more: it was used, taken back or has run out. Ask an owner for a new one.',
  );
}

function digestOf({ key }: Work, secret: string): string {
  return keyedDigest(key, `link\u001f${secret}`);
}
