// What every act on a letter needs to know: who signs in, how long answers may take, which day it is.
import { readEveryMember } from '../../auth/members/every-member.use.ts';
import type { GrantedMember } from '../../auth/members/member.core.ts';
import { beganForLetters } from '../../documents/drafts/draft.core.ts';
import { readVersions } from '../../documents/documents.use.ts';
import type { Actor } from '../../kernel/actor.ts';
import { inForce, type Day } from '../../kernel/moment.ts';
import { readSourcedPosts } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { answerersOf, type Answerer } from './answerers.core.ts';
import type { Letter, LetterAbout } from './letter.core.ts';
import { usualLetterRule, type LetterRule } from './letter-clock.core.ts';
import { readRule } from './letter.store.ts';

export interface LetterDesk {
  readonly today: Day;
  readonly rule: LetterRule;
  readonly members: readonly GrantedMember[];
  /** Whether somebody looks at letters for the law. */
  readonly hasCounsel: boolean;
}

/** The program itself, which reads who signs in for whoever acts. */
export const lettersIn = (orgId: string): Actor => ({ orgId, id: beganForLetters, roles: ['owner'] });

/** Whoever writes without being kept. */
export const shieldedIn = (orgId: string): Actor => ({ orgId, id: 'shielded', roles: [] });

/** @param work of the program itself */
export async function readDesk(work: Work): Promise<LetterDesk> {
  const members = await readEveryMember(work);
  return {
    today: work.now.slice(0, 10),
    rule: (await readRule(work)) ?? usualLetterRule,
    members,
    hasCounsel: members.some((one) => one.endedAt === null && one.grants.some((grant) => grant.role === 'counsel')),
  };
}

/** Who is asked about it, one after another. @param work of the program itself */
export async function answerersFor(
  work: Work,
  { members, today }: LetterDesk,
  { site, writer, about }: Pick<Letter, 'site' | 'writer' | 'about'>,
): Promise<Answerer[]> {
  const documentOwner = about === null ? null : await ownerOf(work, about, today);
  const writerSites = site === null && writer !== null ? await sitesOf(work, members, writer, today) : [];
  return answerersOf(members, { site, documentOwner, writer, writerSites });
}

/** Where a writer works: their posts of today, then the sites that they were given. */
async function sitesOf(
  work: Work,
  members: readonly GrantedMember[],
  writer: string,
  today: Day,
): Promise<readonly string[]> {
  const member = members.find((one) => one.id === writer);
  // Of a letter that was brought the writer is a person of the record.
  const person = member ? member.person : writer;
  const posts = person === null ? [] : (await readSourcedPosts(work)).map(({ row }) => row);
  return [
    ...new Set([
      ...posts.filter((post) => post.person === person && inForce(post, today)).map((post) => post.site),
      ...(member?.grants ?? []).flatMap((grant) => grant.sites ?? []),
    ]),
  ];
}

/** As the version in force names them, else the last one. */
async function ownerOf(work: Work, about: LetterAbout, today: Day): Promise<string | null> {
  const versions = (await readVersions(work, about.kind))
    .map(({ row }) => row)
    .filter(({ id }) => id === about.document);
  return (versions.find((one) => inForce(one, today)) ?? versions.at(-1))?.owner ?? null;
}
