// Rows of check questions: set, ended, never changed.
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Work } from '../../platform/db/work.ts';
import type { DocumentKind } from '../document.core.ts';
import type { CheckQuestion } from './reader-notes.core.ts';
import { checkQuestionTable } from './reading.table.ts';

const table = checkQuestionTable;

/** Those that are asked now, with the right choice, from 1. */
export async function questionsOf(
  { tx, actor }: Work,
  kind: DocumentKind,
  document: string,
): Promise<(CheckQuestion & { readonly right: number })[]> {
  return tx
    .select({ id: table.id, part: table.part, asks: table.asks, choices: table.choices, right: table.rightChoice })
    .from(table)
    .where(and(eq(table.orgId, actor.orgId), eq(table.kind, kind), eq(table.document, document), isNull(table.endedAt)))
    .orderBy(asc(table.setAt), asc(table.id));
}

export async function addQuestion(
  { tx, actor, now }: Work,
  row: CheckQuestion & { readonly kind: DocumentKind; readonly document: string; readonly right: number },
): Promise<void> {
  const { right, choices, ...rest } = row;
  await tx.insert(table).values({
    ...rest,
    orgId: actor.orgId,
    choices: [...choices],
    rightChoice: right,
    by: actor.id,
    setAt: new Date(now),
  });
}

/** @returns whether there was one that was still asked */
export async function endQuestion(
  { tx, actor, now }: Work,
  kind: DocumentKind,
  document: string,
  id: string,
): Promise<boolean> {
  const ended = await tx
    .update(table)
    .set({ endedAt: new Date(now) })
    .where(
      and(
        eq(table.orgId, actor.orgId),
        eq(table.kind, kind),
        eq(table.document, document),
        eq(table.id, id),
        isNull(table.endedAt),
      ),
    )
    .returning({ id: table.id });
  return ended.length > 0;
}
