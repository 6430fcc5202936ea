// Reads and writes passkeys: public keys, and how often each was used. The secret half never leaves its device.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Moment } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { passkeyTable } from './sign-in.table.ts';

export interface Passkey {
  readonly id: string;
  readonly member: string;
  /** base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  /** What its owner calls it. */
  readonly says: string;
  readonly madeAt: Moment;
  readonly usedAt: Moment | null;
}

export async function writePasskey(
  { tx, actor, now }: Work,
  passkey: Omit<Passkey, 'madeAt' | 'usedAt'>,
): Promise<void> {
  await tx
    .insert(passkeyTable)
    .values({ ...passkey, transports: [...passkey.transports], orgId: actor.orgId, madeAt: new Date(now) });
}

/** The passkey of an id, unless it was taken off. */
export async function findPasskey(work: Work, id: string): Promise<Passkey | null> {
  const [row] = await work.tx
    .select()
    .from(passkeyTable)
    .where(and(inUse(work), eq(passkeyTable.id, id)));
  return row ? toPasskey(row) : null;
}

/** A member's passkeys, oldest first. */
export async function readPasskeys(work: Work, member: string): Promise<Passkey[]> {
  const rows = await work.tx
    .select()
    .from(passkeyTable)
    .where(and(inUse(work), eq(passkeyTable.member, member)))
    .orderBy(asc(passkeyTable.madeAt), asc(passkeyTable.id));
  return rows.map(toPasskey);
}

export async function writePasskeyUse({ tx, actor, now }: Work, id: string, counter: number): Promise<void> {
  await tx
    .update(passkeyTable)
    .set({ counter, usedAt: new Date(now) })
    .where(and(eq(passkeyTable.orgId, actor.orgId), eq(passkeyTable.id, id)));
}

/** Takes a member's passkey off. Returns false where they have none of this id. */
export async function writePasskeyEnd(work: Work, member: string, id: string): Promise<boolean> {
  const ended = await work.tx
    .update(passkeyTable)
    .set({ endedAt: new Date(work.now) })
    .where(and(inUse(work), eq(passkeyTable.member, member), eq(passkeyTable.id, id)))
    .returning({ id: passkeyTable.id });
  return ended.length > 0;
}

const inUse = ({ actor }: Work) => and(eq(passkeyTable.orgId, actor.orgId), isNull(passkeyTable.endedAt));

function toPasskey(row: typeof passkeyTable.$inferSelect): Passkey {
  const { id, member, publicKey, counter, transports, says, madeAt, usedAt } = row;
  return {
    id,
    member,
    publicKey,
    counter,
    transports,
    says,
    madeAt: madeAt.toISOString(),
    usedAt: usedAt?.toISOString() ?? null,
  };
}
