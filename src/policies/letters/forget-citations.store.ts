// Letters that cite marks which go: found, and rid of what they quote.
import { and, eq } from 'drizzle-orm';
import { anyOf } from '../../platform/db/any-of.ts';
import type { Work } from '../../platform/db/work.ts';
import { letterCitationTable, letterTable } from './letter.table.ts';

interface Words {
  readonly wrong: string;
  readonly why: string;
  readonly solution: string;
}

export async function lettersCiting(
  { tx, actor }: Work,
  marks: readonly string[],
): Promise<(Words & { readonly id: string })[]> {
  const { id, wrong, why, solution } = letterTable;
  return tx
    .selectDistinct({ id, wrong, why, solution })
    .from(letterTable)
    .innerJoin(
      letterCitationTable,
      and(eq(letterCitationTable.orgId, letterTable.orgId), eq(letterCitationTable.letter, letterTable.id)),
    )
    .where(and(eq(letterTable.orgId, actor.orgId), anyOf(letterCitationTable.mark, marks)));
}

export async function writeUnquoted({ tx, actor }: Work, id: string, words: Words): Promise<void> {
  await tx
    .update(letterTable)
    .set(words)
    .where(and(eq(letterTable.orgId, actor.orgId), eq(letterTable.id, id)));
}

export async function dropCitations({ tx, actor }: Work, marks: readonly string[]): Promise<void> {
  await tx
    .delete(letterCitationTable)
    .where(and(eq(letterCitationTable.orgId, actor.orgId), anyOf(letterCitationTable.mark, marks)));
}
