// Reads and writes links. The digest leaves this file only to be compared.
import { and, desc, eq, gt, gte, isNull } from 'drizzle-orm';
import type { Work } from '../../platform/db/work.ts';
import type { Link } from './link.core.ts';
import { linkTable } from './sign-in.table.ts';

export async function writeLinkRow({ tx, actor, now }: Work, link: Link & { readonly digest: string }): Promise<void> {
  await tx.insert(linkTable).values({
    ...link,
    orgId: actor.orgId,
    madeAt: new Date(now),
    madeBy: actor.id,
    expiresAt: new Date(link.expiresAt),
  });
}

/** The link of an id with its digest, where it still opens. */
export async function findLink(work: Work, id: string): Promise<(Link & { readonly digest: string }) | null> {
  const [row] = await work.tx
    .select()
    .from(linkTable)
    .where(and(stillOpen(work), eq(linkTable.id, id)));
  return row ? { ...toLink(row), digest: row.digest } : null;
}

/** Invitations that still open, newest first; of one address where it is told. */
export async function readInvitations(work: Work, email?: string): Promise<Link[]> {
  const ofOne = email === undefined ? undefined : eq(linkTable.email, email);
  const rows = await work.tx
    .select()
    .from(linkTable)
    .where(and(stillOpen(work), eq(linkTable.kind, 'invitation'), ofOne))
    .orderBy(desc(linkTable.madeAt), linkTable.id);
  return rows.map(toLink);
}

/** Whether a link that still opens was sent to an address since a moment. */
export async function linkMadeSince(work: Work, email: string, since: Date): Promise<boolean> {
  const found = await work.tx
    .select({ id: linkTable.id })
    .from(linkTable)
    .where(and(stillOpen(work), eq(linkTable.email, email), gte(linkTable.madeAt, since)))
    .limit(1);
  return found.length > 0;
}

/** It was used, and so were all others that were sent to the same address. Returns false where it opened nothing any more. */
export async function useLink(work: Work, link: Link): Promise<boolean> {
  const used = await work.tx
    .update(linkTable)
    .set({ usedAt: new Date(work.now) })
    .where(and(stillOpen(work), eq(linkTable.id, link.id)))
    .returning({ id: linkTable.id });
  await endLinks(work, { email: link.email });
  return used.length > 0;
}

/** Ends a link, all to an address, or all that somebody made. Returns how many. */
export async function endLinks(
  work: Work,
  which: { readonly id: string } | { readonly email: string } | { readonly madeBy: string },
): Promise<number> {
  const named =
    'id' in which
      ? eq(linkTable.id, which.id)
      : 'email' in which
        ? eq(linkTable.email, which.email)
        : eq(linkTable.madeBy, which.madeBy);
  const ended = await work.tx
    .update(linkTable)
    .set({ endedAt: new Date(work.now) })
    .where(and(stillOpen(work), named))
    .returning({ id: linkTable.id });
  return ended.length;
}

const stillOpen = ({ actor, now }: Work) =>
  and(
    eq(linkTable.orgId, actor.orgId),
    isNull(linkTable.usedAt),
    isNull(linkTable.endedAt),
    gt(linkTable.expiresAt, new Date(now)),
  );

function toLink(row: typeof linkTable.$inferSelect): Link {
  const { id, kind, email, name, member, person, grants, madeAt, expiresAt } = row;
  return {
    id,
    kind,
    email,
    name,
    member,
    person,
    grants,
    madeAt: madeAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  };
}
