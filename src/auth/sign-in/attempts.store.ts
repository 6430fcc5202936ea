// Reads and writes tries that opened nothing.
import { and, desc, eq, gt, lt, sql, type SQL } from 'drizzle-orm';
import type { Moment } from '../../kernel/moment.ts';
import type { Work } from '../../platform/db/work.ts';
import { attemptTable } from './sign-in.table.ts';

export interface Attempt {
  readonly id: string;
  /** Keyed digests. */
  readonly account: string | null;
  readonly address: string;
}

/** Waits for whoever tries the same account at this moment, so that tries at once are counted one after another. */
export async function takeTurn({ tx, actor }: Work, account: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.orgId} ${account}`}, 7236102))`);
}

/** When the last tries at an account, or from an address, were; at most 60 of them. */
export async function readTries(
  work: Work,
  of: { readonly account: string } | { readonly address: string },
  since: Moment,
): Promise<Moment[]> {
  const rows = await work.tx
    .select({ at: attemptTable.at })
    .from(attemptTable)
    .where(
      and(
        eq(attemptTable.orgId, work.actor.orgId),
        'account' in of ? eq(attemptTable.account, of.account) : eq(attemptTable.address, of.address),
        gt(attemptTable.at, new Date(since)),
      ),
    )
    .orderBy(desc(attemptTable.at))
    .limit(60);
  return rows.map((row) => row.at.toISOString());
}

export async function writeAttempt({ tx, actor, now }: Work, attempt: Attempt): Promise<void> {
  await tx.insert(attemptTable).values({ ...attempt, orgId: actor.orgId, at: new Date(now) });
}

/** Forgets one try, those at an account, or those before a moment. */
export async function forgetAttempts(
  work: Work,
  which: { readonly id: string } | { readonly account: string } | { readonly before: Moment },
): Promise<void> {
  const chosen: SQL =
    'id' in which
      ? eq(attemptTable.id, which.id)
      : 'account' in which
        ? eq(attemptTable.account, which.account)
        : lt(attemptTable.at, new Date(which.before));
  await work.tx.delete(attemptTable).where(and(eq(attemptTable.orgId, work.actor.orgId), chosen));
}
