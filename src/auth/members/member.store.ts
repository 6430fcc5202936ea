// Reads and writes members and what they are given. What ends is dated, never taken out.
import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { Grant } from '../../kernel/actor.ts';
import type { Work } from '../../platform/db/work.ts';
import type { GrantedMember, Member } from './member.core.ts';
import { newGrantId } from './new-ids.ts';
import { memberGrantTable, memberTable } from './member.table.ts';

type Row = typeof memberTable.$inferSelect;

// Names of tables are written out: beside a single table Drizzle leaves them away, and inside they would mean another one.
const grantsOf = sql<Grant[]>`(
  select coalesce(json_agg(json_build_object('role', given.role, 'sites', given.sites) order by given.given_at, given.id), '[]')
  from member_grant given
  where given.org_id = member.org_id and given.member_id = member.id and given.ended_at is null)`;

/** A member and what they are given now, as columns of any statement that joins the member's table; for whoever comes to the door. */
export const memberColumns = { member: memberTable, grants: grantsOf } as const;

/** The member of such columns; null where the join met none. */
export function memberIn({ member, grants }: { member: Row | null; grants: Grant[] | null }): GrantedMember | null {
  return member && { ...toMember(member), grants: grants ?? [] };
}

/** The member of an id with what they are given now, ended ones too; null where there is none. */
export async function findMember(work: Work, id: string): Promise<GrantedMember | null> {
  return firstOf(work, eq(memberTable.id, id));
}

/** The member who signs in by this address (as emailOf gives it), unless they have ended. */
export async function findMemberByEmail(work: Work, email: string): Promise<GrantedMember | null> {
  return firstOf(work, eq(memberTable.email, email), isNull(memberTable.endedAt));
}

/** Every member there ever was, by name; ended ones last. */
export async function readMembers({ tx, actor }: Work): Promise<GrantedMember[]> {
  const rows = await tx
    .select()
    .from(memberTable)
    .where(eq(memberTable.orgId, actor.orgId))
    .orderBy(asc(memberTable.name), asc(memberTable.id));
  const grants = await tx
    .select()
    .from(memberGrantTable)
    .where(and(eq(memberGrantTable.orgId, actor.orgId), isNull(memberGrantTable.endedAt)))
    .orderBy(asc(memberGrantTable.givenAt), asc(memberGrantTable.id));
  const members = rows.map((row) => ({
    ...toMember(row),
    grants: grants.filter((one) => one.member === row.id).map(toGrant),
  }));
  return [...members.filter((one) => one.endedAt === null), ...members.filter((one) => one.endedAt !== null)];
}

/** Writes a member who isn't there yet. */
export async function writeMember(work: Work, member: Omit<Member, 'madeAt' | 'endedAt'>): Promise<void> {
  const { tx, actor, now } = work;
  await tx.insert(memberTable).values({ ...member, orgId: actor.orgId, madeAt: new Date(now), madeBy: actor.id });
}

/** Gives the member these grants and no other. Returns false where they had just these. */
export async function writeGrants(work: Work, member: string, grants: readonly Grant[]): Promise<boolean> {
  const { tx, actor, now } = work;
  const at = new Date(now);
  const standing = await tx.select().from(memberGrantTable).where(currentOf(work, member));
  const nameOf = ({ role, sites }: Grant): string => JSON.stringify([role, sites]);
  const wanted = new Set(grants.map(nameOf));
  const ended = standing.filter((one) => !wanted.has(nameOf(toGrant(one))));
  const kept = new Set(standing.map((one) => nameOf(toGrant(one))));
  const fresh = grants.filter((one) => !kept.has(nameOf(one)));
  if (ended.length > 0) {
    const ids = ended.map((one) => one.id);
    await tx
      .update(memberGrantTable)
      .set({ endedAt: at, endedBy: actor.id })
      .where(and(eq(memberGrantTable.orgId, actor.orgId), inArray(memberGrantTable.id, ids)));
  }
  for (const { role, sites } of fresh)
    await tx.insert(memberGrantTable).values({
      orgId: actor.orgId,
      id: newGrantId(),
      member,
      role,
      sites: sites === null ? null : [...sites],
      givenAt: at,
      givenBy: actor.id,
    });
  return ended.length + fresh.length > 0;
}

/** Lets the member sign in no more. Returns false where they had ended already. */
export async function writeMemberEnd({ tx, actor, now }: Work, id: string): Promise<boolean> {
  const ended = await tx
    .update(memberTable)
    .set({ endedAt: new Date(now), endedBy: actor.id })
    .where(and(eq(memberTable.orgId, actor.orgId), eq(memberTable.id, id), isNull(memberTable.endedAt)))
    .returning({ id: memberTable.id });
  return ended.length > 0;
}

const currentOf = ({ actor }: Work, member: string) =>
  and(eq(memberGrantTable.orgId, actor.orgId), eq(memberGrantTable.member, member), isNull(memberGrantTable.endedAt));

async function firstOf({ tx, actor }: Work, ...those: SQL[]): Promise<GrantedMember | null> {
  const [row] = await tx
    .select(memberColumns)
    .from(memberTable)
    .where(and(eq(memberTable.orgId, actor.orgId), ...those));
  return row ? memberIn(row) : null;
}

function toMember({ id, name, email, person, madeAt, endedAt }: Row): Member {
  return { id, name, email, person, madeAt: madeAt.toISOString(), endedAt: endedAt?.toISOString() ?? null };
}

function toGrant({ role, sites }: Pick<typeof memberGrantTable.$inferSelect, 'role' | 'sites'>): Grant {
  return { role, sites };
}
