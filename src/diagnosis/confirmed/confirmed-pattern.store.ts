// Rows of confirmed patterns: added when a fix is verified, ended when its rate slips back.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Day } from '../../kernel/moment.ts';
import type { Tx, Work } from '../../platform/db/work.ts';
import type { ConfirmedPattern } from './confirmed-pattern.core.ts';
import { confirmedPatternTable as table } from './confirmed-pattern.table.ts';

/** Told twice of the same day, it is one. */
export async function writeConfirmed({ tx, actor }: Work, pattern: ConfirmedPattern): Promise<void> {
  const { sites, ...rest } = pattern;
  await tx
    .insert(table)
    .values({ orgId: actor.orgId, ...rest, sites: [...sites] })
    .onConflictDoUpdate({ target: [table.orgId, table.fix, table.confirmedOn], set: { withdrawnOn: null } });
}

/** @returns false where nothing of this fix stood */
export async function endConfirmed({ tx, actor }: Work, fix: string, on: Day): Promise<boolean> {
  const ended = await tx
    .update(table)
    .set({ withdrawnOn: on })
    .where(and(eq(table.orgId, actor.orgId), eq(table.fix, fix), isNull(table.withdrawnOn)))
    .returning({ fix: table.fix });
  return ended.length > 0;
}

/** Those that stand. */
export async function confirmedOf(tx: Tx, orgId: string): Promise<ConfirmedPattern[]> {
  const rows = await tx
    .select()
    .from(table)
    .where(and(eq(table.orgId, orgId), isNull(table.withdrawnOn)))
    .orderBy(asc(table.confirmedOn), asc(table.fix));
  return rows.map(({ orgId: _orgId, withdrawnOn: _withdrawnOn, ...pattern }) => pattern);
}
