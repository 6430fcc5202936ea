// The first set-up: whoever has the token that the server printed in its terminal becomes the owner, once.
import { Fault } from '../../kernel/fault.ts';
import { importPeople, readOrganisation } from '../../people/people-record.use.ts';
import type { Work } from '../../platform/db/work.ts';
import { append } from '../../platform/ledger/append.ts';
import { emailOf, isOwner } from '../members/member.core.ts';
import { readMembers, writeGrants, writeMember } from '../members/member.store.ts';
import { newMemberId } from '../members/new-ids.ts';
import { takeTurn } from './attempts.store.ts';
import { writePassword } from './secret.store.ts';

export interface SetUpAsked {
  readonly name: string;
  readonly email: string;
  readonly organisation?:
    | { readonly name: string; readonly customerWord?: string | undefined; readonly currency?: string | undefined }
    | undefined;
}

/** Whether nobody owns the organisation yet who can sign in. */
export async function isSetUpNeeded(work: Work): Promise<boolean> {
  const members = await readMembers(work);
  return !members.some((one) => one.email !== null && one.endedAt === null && isOwner(one.grants));
}

/** What the set-up would refuse, asked before the password is hashed. @throws Fault `set-up-done` */
export async function checkSetUp(work: Work): Promise<void> {
  await assertNeeded(work);
}

/**
 * Make the owner, and the organisation's name where it is told and none is on record. Returns the member's id.
 * @param standards that an organisation made here keeps at first; none: all
 * @throws Fault `set-up-done`
 */
export async function setUp(
  work: Work,
  asked: SetUpAsked,
  hash: string,
  standards: readonly string[] = [],
): Promise<string> {
  await assertNeeded(work);
  const id = newMemberId();
  await writeMember(work, { id, name: asked.name.trim(), email: emailOf(asked.email), person: null });
  await writeGrants(work, id, [{ role: 'owner', sites: null }]);
  await writePassword(work, id, hash);
  const { organisation } = asked;
  if (organisation && (await readOrganisation(work)) === null) {
    const { name, customerWord = 'customer', currency = 'USD' } = organisation;
    await importPeople(
      { ...work, actor: { ...work.actor, roles: ['owner'] } },
      {
        organisation: [
          {
            row: {
              name: name.trim(),
              otherNames: [],
              customerWord,
              products: [],
              currency,
              ...(standards.length > 0 ? { standards } : {}),
            },
            from: { file: 'set-up' },
          },
        ],
        sites: [],
        siteMonths: [],
        people: [],
        posts: [],
        correctedPosts: [],
        shifts: [],
        authorityLimits: [],
      },
    );
  }
  await append(work, { kind: 'member.added', subjects: [id] });
  return id;
}

async function assertNeeded(work: Work): Promise<void> {
  await takeTurn(work, 'set-up');
  if (await isSetUpNeeded(work)) return;
  throw new Fault(
    'set-up-done',
    'conflict',
    'This organisation has an owner already. Sign in, or ask them to invite you.',
  );
}
