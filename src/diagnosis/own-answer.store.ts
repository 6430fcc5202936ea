// Rows of owners' own answers.
import { asc, eq } from 'drizzle-orm';
import type { Tx } from '../platform/db/work.ts';
import { ownAnswerTable } from './finding.table.ts';
import type { OwnAnswer } from './records.core.ts';

/** Keeps an answer; a second one to the same question on the same day takes its place. */
export async function writeOwnAnswer(tx: Tx, row: typeof ownAnswerTable.$inferInsert): Promise<void> {
  await tx
    .insert(ownAnswerTable)
    .values(row)
    .onConflictDoUpdate({ target: [ownAnswerTable.orgId, ownAnswerTable.question, ownAnswerTable.on], set: row });
}

/** All answers, oldest first. */
export async function ownAnswers(tx: Tx, orgId: string): Promise<OwnAnswer[]> {
  const rows = await tx
    .select()
    .from(ownAnswerTable)
    .where(eq(ownAnswerTable.orgId, orgId))
    .orderBy(asc(ownAnswerTable.on), asc(ownAnswerTable.question));
  return rows.map(({ question, rung, about, value, answer, on }) => ({ question, rung, about, value, answer, on }));
}
