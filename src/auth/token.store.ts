// Reads and writes tokens. The digest leaves this file only to be compared.
import { and, desc, eq } from 'drizzle-orm';
import type { Moment } from '../kernel/moment.ts';
import type { Tx } from '../platform/db/work.ts';
import type { GrantedMember } from './members/member.core.ts';
import { memberColumns, memberIn } from './members/member.store.ts';
import { memberTable } from './members/member.table.ts';
import type { Token } from './token.core.ts';
import { tokenEndTable, tokenTable } from './token.table.ts';

export type KeptToken = Token & { readonly digest: string };

/** The token of an id with its digest, or null. */
export async function findToken(tx: Tx, orgId: string, id: string): Promise<KeptToken | null> {
  const rows = await joined(tx).where(and(eq(tokenTable.orgId, orgId), eq(tokenTable.id, id)));
  return rows[0] ? toToken(rows[0]) : null;
}

/** The token with its digest and the member who made it, if a member did; null where there is none. */
export async function findTokenAndMaker(
  tx: Tx,
  orgId: string,
  id: string,
): Promise<{ readonly token: KeptToken; readonly maker: GrantedMember | null } | null> {
  const [row] = await tx
    .select({ token: tokenTable, endedAt: tokenEndTable.endedAt, ...memberColumns })
    .from(tokenTable)
    .leftJoin(tokenEndTable, ended)
    .leftJoin(memberTable, and(eq(memberTable.orgId, tokenTable.orgId), eq(memberTable.id, tokenTable.madeBy)))
    .where(and(eq(tokenTable.orgId, orgId), eq(tokenTable.id, id)));
  return row ? { token: toToken(row), maker: memberIn(row) } : null;
}

/** Every token there ever was, newest first. */
export async function readTokens(tx: Tx, orgId: string): Promise<Token[]> {
  const rows = await joined(tx).where(eq(tokenTable.orgId, orgId)).orderBy(desc(tokenTable.madeAt), tokenTable.id);
  return rows.map((row) => {
    const { digest: _digest, ...token } = toToken(row);
    return token;
  });
}

export async function writeTokenRow(tx: Tx, orgId: string, token: Omit<KeptToken, 'endedAt'>): Promise<void> {
  await tx.insert(tokenTable).values({
    ...token,
    orgId,
    roles: [...token.roles],
    sites: token.sites === null ? null : [...token.sites],
    madeAt: new Date(token.madeAt),
  });
}

/** Returns false where it had ended already. */
export async function writeTokenEnd(
  tx: Tx,
  end: { orgId: string; token: string; endedAt: Moment; endedBy: string },
): Promise<boolean> {
  const written = await tx
    .insert(tokenEndTable)
    .values({ ...end, endedAt: new Date(end.endedAt) })
    .onConflictDoNothing()
    .returning({ token: tokenEndTable.token });
  return written.length > 0;
}

const ended = and(eq(tokenEndTable.orgId, tokenTable.orgId), eq(tokenEndTable.token, tokenTable.id));

const joined = (tx: Tx) =>
  tx.select({ token: tokenTable, endedAt: tokenEndTable.endedAt }).from(tokenTable).leftJoin(tokenEndTable, ended);

function toToken(row: { token: typeof tokenTable.$inferSelect; endedAt: Date | null }): KeptToken {
  const { orgId: _orgId, madeAt, ...rest } = row.token;
  return { ...rest, madeAt: madeAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null };
}
