// The ledger read newest first, a page at a time, narrowed by what was done and when.
import { and, asc, desc, eq, gt, gte, inArray, lt, or, sql } from 'drizzle-orm';

import type { Day } from '../../kernel/moment.ts';
import { eachBatch } from '../db/each-batch.ts';
import type { Work } from '../db/work.ts';
import type { LedgerLine } from './event.core.ts';
import { eventTable } from './event.table.ts';

export interface LinesAsked {
  /** Lines before this number; absent: from the newest on. */
  readonly before?: number | undefined;
  /** What it was done to, the part of a kind before its dot; absent: everything. */
  readonly things?: readonly string[] | undefined;
  /** Days in UTC, both included. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** At most `limit` lines, newest first. */
export async function readLedgerLines({ tx, actor }: Work, asked: LinesAsked, limit: number): Promise<LedgerLine[]> {
  const { before, things, from, to } = asked;
  const thing = sql<string>`split_part(${eventTable.kind}, '.', 1)`;
  const rows = await tx
    .select()
    .from(eventTable)
    .where(
      and(
        eq(eventTable.orgId, actor.orgId),
        before === undefined ? undefined : lt(eventTable.seq, before),
        things === undefined ? undefined : things.length === 0 ? sql`false` : or(inArray(thing, [...things])),
        from === undefined ? undefined : gte(eventTable.at, new Date(`${from}T00:00:00Z`)),
        to === undefined ? undefined : lt(eventTable.at, new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000)),
      ),
    )
    .orderBy(desc(eventTable.seq))
    .limit(limit);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Every line from the first on, a batch at a time. */
export async function* everyLine({ tx, actor }: Work): AsyncGenerator<LedgerLine[]> {
  const rows = eachBatch<typeof eventTable.$inferSelect>((after, size) =>
    tx
      .select()
      .from(eventTable)
      .where(and(eq(eventTable.orgId, actor.orgId), gt(eventTable.seq, after?.seq ?? 0)))
      .orderBy(asc(eventTable.seq))
      .limit(size),
  );
  for await (const batch of rows) yield batch.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Some lines by their numbers. */
export async function linesByNumber({ tx, actor }: Work, numbers: readonly number[]): Promise<LedgerLine[]> {
  if (numbers.length === 0) return [];
  const rows = await tx
    .select()
    .from(eventTable)
    .where(and(eq(eventTable.orgId, actor.orgId), inArray(eventTable.seq, [...numbers])))
    .orderBy(asc(eventTable.seq));
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** Lines of what was done to one of some things, the oldest first, at most `limit`. */
export async function linesAbout(
  { tx, actor }: Work,
  subjects: readonly string[],
  limit: number,
): Promise<LedgerLine[]> {
  if (subjects.length === 0) return [];
  const rows = await tx
    .select()
    .from(eventTable)
    .where(and(eq(eventTable.orgId, actor.orgId), sql`${eventTable.subjects} && ${sql.param([...subjects])}::text[]`))
    .orderBy(asc(eventTable.seq))
    .limit(limit);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
