// Reads and writes a member's password hash, the secret of their codes, and recovery codes.
import { and, count, eq, isNull, lt, or } from 'drizzle-orm';
import type { Work } from '../../platform/db/work.ts';
import { codeTable, passwordTable, recoveryTable } from './sign-in.table.ts';

export async function findPassword({ tx, actor }: Work, member: string): Promise<string | null> {
  const [row] = await tx
    .select({ hash: passwordTable.hash })
    .from(passwordTable)
    .where(and(eq(passwordTable.orgId, actor.orgId), eq(passwordTable.member, member)));
  return row?.hash ?? null;
}

export async function writePassword({ tx, actor, now }: Work, member: string, hash: string): Promise<void> {
  const set = { hash, setAt: new Date(now) };
  await tx
    .insert(passwordTable)
    .values({ orgId: actor.orgId, member, ...set })
    .onConflictDoUpdate({ target: [passwordTable.orgId, passwordTable.member], set });
}

export interface KeptCode {
  readonly sealed: string;
  readonly confirmed: boolean;
  readonly lastStep: number | null;
}

export async function findCode({ tx, actor }: Work, member: string): Promise<KeptCode | null> {
  const [row] = await tx
    .select()
    .from(codeTable)
    .where(and(eq(codeTable.orgId, actor.orgId), eq(codeTable.member, member)));
  return row ? { sealed: row.sealed, confirmed: row.confirmedAt !== null, lastStep: row.lastStep } : null;
}

/** A fresh secret in the place of the one before; in use once writeCodeStep has confirmed it. */
export async function writeCode({ tx, actor, now }: Work, member: string, sealed: string): Promise<void> {
  const set = { sealed, madeAt: new Date(now), confirmedAt: null, lastStep: null };
  await tx
    .insert(codeTable)
    .values({ orgId: actor.orgId, member, ...set })
    .onConflictDoUpdate({ target: [codeTable.orgId, codeTable.member], set });
}

/**
 * The half minute of a code that opened, and that the secret is in use. Returns false where another try, at this very moment, was
 * first with it.
 */
export async function writeCodeStep({ tx, actor, now }: Work, member: string, lastStep: number): Promise<boolean> {
  const before = or(isNull(codeTable.lastStep), lt(codeTable.lastStep, lastStep));
  const written = await tx
    .update(codeTable)
    .set({ lastStep, confirmedAt: new Date(now) })
    .where(and(eq(codeTable.orgId, actor.orgId), eq(codeTable.member, member), before))
    .returning({ member: codeTable.member });
  return written.length > 0;
}

export async function dropCode({ tx, actor }: Work, member: string): Promise<void> {
  await tx.delete(codeTable).where(and(eq(codeTable.orgId, actor.orgId), eq(codeTable.member, member)));
  await tx.delete(recoveryTable).where(and(eq(recoveryTable.orgId, actor.orgId), eq(recoveryTable.member, member)));
}

/** These recovery codes, by their digests, and no others. */
export async function writeRecovery({ tx, actor }: Work, member: string, digests: readonly string[]): Promise<void> {
  await tx.delete(recoveryTable).where(and(eq(recoveryTable.orgId, actor.orgId), eq(recoveryTable.member, member)));
  await tx.insert(recoveryTable).values(digests.map((digest) => ({ orgId: actor.orgId, member, digest })));
}

/** Whether the recovery code was there and unused; it is used now. */
export async function takeRecovery({ tx, actor, now }: Work, member: string, digest: string): Promise<boolean> {
  const taken = await tx
    .update(recoveryTable)
    .set({ usedAt: new Date(now) })
    .where(
      and(
        eq(recoveryTable.orgId, actor.orgId),
        eq(recoveryTable.member, member),
        eq(recoveryTable.digest, digest),
        isNull(recoveryTable.usedAt),
      ),
    )
    .returning({ digest: recoveryTable.digest });
  return taken.length > 0;
}

/** How many recovery codes are left. */
export async function countRecovery({ tx, actor }: Work, member: string): Promise<number> {
  const [row] = await tx
    .select({ left: count() })
    .from(recoveryTable)
    .where(and(eq(recoveryTable.orgId, actor.orgId), eq(recoveryTable.member, member), isNull(recoveryTable.usedAt)));
  return row?.left ?? 0;
}
